//! What needs no database.

use locale::words::Lang;
use poem::http::StatusCode;
use web::templates::Engine;

use crate::content::look_over;
use crate::problem::{Problem, pointer};
use crate::reference::ReferencePage;
use crate::words::preferred;
use crate::{is_of_api, refuse, templates};

#[test]
fn the_page_renders_in_both_languages() {
    let engine = Engine::new(&templates()).expect("the templates");
    engine.try_samples::<ReferencePage>().unwrap_or_else(|what| panic!("{what}"));
}

#[test]
fn the_language_is_the_one_that_is_liked_best_of_ours() {
    for (accepted, lang) in [
        ("", Lang::Fa),
        ("*", Lang::Fa),
        ("de", Lang::Fa),
        ("en", Lang::En),
        ("EN-us", Lang::En),
        ("fa, en", Lang::Fa),
        ("en, fa", Lang::En),
        ("fa;q=0.5, en;q=0.9", Lang::En),
        ("fa; q=0.5 , en; q=0.4", Lang::Fa),
        ("en;q=0", Lang::Fa),
        ("en;q=x, de", Lang::Fa),
    ] {
        assert_eq!(preferred(accepted), lang, "{accepted:?}");
    }
}

#[test]
fn a_body_is_looked_over_before_it_is_read() {
    let deep = |open: &str, times| open.repeat(times);
    for (body, fine) in [
        (String::new(), true),
        (r#"{"a": "[[[[[[[[[[[[[[[[[[[["}"#.to_owned(), true),
        (r#"{"a": "\"{{{{{{{{{{{{{{{{{{{{{"}"#.to_owned(), true),
        (r#"{"a": "\\u0000"}"#.to_owned(), true),
        (r#"{"a": "\u0000"}"#.to_owned(), false),
        (r#"{"a": "\\\u0000"}"#.to_owned(), false),
        (deep("[", 16), true),
        (deep("[", 17), false),
        (deep("[{", 9), false),
        (deep("[]", 1_000), true),
        ("\"\\".to_owned(), true),
    ] {
        assert_eq!(look_over(body.as_bytes()).is_ok(), fine, "{body}");
    }
}

#[test]
fn a_pointer_escapes_what_has_a_meaning_in_it() {
    assert_eq!(pointer(&["answers", "a/b~c"]), "/answers/a~1b~0c");
}

#[test]
fn what_only_the_keys_reach_forbids_is_told_and_what_one_may_not_see_is_not() {
    let denied = |beyond_reach| {
        domain::Error::Denied(tenants::Denied {
            act: tenants::Act::See,
            kind: tenants::Kind::Case,
            may_see: false,
            beyond_reach,
        })
    };
    assert_eq!(Problem::from(denied(true)).code(), "beyond-reach");
    assert_eq!(Problem::from(denied(false)).code(), "404");
}

#[test]
fn a_call_that_nobody_answers_is_told_so() {
    for (path, of_api) in
        [("/api", true), ("/api/", true), ("/api/v2", true), ("/apis", false), ("/", false)]
    {
        assert_eq!(is_of_api(path), of_api, "{path}");
    }
    let response = refuse("en", StatusCode::MISDIRECTED_REQUEST, true);
    let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
    assert_eq!(response.status(), StatusCode::MISDIRECTED_REQUEST);
    assert_eq!(header("content-type"), Some("application/problem+json"));
    assert_eq!(header("content-language"), Some("en"));
    assert!(header("strict-transport-security").is_some());
}
