//! Staff at the desk's door: password and second factor, each wrong in every way.

use chrono::TimeDelta;
use domain::identity::{self, Credentials, Door, Reading, RecoveryCodes, Reproof, SignedIn};
use domain::{Error, Refusal};
use tenants::Member;

use crate::support::{Agency, Browser, Page, TestDesk};

const CLERK: &str = "n.sepidar";

struct Typed<'a> {
    username: &'a str,
    password: &'a str,
    second: &'a str,
    origin: &'a str,
}

async fn tried(desk: &TestDesk, agency: &Agency, typed: Typed<'_>) -> Result<SignedIn, Refusal> {
    let Typed { username, password, second, origin } = typed;
    let credentials = Credentials {
        door: Door::Desk,
        username,
        password,
        second,
        origin,
        reading: Reading::default(),
    };
    match identity::sign_in(desk.desks(), &agency.tenant, credentials).await {
        Ok(signed_in) => Ok(signed_in),
        Err(Error::Refused(refusal)) => Err(refusal),
        Err(other) => panic!("{other:?}"),
    }
}

/// What the clerk's authenticator shows next, half a minute later.
fn next_code(desk: &TestDesk, agency: &Agency) -> String {
    desk.desks().clock().advance(TimeDelta::seconds(30));
    agency.sign_in(CLERK).code_at(desk.desks().clock().now())
}

/// The clerk with everything right but for the second factor given.
async fn clerk(desk: &TestDesk, agency: &Agency, second: &str) -> Result<SignedIn, Refusal> {
    let password = &agency.sign_in(CLERK).password;
    tried(desk, agency, Typed { username: CLERK, password, second, origin: "192.0.2.7" }).await
}

#[tokio::test]
async fn whatever_is_wrong_the_answer_is_the_same() {
    let desk = TestDesk::open().await;
    let (fda, twin) = (desk.agency("fda").await, desk.agency("fda2").await);
    let now = desk.desks().clock().now();
    let (own, theirs) = (fda.sign_in(CLERK), twin.sign_in(CLERK));
    let (code, foreign) = (own.code_at(now), theirs.code_at(now));
    let old = own.code_at(now - TimeDelta::seconds(90));
    let cases = [
        ("a wrong password", CLERK, "wrong-wrong-wrong", code.as_str()),
        ("no password", CLERK, "", &code),
        ("a name that nobody has", "z.nobody", &own.password, &code),
        ("another's name", fda.holder("cosmetics-expert"), &own.password, &code),
        ("the look-alike's password", CLERK, &theirs.password, &code),
        ("the look-alike's second factor", CLERK, &own.password, &foreign),
        ("an old code", CLERK, &own.password, &old),
        ("no second factor", CLERK, &own.password, ""),
        ("a name with a quote", "' or 1=1 --", &own.password, &code),
    ];
    let mut answers = Vec::new();
    for (no, (name, username, password, second)) in cases.into_iter().enumerate() {
        let origin = &format!("192.0.2.{no}");
        let refused = tried(&desk, &fda, Typed { username, password, second, origin }).await;
        assert_eq!(refused.err(), Some(Refusal::SignInWrong), "{name}");
        let page = typed_into_the_page(&desk, (username, password, second)).await;
        assert_eq!(page.status.as_u16(), 422, "{name}");
        answers.push(page.text());
        // Every page comes from one address: its delay must be over.
        desk.desks().clock().advance(TimeDelta::days(1));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:#?}");
}

async fn typed_into_the_page(
    desk: &TestDesk,
    (name, password, second): (&str, &str, &str),
) -> Page {
    let mut browser = desk.browser("fda-desk.localhost:8080");
    let page = browser.get("/sign-in").await;
    let values = [("username", name), ("password", password), ("second", second)];
    browser.submit(&page, "/sign-in", &values).await
}

#[tokio::test]
async fn a_code_of_the_authenticator_opens_the_door_once() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let code = next_code(&desk, &fda);
    assert!(clerk(&desk, &fda, &code).await.is_ok());
    let again = clerk(&desk, &fda, &code).await;
    assert_eq!(again.err(), Some(Refusal::SignInWrong), "the same code");
    let before = fda.sign_in(CLERK).code_at(desk.desks().clock().now() - TimeDelta::seconds(30));
    let again = clerk(&desk, &fda, &before).await;
    assert_eq!(again.err(), Some(Refusal::SignInWrong), "the one before it");

    desk.desks().clock().advance(TimeDelta::days(1));
    let code = next_code(&desk, &fda);
    let both = futures_util::future::join_all((0..2).map(|_| clerk(&desk, &fda, &code))).await;
    assert_eq!(both.iter().filter(|answer| answer.is_ok()).count(), 1, "two at once");
}

#[tokio::test]
async fn a_recovery_code_opens_the_door_once() {
    let desk = TestDesk::open().await;
    let (fda, twin) = (desk.agency("fda").await, desk.agency("fda2").await);
    let mut token = clerk(&desk, &fda, &next_code(&desk, &fda)).await.unwrap().token;
    let password = &fda.sign_in(CLERK).password;
    let mut renewed = Vec::new();
    for _ in 0..2 {
        let reproof = Reproof { door: Door::Desk, token: &token, password, origin: "192.0.2.7" };
        let made = identity::renew_recovery_codes(desk.desks(), &fda.tenant, reproof).await;
        let RecoveryCodes { codes, signed_in } = made.unwrap();
        renewed.push(codes);
        token = signed_in.token;
    }
    let (old, new) = (&renewed[0], &renewed[1]);
    assert_eq!(new.len(), 10);
    let careless = new[1].to_uppercase().replace('-', " ");
    let cases = [
        ("one that was replaced", &fda, &old[0], false),
        ("a new one", &fda, &new[0], true),
        ("the same again", &fda, &new[0], false),
        ("one typed carelessly", &fda, &careless, true),
        ("one at the look-alike", &twin, &new[2], false),
        ("which stays good at home", &fda, &new[2], true),
    ];
    for (name, agency, code, opens) in cases {
        assert_eq!(clerk(&desk, agency, code).await.is_ok(), opens, "{name}");
    }
    let both = futures_util::future::join_all((0..3).map(|_| clerk(&desk, &fda, &new[3]))).await;
    assert_eq!(both.iter().filter(|answer| answer.is_ok()).count(), 1, "three at once");
}

#[tokio::test]
async fn guesses_are_slowed_and_nobody_is_shut_out_by_the_guesses_of_others() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let guess = async |origin: &str| {
        let typed = Typed { username: CLERK, password: "a guess", second: "000000", origin };
        tried(&desk, &fda, typed).await.err()
    };
    // Seconds after the step before; whether the guess is looked at.
    let steps =
        [(0, true), (0, true), (0, true), (0, false), (4, false), (2, true), (9, false), (2, true)];
    for (no, (seconds, looked_at)) in steps.into_iter().enumerate() {
        desk.desks().clock().advance(TimeDelta::seconds(seconds));
        let refused = guess("198.51.100.9").await.expect("a guess never opens");
        let delayed = matches!(refused, Refusal::SignInDelayed { .. });
        assert_eq!(!delayed, looked_at, "step {no}: {refused:?}");
    }
    // The right words wait as well where the guesses came from, and are let in from anywhere else.
    let (code, password) = (next_code(&desk, &fda), &fda.sign_in(CLERK).password);
    desk.desks().clock().advance(TimeDelta::seconds(-25));
    let typed = |origin| Typed { username: CLERK, password, second: &code, origin };
    let waits = tried(&desk, &fda, typed("198.51.100.9")).await.err();
    assert!(matches!(waits, Some(Refusal::SignInDelayed { .. })), "{waits:?}");
    assert!(tried(&desk, &fda, typed("203.0.113.5")).await.is_ok());
}

#[tokio::test]
async fn guesses_in_parallel_count_one_by_one() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let guess =
        || Typed { username: CLERK, password: "a guess", second: "0", origin: "198.51.100.8" };
    let guesses = (0..8).map(|_| tried(&desk, &fda, guess()));
    let answers = futures_util::future::join_all(guesses).await;
    let looked_at = answers.iter().filter(|a| matches!(a, Err(Refusal::SignInWrong))).count();
    assert_eq!(looked_at, 3);
}

fn sees_the_desk(page: &Page) -> bool {
    page.path.starts_with("/cartable/")
}

async fn signed_in(desk: &TestDesk, fda: &Agency) -> Browser {
    desk.staff(fda, CLERK).await
}

#[tokio::test]
async fn the_sixth_session_ends_the_oldest() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut browsers = Vec::new();
    for _ in 0..6 {
        browsers.push(signed_in(&desk, &fda).await);
    }
    for (no, browser) in browsers.iter_mut().enumerate() {
        assert_eq!(sees_the_desk(&browser.get("/").await), no > 0, "session {no}");
    }
}

#[tokio::test]
async fn whoever_is_disabled_is_out_at_once_and_stays_out() {
    let desk = TestDesk::open().await;
    let (fda, twin) = (desk.agency("fda").await, desk.agency("fda2").await);
    let mut browser = signed_in(&desk, &fda).await;
    let mut namesake = desk.staff(&twin, CLERK).await;
    let disable = "update staff set state = 'disabled' where username = $1
                   and tenant_id = (select id from tenants where slug = 'fda')";
    let mut superuser = desk.database.superuser().await;
    sqlx::query(disable).bind(CLERK).execute(&mut superuser).await.unwrap();
    assert!(!sees_the_desk(&browser.get("/").await));
    let refused = clerk(&desk, &fda, &next_code(&desk, &fda)).await.err();
    assert_eq!(refused, Some(Refusal::SignInWrong));
    assert!(sees_the_desk(&namesake.get("/").await), "the namesake at the look-alike");
}

/// A session knows its member's positions as they are now, not as they were.
#[tokio::test]
async fn whoever_leaves_a_position_no_longer_holds_what_lies_before_it() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let token = clerk(&desk, &fda, &next_code(&desk, &fda)).await.unwrap().token;
    let held = async || {
        let entered = identity::enter(desk.desks(), &fda.tenant, Door::Desk, Some(&token)).await;
        let caller = entered.unwrap().scope.caller().clone();
        let Some(Member { positions, .. }) = caller.staff().cloned() else { panic!("a member") };
        positions.len()
    };
    assert_eq!(held().await, 1);
    let leave = "update members set until = now()
                 where staff_id in (select id from staff where username = $1)";
    let mut superuser = desk.database.superuser().await;
    sqlx::query(leave).bind(CLERK).execute(&mut superuser).await.unwrap();
    assert_eq!(held().await, 0);
}
