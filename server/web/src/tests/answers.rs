//! What becomes of a handler's result.

use std::time::Duration;

use chrono::{TimeZone, Utc};
use domain::{Error, Refusal};
use locale::words::{Lang, has};
use poem::{EndpointExt, Request, Route, endpoint::make, get, http::StatusCode, post};
use strum::IntoEnumIterator;

use super::{Plain, client, site};
use crate::{
    Answer, Problem, Reply, Surface, again, cookies::SessionKey, go, here, refusals, show,
};

/// What a handler of these tests does.
type Made = fn() -> Answer;

async fn answered(answer: Made) -> poem::test::TestResponse {
    let site = site();
    client(&site, Surface::Portal, make(move |_| async move { answer() })).get("/").send().await
}

#[tokio::test]
async fn a_result_gets_its_status() {
    let cases: [(Made, StatusCode); 14] = [
        (|| show(Plain { text: "متن" }), StatusCode::OK),
        (|| again(Plain { text: "متن" }), StatusCode::UNPROCESSABLE_ENTITY),
        (|| go("/done"), StatusCode::SEE_OTHER),
        (|| Ok(Reply::nothing()), StatusCode::NO_CONTENT),
        (|| Err(Error::Missing("case").into()), StatusCode::NOT_FOUND),
        (|| Err(Error::Refused(Refusal::CaseClosed).into()), StatusCode::CONFLICT),
        (|| Err(Error::invalid("mobile", "required").into()), StatusCode::UNPROCESSABLE_ENTITY),
        (|| Err(Problem::fault("broken")), StatusCode::INTERNAL_SERVER_ERROR),
        (|| Err(Problem::BadRequest("x")), StatusCode::BAD_REQUEST),
        (|| Err(Problem::Forged), StatusCode::FORBIDDEN),
        (|| Err(Problem::TooLarge), StatusCode::PAYLOAD_TOO_LARGE),
        (|| Err(Problem::UnsupportedMedia), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (|| Err(Problem::TimedOut), StatusCode::REQUEST_TIMEOUT),
        (
            || Err(Problem::TooMany { retry_after: Duration::from_secs(7) }),
            StatusCode::TOO_MANY_REQUESTS,
        ),
    ];
    for (answer, status) in cases {
        answered(answer).await.assert_status(status);
    }
}

#[tokio::test]
async fn a_fault_shows_a_trace_and_no_cause() {
    let response = answered(|| Err(Problem::fault("relation cases does not exist"))).await;
    let html = response.0.into_body().into_string().await.unwrap();
    assert!(!html.contains("relation cases"), "the cause is shown");
    assert!(html.contains("class=\"code\""), "no trace is shown");
}

#[tokio::test]
async fn what_cannot_go_on_now_says_when() {
    let cases: [(Made, &str); 2] = [
        (|| Err(Problem::TooMany { retry_after: Duration::from_secs(7) }), "7"),
        (|| Err(Problem::Unavailable(anyhow::anyhow!("disk full"))), "30"),
    ];
    for (answer, seconds) in cases {
        answered(answer).await.assert_header("retry-after", seconds);
    }
}

#[tokio::test]
async fn a_refusal_names_who_and_when() {
    let response = answered(|| {
        let at = Utc.with_ymd_and_hms(2026, 5, 27, 8, 0, 0).unwrap();
        Err(Error::Refused(Refusal::AlreadyDone { by: "مریم".into(), at }).into())
    })
    .await;
    let html = response.0.into_body().into_string().await.unwrap();
    assert!(html.contains("مریم") && html.contains("۱۴۰۵"), "{html}");
}

#[test]
fn every_refusal_has_words_in_each_language() {
    for refusal in Refusal::iter() {
        for lang in Lang::ALL {
            let said = refusals::say(&refusal, lang);
            assert!(has(lang, &format!("refusal-{}", refusal.code())), "{}", refusal.code());
            assert!(!said.contains('$'), "{said} lacks an argument");
        }
    }
}

#[tokio::test]
async fn cookies_follow_a_reply() {
    let response = answered(|| {
        let reply = Reply::to("/home").notice("web-draft-saved").speaking(Lang::En);
        Ok(reply.signing_in(SessionKey::mint(), Duration::from_hours(12)))
    })
    .await;
    let set: Vec<_> = response.0.headers().get_all("set-cookie").iter().collect();
    let set: Vec<_> = set.into_iter().map(|line| line.to_str().unwrap()).collect();
    assert_eq!(set.len(), 3, "{set:?}");
    assert!(set[0].starts_with("__Host-session=") && set[0].contains("Max-Age=43200"));
    assert!(set[1].starts_with("__Host-notice=web-draft-saved"));
    assert!(set[2].starts_with("__Host-lang=en"));
}

#[tokio::test]
async fn a_notice_is_shown_once() {
    let site = site();
    let page = client(&site, Surface::Portal, make(|_| async { show(Plain { text: "متن" }) }));
    let response = page.get("/").header("cookie", "__Host-notice=web-draft-saved").send().await;
    response.assert_header(
        "set-cookie",
        "__Host-notice=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
    );
    let html = response.0.into_body().into_string().await.unwrap();
    assert!(html.contains("پیش‌نویس ذخیره شد"));

    let on_its_way = client(&site, Surface::Portal, make(|_| async { go("/further") }));
    let response =
        on_its_way.get("/").header("cookie", "__Host-notice=web-draft-saved").send().await;
    response.assert_header_is_not_exist("set-cookie");

    let planted = page.get("/").header("cookie", "__Host-notice=no-such-words").send().await;
    let html = planted.0.into_body().into_string().await.unwrap();
    assert!(!html.contains("no-such-words"));
}

#[tokio::test]
async fn the_language_follows_its_cookie() {
    let site = site();
    let page = client(&site, Surface::Portal, make(|_| async { show(Plain { text: "متن" }) }));
    for (cookie, lang) in [
        ("", "fa\" dir=\"rtl"),
        ("__Host-lang=en", "en\" dir=\"ltr"),
        ("__Host-lang=xx", "fa\" dir=\"rtl"),
    ] {
        let response = page.get("/").header("cookie", cookie).send().await;
        let html = response.0.into_body().into_string().await.unwrap();
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{cookie}");
    }
}

#[tokio::test]
async fn a_router_answers_with_pages_too() {
    let site = site();
    let routes = Route::new().at("/a", get(make(|_| async { show(Plain { text: "متن" }) })));
    let client = client(&site, Surface::Desk, routes);
    for (response, status) in [
        (client.get("/nowhere").send().await, 404),
        (
            client
                .request(poem::http::Method::DELETE, "/a")
                .header("sec-fetch-site", "same-origin")
                .send()
                .await,
            405,
        ),
    ] {
        response.assert_status(StatusCode::from_u16(status).unwrap());
        response.assert_content_type("text/html; charset=utf-8");
    }
}

#[tokio::test]
async fn a_handler_that_never_looks_at_the_token_is_a_fault() {
    let site = site();
    let routes = Route::new().at("/a", post(make(|_| async { go("/done") })));
    let response = client(&site, Surface::Portal, routes)
        .post("/a")
        .header("sec-fetch-site", "same-origin")
        .send()
        .await;
    response.assert_status(StatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn a_handler_outside_the_dress_is_a_fault_not_a_hole() {
    let bare = make(|request: Request| async move {
        here::of(&request).map(|_| ()).map_err(poem::Error::from)
    });
    let response = poem::test::TestClient::new(bare.boxed()).get("/").send().await;
    response.assert_status(StatusCode::INTERNAL_SERVER_ERROR);
}
