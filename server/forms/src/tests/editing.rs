//! Moving, adding and removing components.

use serde_json::{Value, json};

use crate::edit::{self, Direction, Place};

/// Fields by their keys; a capital letter is a group with what stands in it.
fn form(items: &[(&str, &[&str])]) -> Value {
    let field = |key: &str| json!({"type": "textfield", "key": key, "label": key});
    let item = |(key, held): &(&str, &[&str])| {
        if !key.starts_with(char::is_uppercase) {
            return field(key);
        }
        let held: Vec<Value> = held.iter().map(|key| field(key)).collect();
        json!({"type": "group", "label": key, "components": held})
    };
    let components: Vec<Value> = items.iter().map(item).collect();
    json!({"type": "default", "schemaVersion": 19, "id": "f", "components": components})
}

fn sample() -> Value {
    form(&[("a", &[]), ("G", &["b", "c"]), ("H", &["d"]), ("e", &[])])
}

/// `a G(b c) H(d) e`.
fn shown(form: &Value) -> String {
    let name = |c: &Value| c.get("key").or(c.get("label")).unwrap().as_str().unwrap().to_owned();
    let all = form["components"].as_array().unwrap().iter().map(|c| match c.get("components") {
        Some(held) => {
            let held: Vec<String> = held.as_array().unwrap().iter().map(name).collect();
            format!("{}({})", name(c), held.join(" "))
        }
        None => name(c),
    });
    all.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_component_moves_one_step_through_groups() {
    let table = [
        ("0", Direction::Up, None),
        ("0", Direction::Down, Some(("G(a b c) H(d) e", "0.0"))),
        ("1", Direction::Up, Some(("G(b c) a H(d) e", "0"))),
        ("1", Direction::Down, Some(("a H(d) G(b c) e", "2"))),
        ("1.0", Direction::Up, Some(("a b G(c) H(d) e", "1"))),
        ("1.0", Direction::Down, Some(("a G(c b) H(d) e", "1.1"))),
        ("1.1", Direction::Up, Some(("a G(c b) H(d) e", "1.0"))),
        ("1.1", Direction::Down, Some(("a G(b) c H(d) e", "2"))),
        ("2.0", Direction::Up, Some(("a G(b c) d H() e", "2"))),
        ("3", Direction::Up, Some(("a G(b c) H(d e)", "2.1"))),
        ("3", Direction::Down, None),
        ("9", Direction::Up, None),
        ("1.9", Direction::Down, None),
    ];
    for (at, direction, expected) in table {
        let place: Place = at.parse().unwrap();
        let moved = edit::shift(&sample(), place, direction);
        let moved = moved.map(|(form, to)| (shown(&form), to.to_string()));
        let expected = expected.map(|(form, to)| (form.to_owned(), to.to_owned()));
        assert_eq!(moved, expected, "{at} {direction:?}");
        if let Some((form, to)) = edit::shift(&sample(), place, direction) {
            let same = edit::component(&form, to) == edit::component(&sample(), place);
            assert!(same, "{at} {direction:?}: what moved stands where it is said to stand");
        }
    }
}

#[test]
fn a_component_is_put_behind_another_and_taken_away() {
    let new = || json!({"type": "textfield", "key": "n", "label": "n"});
    let group = || json!({"type": "group", "label": "N", "components": []});
    let table = [
        (None, new(), Some("a G(b c) H(d) e n")),
        (Some("0"), new(), Some("a n G(b c) H(d) e")),
        (Some("1"), new(), Some("a G(n b c) H(d) e")),
        (Some("1.1"), new(), Some("a G(b c n) H(d) e")),
        (Some("1.0"), group(), Some("a G(b c) N() H(d) e")),
        (Some("7"), new(), None),
        (Some("1.7"), new(), None),
    ];
    for (behind, new, expected) in table {
        let place = behind.map(|place| place.parse().unwrap());
        let form = edit::insert(&sample(), place, new);
        assert_eq!(form.as_ref().map(shown).as_deref(), expected, "{behind:?}");
    }
    let removed = |at: &str| edit::remove(&sample(), at.parse().unwrap()).map(|f| shown(&f));
    assert_eq!(removed("0").as_deref(), Some("G(b c) H(d) e"));
    assert_eq!(removed("1").as_deref(), Some("a b c H(d) e"), "what a group holds stays");
    assert_eq!(removed("2.0").as_deref(), Some("a G(b c) H() e"));
    assert_eq!(removed("4"), None);
    assert_eq!(removed("2.1"), None);
}

#[test]
fn a_group_that_is_renamed_keeps_its_fields() {
    let renamed = json!({"type": "group", "label": "N"});
    let form = edit::replace(&sample(), Place::top(1), renamed).unwrap();
    assert_eq!(shown(&form), "a N(b c) H(d) e");
    assert_eq!(edit::find(&form, "c"), Some(Place::within(1, 1)));
    assert_eq!(edit::outline(&form).len(), 7);
}

#[test]
fn a_place_is_written_as_it_is_read() {
    for text in ["0", "3", "3.1"] {
        assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
    }
    for text in ["", ".", "1.", ".1", "-1", "1.2.3", "99999999", "a"] {
        assert!(text.parse::<Place>().is_err(), "{text}");
    }
}
