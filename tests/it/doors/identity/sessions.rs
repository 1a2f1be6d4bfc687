//! Sessions: where they begin, where they hold, when they end.

use chrono::TimeDelta;

use super::super::routes::Surface;
use crate::support::{Browser, Knock, Page, TestDesk};

const SESSION: &str = "__Host-session";
const MOBILE: &str = "09121110005";

async fn somebody(desk: &TestDesk, surface: Surface) -> Browser {
    let fda = desk.agency("fda").await;
    match surface {
        Surface::Desk => desk.staff(&fda, fda.holder("secretariat-clerk")).await,
        Surface::Admin => desk.admin(&fda, fda.holder("desk-admin")).await,
        _ => desk.applicant("fda", MOBILE).await,
    }
}

/// A page that only a signed-in person sees.
fn own_page(surface: Surface) -> &'static str {
    if surface == Surface::Portal { "/requests" } else { "/sessions" }
}

async fn is_in(browser: &mut Browser, surface: Surface) -> bool {
    browser.get(own_page(surface)).await.path == own_page(surface)
}

/// The same question with somebody else's cookies, and nothing remembered.
async fn lets_in(browser: &Browser, surface: Surface, cookie: String) -> bool {
    let headers = vec![("cookie", cookie)];
    let path = own_page(surface);
    let heard = browser.knock(Knock { method: "GET", path, headers, ..Knock::default() }).await;
    heard.status.as_u16() == 200
}

#[tokio::test]
async fn a_session_ends_when_nothing_happens_for_half_an_hour() {
    for surface in [Surface::Portal, Surface::Desk] {
        for (minutes, lasts) in [(29, true), (31, false)] {
            let desk = TestDesk::open().await;
            let mut browser = somebody(&desk, surface).await;
            desk.desks().clock().advance(TimeDelta::minutes(minutes));
            assert_eq!(is_in(&mut browser, surface).await, lasts, "{surface:?} after {minutes}");
        }
    }
}

#[tokio::test]
async fn a_session_ends_in_any_case_when_its_time_is_over() {
    for (surface, hours) in [(Surface::Portal, 12), (Surface::Desk, 10)] {
        let desk = TestDesk::open().await;
        let mut browser = somebody(&desk, surface).await;
        let mut minutes = 0;
        while is_in(&mut browser, surface).await {
            desk.desks().clock().advance(TimeDelta::minutes(20));
            minutes += 20;
            assert!(minutes <= hours * 60, "{surface:?} lasts longer than {hours} hours");
        }
        assert!(minutes > hours * 60 - 40, "{surface:?} ends after {minutes} minutes");
    }
}

/// Extending is what the warning's button does; it is a sign of life, and no more.
#[tokio::test]
async fn a_session_is_extended_by_a_sign_of_life() {
    for surface in [Surface::Portal, Surface::Desk] {
        let desk = TestDesk::open().await;
        let mut browser = somebody(&desk, surface).await;
        for _ in 0..3 {
            let page = browser.get(own_page(surface)).await;
            desk.desks().clock().advance(TimeDelta::minutes(25));
            let extended = browser.submit(&page, "/session/extension", &[]).await;
            assert_eq!(extended.status.as_u16(), 204, "{surface:?}");
            desk.desks().clock().advance(TimeDelta::minutes(25));
            assert!(is_in(&mut browser, surface).await, "{surface:?}");
        }
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_and_not_only_the_cookie() {
    for surface in [Surface::Portal, Surface::Desk] {
        let desk = TestDesk::open().await;
        let mut browser = somebody(&desk, surface).await;
        let kept = browser.cookie();
        assert!(lets_in(&browser, surface, kept.clone()).await, "{surface:?}");
        let page = browser.get(own_page(surface)).await;
        browser.submit(&page, "/sign-out", &[]).await;
        assert!(!browser.cookies().contains_key(SESSION), "{surface:?}");
        assert!(!lets_in(&browser, surface, kept).await, "{surface:?}: the old cookie still opens");
    }
}

#[tokio::test]
async fn a_token_that_was_planted_before_is_worth_nothing() {
    for surface in [Surface::Portal, Surface::Desk] {
        let desk = TestDesk::open().await;
        let planted = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE";
        let mut victim = desk.browser(&surface.host("fda"));
        victim.plant(SESSION, planted);
        let page = victim.get("/sign-in").await;
        sign_in(&desk, &mut victim, (surface, page)).await;
        let first = victim.cookies()[SESSION].clone();
        assert_ne!(first, planted, "{surface:?}");
        assert!(is_in(&mut victim, surface).await, "{surface:?}");
        assert!(!lets_in(&victim, surface, format!("{SESSION}={planted}")).await, "{surface:?}");

        // Whoever signs in again gets another token again.
        desk.desks().clock().advance(TimeDelta::minutes(10));
        let page = victim.get("/sign-in").await;
        sign_in(&desk, &mut victim, (surface, page)).await;
        assert_ne!(victim.cookies()[SESSION], first, "{surface:?}");
    }
}

async fn sign_in(desk: &TestDesk, browser: &mut Browser, (surface, page): (Surface, Page)) {
    if surface == Surface::Portal {
        desk.proves(browser, page, MOBILE).await;
        return;
    }
    let fda = desk.agency("fda").await;
    desk.desks().clock().advance(TimeDelta::seconds(31));
    let clerk = fda.sign_in(fda.holder("secretariat-clerk"));
    let second = clerk.code_at(desk.desks().clock().now());
    let values =
        [("username", &clerk.username), ("password", &clerk.password), ("second", &second)];
    browser.submit(&page, "/sign-in", &values.map(|(n, v)| (n, v.as_str()))).await;
}

#[tokio::test]
async fn a_session_of_one_host_opens_no_other() {
    let desk = TestDesk::open().await;
    for from in [Surface::Portal, Surface::Desk, Surface::Admin] {
        let browser = somebody(&desk, from).await;
        for (slug, to) in [
            ("fda", Surface::Portal),
            ("fda", Surface::Desk),
            ("fda", Surface::Admin),
            ("fda2", Surface::Portal),
            ("fda2", Surface::Desk),
            ("fda2", Surface::Admin),
        ] {
            let there = desk.browser(&to.host(slug));
            let own = slug == "fda" && to == from;
            let opens = lets_in(&there, to, browser.cookie()).await;
            assert_eq!(opens, own, "{from:?} of fda at {to:?} of {slug}");
        }
    }
}

/// Only cookies that came once and in the right shape are looked at.
#[tokio::test]
async fn a_cookie_must_come_once_and_whole() {
    let desk = TestDesk::open().await;
    let browser = somebody(&desk, Surface::Portal).await;
    let token = &browser.cookies()[SESSION];
    let cases = [
        (format!("{SESSION}={token}"), true),
        (format!("other=1; {SESSION}={token}"), true),
        (format!("{SESSION}={token}; {SESSION}={token}x"), false),
        (format!("session={token}"), false),
        (format!("{SESSION}={}", &token[1..]), false),
        (format!("{SESSION}={}", token.to_uppercase()), false),
        (format!("{SESSION}=\"{token}\""), false),
        (format!("{SESSION}="), false),
    ];
    for (no, (cookie, opens)) in cases.into_iter().enumerate() {
        assert_eq!(lets_in(&browser, Surface::Portal, cookie).await, opens, "case {no}");
    }
}
