//! Decoding of forms.

use poem::{Route, http::StatusCode, post};

use super::{browser, client, site};
use crate::{Answer, Fields, Problem, Surface, fields::decode, go};

#[test]
fn a_body_is_decoded_once() {
    let cases: [(&str, &[(&str, &str)]); 7] = [
        ("", &[]),
        ("a=1&b=2", &[("a", "1"), ("b", "2")]),
        ("a=1+2%2B3", &[("a", "1 2+3")]),
        ("a=%2531", &[("a", "%31")]),
        ("%D9%86=%D8%A7", &[("ن", "ا")]),
        ("a=&b&=c", &[("a", ""), ("b", ""), ("", "c")]),
        ("a=b=c&&d=e", &[("a", "b=c"), ("d", "e")]),
    ];
    for (body, pairs) in cases {
        let decoded = decode(body.as_bytes()).unwrap();
        let decoded: Vec<_> =
            decoded.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(decoded, pairs, "{body}");
    }
}

#[test]
fn broken_bodies_are_refused() {
    let cases: [&[u8]; 9] = [
        b"a=%00",
        b"a=%",
        b"a=%4",
        b"a=%zz",
        b"a=%+1",
        b"a=%C0%AF",    // overlong
        b"a=%ED%A0%80", // lone surrogate
        b"a=\xff",
        b"%00=a",
    ];
    for body in cases {
        assert!(matches!(decode(body), Err(Problem::BadRequest(_))), "{body:?}");
    }
    assert!(matches!(decode("a=1&".repeat(1_001).as_bytes()), Err(Problem::TooLarge)));
}

#[poem::handler]
#[expect(clippy::needless_pass_by_value, reason = "an extractor is given by value")]
fn small(fields: Fields<64>) -> Answer {
    fields.one("a")?;
    go("/done")
}

#[poem::handler]
#[expect(clippy::needless_pass_by_value, reason = "an extractor is given by value")]
fn whole(fields: Fields) -> Answer {
    let last = fields.pairs()?.last();
    go(format!("/{}", last.map(|(name, _)| name).unwrap_or_default()))
}

#[tokio::test]
async fn a_route_takes_what_it_says() {
    let site = site();
    let (cookie, token) = browser(&site);
    let routes = Route::new().at("/small", post(small)).at("/whole", post(whole));
    let client = client(&site, Surface::Portal, routes);
    let form = "application/x-www-form-urlencoded";
    let cases = [
        ("/small", form, "a=1".repeat(40), StatusCode::PAYLOAD_TOO_LARGE),
        ("/whole", form, format!("_token={token}&a=1&a=2"), StatusCode::BAD_REQUEST),
        ("/whole", form, format!("_token={token}&b=1"), StatusCode::SEE_OTHER),
        ("/whole", "application/json", "{}".to_owned(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("/whole", "text/plain", format!("_token={token}"), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (
            "/whole",
            "application/x-www-form-urlencoded; charset=UTF-8",
            format!("_token={token}"),
            StatusCode::SEE_OTHER,
        ),
        ("/whole", form, format!("_token={token}&a=%00"), StatusCode::BAD_REQUEST),
    ];
    for (path, content_type, body, status) in cases {
        let response = client
            .post(path)
            .header("cookie", &cookie)
            .header("sec-fetch-site", "same-origin")
            .content_type(content_type)
            .body(body.clone())
            .send()
            .await;
        assert_eq!(response.0.status(), status, "{path} {content_type} {body:.40}");
    }
}

#[test]
fn a_field_is_single_unless_asked_for_all() {
    let fields: Fields = Fields::from_pairs(vec![
        ("a".into(), "1".into()),
        ("b".into(), "2".into()),
        ("b".into(), "3".into()),
    ]);
    assert_eq!(fields.text("a").unwrap(), "1");
    assert_eq!(fields.text("none").unwrap(), "");
    assert!(fields.one("b").is_err());
    assert_eq!(fields.all("b").collect::<Vec<_>>(), ["2", "3"]);
    assert!(fields.pairs().is_err());
}
