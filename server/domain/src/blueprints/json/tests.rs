//! Reading goes on behind a mistake, and says where it was.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Document;
use super::filler::Filler;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shelf {
    name: String,
    #[serde(default)]
    note: Option<String>,
    books: Vec<Book>,
    by_colour: BTreeMap<Colour, u16>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Book {
    title: String,
    pages: u16,
    colour: Colour,
    read_on: locale::jalali::Day,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Colour {
    Red,
    Blue,
}

const WHOLE: &str = r#"{
  "name": "قفسه",
  "books": [
    { "title": "A", "pages": 12, "colour": "red", "read_on": "1405/02/01" },
    { "title": "B", "pages": 7, "colour": "blue", "read_on": "1405/02/02" }
  ],
  "by_colour": { "red": 1, "blue": 1 }
}"#;

fn mistakes(text: &str) -> (Option<Shelf>, Vec<String>) {
    let (read, mistakes) = Document::parse(text).expect("JSON").read();
    let told = |m: super::Mistake| format!("{}:{} {}", m.at.line, m.at.column, m.detail);
    (read, mistakes.into_iter().map(told).collect())
}

#[test]
fn a_whole_file_is_read_without_a_word() {
    let (read, mistakes) = mistakes(WHOLE);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let shelf = read.unwrap();
    assert_eq!((shelf.name.as_str(), shelf.note, shelf.books.len()), ("قفسه", None, 2));
    let last = &shelf.books[1];
    assert_eq!((last.title.as_str(), last.pages, last.colour), ("B", 7, Colour::Blue));
    assert_eq!(last.read_on.to_string(), "1405/02/02");
    assert_eq!(shelf.by_colour[&Colour::Red], 1);
}

#[test]
fn each_mistake_is_told_once_with_its_place() {
    let table = [
        (
            r#""title": "A""#,
            r#""titel": "A""#,
            vec!["4:5 title is missing", "4:7 titel is not known here"],
        ),
        (
            r#""pages": 12"#,
            r#""pages": "12""#,
            vec!["4:30 invalid type: string \"12\", expected u16"],
        ),
        (r#""pages": 7"#, r#""pages": -7"#, vec!["5:30 invalid value: integer `-7`, expected u16"]),
        (
            r#""colour": "red""#,
            r#""colour": "pink""#,
            vec!["4:44 unknown variant `pink`, expected `red` or `blue`"],
        ),
        (r#""1405/02/02""#, r#""1405/13/02""#, vec!["5:62 not a day of the Jalali calendar"]),
        (
            r#""red": 1"#,
            r#""green": 1"#,
            vec!["7:18 unknown variant `green`, expected `red` or `blue`"],
        ),
        (r#"  "name": "قفسه","#, "", vec!["1:1 name is missing"]),
        (
            r#""name": "قفسه","#,
            r#""name": null, "note": 4,"#,
            vec![
                "2:11 invalid type: unit value, expected a string",
                "2:25 invalid type: integer `4`, expected a string",
            ],
        ),
    ];
    for (right, wrong, expected) in table {
        assert!(WHOLE.contains(right), "{right}");
        let (read, told) = mistakes(&WHOLE.replace(right, wrong));
        assert_eq!(told, expected, "{wrong}");
        assert!(read.is_some(), "{wrong}");
    }
}

#[test]
fn one_mistake_does_not_hide_the_next() {
    let text = WHOLE
        .replace(r#""title": "A""#, r#""titel": "A""#)
        .replace(r#""pages": 7"#, r#""pages": true"#)
        .replace(r#""1405/02/02""#, r#""soon""#)
        .replace(r#""by_colour""#, r#""by_color""#);
    let (read, told) = mistakes(&text);
    assert_eq!(told.len(), 6, "{told:#?}");
    let lines: Vec<&str> = told.iter().map(|it| it.split(':').next().unwrap()).collect();
    assert_eq!(lines, ["1", "4", "4", "5", "5", "7"], "{told:#?}");
    let shelf = read.unwrap();
    // A book without a day that could be one is left out; the other one is kept.
    assert_eq!((shelf.books.len(), shelf.by_colour.len()), (1, 0));
}

#[test]
fn a_text_that_is_not_json_is_one_mistake() {
    for (text, line, column) in [
        ("", 1, 1),
        ("{\n  \"a\": 1,\n}", 2, 9),
        ("{\n \"a\" 1 }", 2, 6),
        ("[1] // no", 1, 5),
        ("{", 1, 1),
    ] {
        let mistake = Document::parse(text).expect_err(text);
        assert_eq!((mistake.at.line, mistake.at.column), (line, column), "{text}: {mistake:?}");
    }
}

#[test]
fn places_are_found_by_path_and_by_what_stands_there() {
    let document = Document::parse(WHOLE).unwrap();
    let place = |path: &str| (document.at(path).line, document.at(path).column);
    let table = [
        ("", (1, 1)),
        ("name", (2, 3)),
        ("books/1", (5, 5)),
        ("books/1/colour", (5, 33)),
        ("books/7", (3, 3)),
        ("nothing/at/all", (1, 1)),
        ("by_colour/blue", (7, 28)),
    ];
    for (path, expected) in table {
        assert_eq!(place(path), expected, "{path}");
    }
    assert_eq!(document.member("title", "B").map(|at| (at.line, at.column)), Some((5, 7)));
    assert_eq!(document.member("title", "C"), None);
    let lines = ["", "books", "books/0", "books/7"].map(|path| document.last_line(path));
    assert_eq!(lines, [Some(7), Some(5), Some(4), None]);
}

#[test]
fn members_that_stand_twice_are_found() {
    let document =
        Document::parse("{\"a\": 1,\n \"b\": [{\"c\": 1, \"c\": 2}],\n \"a\": 3}").unwrap();
    let told: Vec<_> = document.repeated().into_iter().map(|m| (m.at.line, m.detail)).collect();
    let said = |line, text: &str| (line, text.to_owned());
    assert_eq!(told, [said(3, "a stands twice"), said(2, "c stands twice")]);
    let read: (Option<BTreeMap<String, serde_json::Value>>, _) = document.read();
    assert_eq!(read.0.unwrap()["a"], 1, "the first one counts");
}

#[test]
fn a_filler_is_there_for_what_has_no_choice() {
    fn filler<T: DeserializeOwned>() -> Option<T> {
        T::deserialize(Filler).ok()
    }
    assert_eq!(filler::<Option<String>>(), Some(None));
    assert_eq!(filler::<Vec<Colour>>(), Some(Vec::new()));
    assert_eq!(filler::<Colour>(), Some(Colour::Red));
    assert!(filler::<Book>().is_none(), "no day stands for none");
}
