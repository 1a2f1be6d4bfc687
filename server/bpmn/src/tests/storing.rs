//! What is stored comes back as it was, and stays small.

use crate::{Definition, Position};

use super::play::Play;

/// A desk's case with everything in it that waits: opinions, a reminder, a deadline.
const DESK: &str = "start s; user register clock=runs; xor back; and f; user opinion-a; user opinion-b
     user opinion-c; user opinion-d; and j; receive papers papers clock=stops; end e; end lapsed; end sent
     timer lapse on papers after P10D; reminder nag on opinion-a every R5/P3D; send letter
     s > register > back > f; f > opinion-a > j; f > opinion-b > j; f > opinion-c > j; f > opinion-d > j
     j > papers > e; lapse > lapsed; nag > letter > sent";

fn stored(position: &Position) -> String {
    serde_json::to_string(position).unwrap()
}

#[test]
fn a_case_can_be_put_away_and_taken_up_at_every_step() {
    let commands = [
        "start",
        "done register",
        "fire nag",
        "done opinion-b",
        "done opinion-a",
        "done opinion-c",
        "done opinion-d",
        "fire lapse",
    ];
    let (mut through, mut reloaded) = (Play::of(DESK), Play::of(DESK));
    for command in commands {
        let expected = through.does(command);
        assert_ne!(expected, "nobody", "{command}");
        reloaded.position = serde_json::from_str(&stored(&reloaded.position)).unwrap();
        let definition = serde_json::to_string(&reloaded.definition).unwrap();
        reloaded.definition = serde_json::from_str(&definition).unwrap();
        assert_eq!(reloaded.does(command), expected, "{command}");
        assert_eq!(reloaded.position, through.position);
        assert_eq!(reloaded.definition, through.definition);
    }
    assert_eq!(through.position.ended(), Some("completed"));
    assert_eq!(through.position.ended_at(), Some("lapsed"));
}

#[test]
fn a_desk_s_position_is_small() {
    let mut play = Play::of(DESK);
    play.does("start");
    play.does("done register");
    let text = stored(&play.position);
    assert!(text.len() < 500, "{} bytes: {text}", text.len());
}

#[test]
fn the_stored_form_is_settled() {
    let mut play = Play::of(
        "start s; and f; user a; and j; end e; timer t on a after P1D
         s > f; f > a > j; f > j; j > e; t > e",
    );
    assert_eq!(stored(&play.position), r#"{"v":1,"n":1}"#);
    play.does("start");
    assert_eq!(
        stored(&play.position),
        r#"{"v":1,"n":5,"s":[{"i":0}],"t":[{"i":3,"n":"a","w":"t","b":[{"n":"t","l":1}]},{"i":4,"n":"j","w":"j","f":"f-j"}]}"#
    );
    play.does("cancel");
    assert_eq!(stored(&play.position), r#"{"v":1,"n":5,"e":{"s":"x"}}"#);
}

#[test]
fn an_unknown_layout_is_not_half_understood() {
    assert!(serde_json::from_str::<Position>(r#"{"v":3,"n":1}"#).is_err());
    assert!(serde_json::from_str::<Position>(r#"{"n":1}"#).is_err());
    let definition = serde_json::to_value(&Play::of("start s; end e; s > e").definition).unwrap();
    for (field, value) in [
        ("v", serde_json::json!(3)),
        ("nodes", serde_json::json!([])),
        ("flows", serde_json::json!([{"id": "f", "from": "s", "to": "nowhere"}])),
    ] {
        let mut broken = definition.clone();
        broken[field] = value;
        assert!(serde_json::from_value::<Definition>(broken).is_err(), "{field}");
    }
}

/// What the first release wrote, to the letter: running cases and published processes of it stay.
#[test]
fn what_was_stored_before_is_still_understood() {
    const GRAPH: &str = r#"{"v":1,"process":"p","name":"","step":{"attributes":{"calendar":"working"}},"nodes":[
        {"id":"s","name":"s","kind":"start"},{"id":"a","name":"a","kind":"user-task","step":{"attributes":{"stage":"review"},"outcomes":[{"id":"ok","name":"خوب"}]}},
        {"id":"g","name":"","kind":"exclusive"},{"id":"r","name":"","kind":{"receive-task":{"message":"papers"}}},
        {"id":"x","name":"","kind":"service-task"},{"id":"n","name":"","kind":"send-task"},{"id":"e","name":"e","kind":"end"},{"id":"l","name":"","kind":"terminate"},
        {"id":"t","name":"","kind":{"boundary-timer":{"host":"r","interrupting":true,"timer":{"duration":{"years":0,"months":0,"days":10,"hours":0,"minutes":0,"seconds":0}}}}},
        {"id":"k","name":"","kind":{"boundary-timer":{"host":"r","interrupting":false,"timer":{"cycle":{"repeat":3,"every":{"days":1}}}}}}],
        "flows":[{"id":"f1","from":"s","to":"a"},{"id":"f2","from":"a","to":"g"},{"id":"f3","from":"g","to":"r","condition":"x"},
        {"id":"f4","from":"g","to":"x","default":true},{"id":"f5","from":"x","to":"n"},{"id":"f6","from":"n","to":"e"},{"id":"f7","from":"r","to":"a"},
        {"id":"f8","from":"t","to":"l"},{"id":"f9","from":"k","to":"n"}]}"#;
    const CASE: &str = r#"{"v":1,"n":9,"s":[{"i":0}],"t":[{"i":5,"n":"r","w":"m","b":[{"n":"t","l":1},{"n":"k","l":2}]},{"i":8,"n":"g","w":"l"}]}"#;
    let mut play = Play::of("start s; end e; s > e");
    play.definition = serde_json::from_str(GRAPH).unwrap();
    play.position = serde_json::from_str(CASE).unwrap();
    assert_eq!(play.position.messages(&play.definition), ["papers"]);
    assert_eq!(stored(&play.position), CASE);
    assert_eq!(play.does("fire k"), "arm:k +k -k +n send:n -n +e -e");
    assert_eq!(play.does("retry g"), "-g +x service:x");
    assert_eq!(play.does("message papers"), "unsubscribe:papers disarm:t disarm:k -r +a open:a");
    assert_eq!(
        stored(&play.position),
        r#"{"v":1,"n":14,"s":[{"i":0}],"t":[{"i":12,"n":"x","w":"s"},{"i":13,"n":"a","w":"t"}]}"#
    );
    let again = serde_json::to_string(&play.definition).unwrap();
    assert_eq!(serde_json::from_str::<Definition>(&again).unwrap(), play.definition);
}

#[test]
fn the_newer_form_says_so_and_is_settled() {
    let mut play = Play::of(
        "start s; sub x; end e; s > x > e; start i in x; user a each=units item=u in x; i > a
         handler h; begin m message stop in h; m > v; end v in h",
    );
    play.does("given units=[4,5]");
    play.does("start");
    assert_eq!(
        stored(&play.position),
        r#"{"v":2,"n":9,"s":[{"i":0,"m":["m"]},{"i":3,"p":0,"n":"x","t":2},{"i":6,"p":3,"n":"a","t":5,"r":{"n":2,"b":2,"i":[4,5]}}],"t":[{"i":2,"n":"x","w":"i"},{"i":5,"s":3,"n":"a","w":"r"},{"i":7,"s":6,"n":"a","w":"t","x":0},{"i":8,"s":6,"n":"a","w":"t","x":1}]}"#
    );
    let definition = serde_json::to_value(&play.definition).unwrap();
    assert_eq!(definition["v"], 2);
    play.does("done a");
    play.does("message stop");
    assert_eq!(stored(&play.position), r#"{"v":1,"n":12,"e":{"s":"c","n":"v"}}"#);
}
