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
