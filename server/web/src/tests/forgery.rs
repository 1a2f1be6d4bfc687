//! Forged requests: every POST without the browser's word or without a token of ours is turned away.

use std::{sync::Arc, time::Duration};

use poem::{Route, endpoint::make, http::StatusCode, post};

use super::{Plain, browser, client, engine, site};
use crate::{
    Answer, Fields, Problem, Reply, Site, Surface, cookies::SessionKey, forgery::Seal, go,
};

#[poem::handler]
fn change(_fields: Fields) -> Answer {
    go("/done")
}

/// Headers besides the cookie, and the token as it is sent.
struct Case {
    name: &'static str,
    headers: &'static [(&'static str, &'static str)],
    token: Token,
    status: u16,
}

enum Token {
    Good,
    None,
    Bad,
    OfAnother,
    Twice,
}

const SAME: &[(&str, &str)] = &[("sec-fetch-site", "same-origin")];

const CASES: [Case; 16] = [
    Case { name: "good", headers: SAME, token: Token::Good, status: 303 },
    Case { name: "no word at all", headers: &[], token: Token::Good, status: 403 },
    Case {
        name: "cross-site",
        headers: &[("sec-fetch-site", "cross-site")],
        token: Token::Good,
        status: 403,
    },
    Case {
        name: "sibling tenant",
        headers: &[("sec-fetch-site", "same-site")],
        token: Token::Good,
        status: 403,
    },
    Case {
        name: "typed address",
        headers: &[("sec-fetch-site", "none")],
        token: Token::Good,
        status: 403,
    },
    Case {
        name: "nonsense",
        headers: &[("sec-fetch-site", "same-origin, cross-site")],
        token: Token::Good,
        status: 403,
    },
    Case {
        name: "good origin",
        headers: &[("origin", "https://fda.example.ir"), ("host", "fda.example.ir")],
        token: Token::Good,
        status: 303,
    },
    Case {
        name: "origin with port",
        headers: &[("origin", "http://fda.localhost:8080"), ("host", "fda.localhost:8080")],
        token: Token::Good,
        status: 303,
    },
    Case {
        name: "other origin",
        headers: &[("origin", "https://evil.example"), ("host", "fda.example.ir")],
        token: Token::Good,
        status: 403,
    },
    Case {
        name: "sibling origin",
        headers: &[("origin", "https://fda2.example.ir"), ("host", "fda.example.ir")],
        token: Token::Good,
        status: 403,
    },
    Case {
        name: "null origin",
        headers: &[("origin", "null"), ("host", "fda.example.ir")],
        token: Token::Good,
        status: 403,
    },
    Case {
        name: "word beats origin",
        headers: &[("sec-fetch-site", "cross-site"), ("origin", "https://a.ir"), ("host", "a.ir")],
        token: Token::Good,
        status: 403,
    },
    Case { name: "no token", headers: SAME, token: Token::None, status: 403 },
    Case { name: "bad token", headers: SAME, token: Token::Bad, status: 403 },
    Case { name: "token of another browser", headers: SAME, token: Token::OfAnother, status: 403 },
    Case { name: "two tokens", headers: SAME, token: Token::Twice, status: 403 },
];

#[tokio::test]
async fn only_a_form_of_ours_changes_something() {
    let site = site();
    let client = client(&site, Surface::Portal, Route::new().at("/a", post(change)));
    for case in CASES {
        let (cookie, token) = browser(&site);
        let body = match case.token {
            Token::Good => format!("a=1&_token={token}"),
            Token::None => "a=1".to_owned(),
            Token::Bad => "a=1&_token=AAAA".to_owned(),
            Token::OfAnother => format!("a=1&_token={}", browser(&site).1),
            Token::Twice => format!("_token={token}&_token={token}"),
        };
        let request = client.post("/a").content_type("application/x-www-form-urlencoded");
        let request = case
            .headers
            .iter()
            .fold(request, |request, (name, value)| request.header(*name, *value));
        let response = request.header("cookie", cookie).body(body).send().await;
        assert_eq!(response.0.status().as_u16(), case.status, "{}", case.name);
    }
}

#[tokio::test]
async fn without_any_cookie_no_token_is_good() {
    let site = site();
    let client = client(&site, Surface::Portal, Route::new().at("/a", post(change)));
    let response = client
        .post("/a")
        .header("sec-fetch-site", "same-origin")
        .content_type("application/x-www-form-urlencoded")
        .body(format!("_token={}", browser(&site).1))
        .send()
        .await;
    response.assert_status(StatusCode::FORBIDDEN);
}

/// Whoever signs in on a page with a form can send that form: it is bound to the new session.
#[tokio::test]
async fn a_page_that_begins_a_session_is_bound_to_it() {
    let engine = engine(&[("test/plain.html", "{{ frame.token }}")]);
    let site = Arc::new(Site { engine, ..Arc::into_inner(site()).expect("held once") });
    let (new, (old, _)) = (SessionKey::mint(), browser(&site));
    let key = new.clone();
    let begin = make(move |_| {
        let key = key.clone();
        async move {
            let page = Reply::page(StatusCode::OK, &Plain { text: "" })?;
            Ok::<_, Problem>(page.signing_in(key, Duration::from_hours(1)))
        }
    });
    let response = client(&site, Surface::Desk, begin).get("/").header("cookie", &old).send().await;
    let token = response.0.into_body().into_string().await.expect("a page");
    assert!(site.seal.accepts(new.as_str(), &token), "the new session's form");
    let old = old.trim_start_matches("__Host-session=");
    assert!(!site.seal.accepts(old, &token), "no longer the old one's");
}

#[test]
fn tokens_differ_and_hold() {
    let seal = Seal::new([1; 32]);
    let (one, two) = (seal.token("a"), seal.token("a"));
    assert_ne!(one, two);
    assert!(seal.accepts("a", &one) && seal.accepts("a", &two));
    assert!(!seal.accepts("b", &one));
    assert!(!Seal::new([2; 32]).accepts("a", &one));
    for token in ["", "a", "====", &one[..one.len() - 2], &format!("{one}AA"), &"A".repeat(100_000)]
    {
        assert!(!seal.accepts("a", token), "{token:.20}");
    }
}
