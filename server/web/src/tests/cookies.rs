//! Names and guards of cookies.

use std::time::Duration;

use poem::Request;

use crate::{
    Surface,
    cookies::{Cookies, SessionKey},
};

#[test]
fn a_cookie_carries_its_guards() {
    let strong = Cookies { insecure: false };
    let weak = Cookies { insecure: true };
    let cases = [
        (strong, Surface::Portal, "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure"),
        (strong, Surface::Desk, "__Host-session=abc; Path=/; HttpOnly; SameSite=Strict; Secure"),
        (weak, Surface::Portal, "session=abc; Path=/; HttpOnly; SameSite=Lax"),
    ];
    for (cookies, surface, line) in cases {
        assert_eq!(cookies.set(surface, "session", "abc", None), line);
        let timed = cookies.set(surface, "session", "abc", Some(Duration::from_mins(1)));
        assert_eq!(timed, format!("{line}; Max-Age=60"));
    }
}

#[test]
fn a_cookie_is_read_only_when_it_is_plainly_ours() {
    let cases: [(&[&str], Option<&str>); 9] = [
        (&["__Host-session=abc"], Some("abc")),
        (&["other=1; __Host-session=abc; more=2"], Some("abc")),
        (&["other=1", "__Host-session=abc"], Some("abc")),
        (&["session=abc"], None),
        (&["__host-session=abc"], None),
        (&["__Host-session=abc; __Host-session=def"], None),
        (&["__Host-session=abc", "__Host-session=abc"], None),
        (&["__Host-session=\"abc\""], None),
        (&[], None),
    ];
    for (lines, value) in cases {
        let request = lines
            .iter()
            .fold(Request::builder(), |request, line| request.header("cookie", *line))
            .finish();
        assert_eq!(Cookies::default().read(&request, "session").as_deref(), value, "{lines:?}");
    }
}

#[test]
fn a_session_key_is_long_random_and_silent() {
    let (one, two) = (SessionKey::mint(), SessionKey::mint());
    assert_ne!(one.as_str(), two.as_str());
    assert_eq!(one.as_str().len(), 43);
    assert_eq!(SessionKey::parse(one.as_str()).unwrap().sha256(), one.sha256());
    assert!(!format!("{one:?}").contains(one.as_str()));
    for text in ["", "abc", "../../etc", &"a".repeat(44), &"a".repeat(400)] {
        assert!(SessionKey::parse(text).is_none(), "{text}");
    }
}
