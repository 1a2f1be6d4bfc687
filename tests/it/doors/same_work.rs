//! Whether a name, a number or a code is known shows neither in what is answered nor in the work it
//! takes (S08): the same statements in the same order, the same hash of a password, and times that
//! cannot be told apart. `make bench` says how far apart they are on a machine of one's own.

use std::time::{Duration, Instant};

use domain::identity::{self, Credentials, Door, Reading};
use domain::{Error, Refusal, cases};
use locale::tracking_code::TrackingCode;
use tenants::Caller;

use super::company;
use super::log::Log;
use crate::support::{Agency, Browser, Page, TestDesk};

const CLERK: &str = "n.sepidar";
/// Tries of each kind, taken in turns so that whatever else the machine does hits both.
const TRIES: usize = 40;
/// How far the chance that one takes longer than the other may be from a half. Of forty tries each,
/// chance alone strays 0.065; work that one of two is spared leads to 0.5.
const EFFECT: f64 = 0.3;
/// The middle of one kind over the middle of the other, which the network hides at the latest.
const NEAR: f64 = 1.2;

/// The statements of one form, sent.
async fn statements(log: &Log, browser: &mut Browser, page: &Page, form: Form<'_>) -> Vec<String> {
    log.take();
    let answer = browser.submit(page, form.action, form.values).await;
    assert_eq!(answer.status.as_u16(), form.status, "{:?}: {}", form.values, answer.text());
    log.statements()
}

#[derive(Clone, Copy)]
struct Form<'a> {
    action: &'a str,
    values: &'a [(&'a str, &'a str)],
    status: u16,
}

#[tokio::test]
async fn signing_in_in_vain_takes_the_same_statements_whatever_was_wrong() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let clerk = fda.sign_in(CLERK);
    let code = clerk.code_at(desk.desks().clock().now());
    let right = clerk.password.as_str();
    let cases = [
        // The policy is read when the first of all calls comes in.
        ("z.first", "wrong-wrong-wrong", "000000"),
        ("z.nobody", "wrong-wrong-wrong", "000000"),
        ("z.nobody", right, code.as_str()),
        (CLERK, "wrong-wrong-wrong", "000000"),
        (CLERK, "wrong-wrong-wrong", &code),
        (CLERK, right, "000000"),
        (fda.holder("cosmetics-expert"), right, &code),
        ("", "", ""),
    ];
    let log = Log::of_statements();
    let mut browser = desk.browser("fda-desk.localhost:8080");
    let mut told = Vec::new();
    for (username, password, second) in cases {
        let page = browser.get("/sign-in").await;
        let values = [("username", username), ("password", password), ("second", second)];
        let form = Form { action: "/sign-in", values: &values, status: 422 };
        told.push(statements(&log, &mut browser, &page, form).await);
    }
    all_alike(&told[1..], 6);
}

#[tokio::test]
async fn asking_for_a_code_takes_the_same_statements_for_any_number() {
    let desk = TestDesk::open().await;
    desk.applicant("fda", company::MOBILE).await;
    desk.desks().clock().advance(chrono::TimeDelta::days(2));
    let log = Log::of_statements();
    let mut told = Vec::new();
    for mobile in [company::MOBILE, "09121119999", "09351112233"] {
        let mut browser = desk.browser("fda.localhost:8080");
        let page = browser.get("/sign-in").await;
        let form = Form { action: "/sign-in", values: &[("mobile", mobile)], status: 200 };
        told.push(statements(&log, &mut browser, &page, form).await);
    }
    all_alike(&told, 8);
}

#[tokio::test]
async fn looking_for_a_case_takes_the_same_statements_for_any_code_and_fact() {
    let desk = TestDesk::open().await;
    let code = tracked(&desk).await;
    let unknown = nobodys_code();
    let log = Log::of_statements();
    let mut visitor = desk.browser("fda.localhost:8080");
    let mut told = Vec::new();
    for (code, fact) in [(code.as_str(), "1111"), (&unknown, "1111"), (&unknown, it::company::FACT)]
    {
        let page = visitor.get("/tracking").await;
        let values = [("code", code), ("fact", fact)];
        let form = Form { action: "/tracking", values: &values, status: 404 };
        told.push(statements(&log, &mut visitor, &page, form).await);
    }
    all_alike(&told, 1);
}

/// # Panics
/// When they differ, or are fewer than there must be: then it was not they that were listened to.
fn all_alike(told: &[Vec<String>], least: usize) {
    for one in told {
        assert!(one.len() >= least, "hardly a statement: {one:#?}");
        assert_eq!(*one, told[0]);
    }
}

fn nobodys_code() -> String {
    TrackingCode::generate(&mut rand::rng()).as_str().to_owned()
}

/// The code of a case at the first agency.
async fn tracked(desk: &TestDesk) -> String {
    let mut citizen = desk.applicant("fda", company::MOBILE).await;
    company::submits(desk, &mut citizen).await;
    let mut superuser = desk.database.superuser().await;
    let code = sqlx::query_scalar("select tracking_code from cases");
    code.fetch_one(&mut superuser).await.expect("one case")
}

#[tokio::test]
async fn a_name_that_nobody_has_takes_as_long_as_a_wrong_password() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    // The hash that nobody's password is compared with is made when it is first needed.
    refused(&desk, &fda, ("z.nobody", "warm-up")).await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for no in 0..TRIES {
        known.push(refused(&desk, &fda, (CLERK, &format!("192.0.2.{no}"))).await);
        unknown.push(refused(&desk, &fda, ("z.nobody", &format!("198.51.100.{no}"))).await);
    }
    cannot_be_told_apart(known, unknown);
}

/// How long a wrong password for this name from this address takes.
async fn refused(desk: &TestDesk, agency: &Agency, (username, origin): (&str, &str)) -> Duration {
    let begun = Instant::now();
    let credentials = Credentials {
        username,
        password: "wrong-wrong-wrong",
        second: "000000",
        origin,
        door: Door::Desk,
        reading: Reading::default(),
    };
    let answer = identity::sign_in(desk.desks(), &agency.tenant, credentials).await;
    assert!(matches!(answer, Err(Error::Refused(Refusal::SignInWrong))), "{username}");
    begun.elapsed()
}

#[tokio::test]
async fn a_code_that_nobody_has_takes_as_long_as_a_wrong_fact() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let code = tracked(&desk).await;
    not_found(&desk, &fda, &code).await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..TRIES {
        known.push(not_found(&desk, &fda, &code).await);
        unknown.push(not_found(&desk, &fda, &nobodys_code()).await);
    }
    cannot_be_told_apart(known, unknown);
}

/// How long it takes not to find this code with a wrong fact. No page is made of it here: that would
/// take longer than everything before, and is the same for both.
async fn not_found(desk: &TestDesk, agency: &Agency, code: &str) -> Duration {
    let begun = Instant::now();
    let visitor = Caller::Visitor(agency.tenant.id);
    let mut scope = desk.desks().enter(&agency.tenant, visitor).await.expect("a scope");
    let answer = cases::track(&mut scope, code, "1111").await;
    assert!(matches!(answer, Err(Error::Missing(_))), "{code}");
    scope.commit().await.expect("nothing stands in the way");
    begun.elapsed()
}

/// # Panics
/// When one kind takes longer more often than chance explains, and by more than a fifth.
fn cannot_be_told_apart(mut some: Vec<Duration>, mut others: Vec<Duration>) {
    let effect = effect(&some, &others);
    some.sort();
    others.sort();
    let (one, other) = (some[TRIES / 2], others[TRIES / 2]);
    let near = one.as_secs_f64() < other.as_secs_f64() * NEAR
        && other.as_secs_f64() < one.as_secs_f64() * NEAR;
    assert!(near || effect.abs() < EFFECT, "{effect:.3}: {one:?} and {other:?} in the middle");
}

/// How far the chance that one of the first is less than one of the second is from a half: the
/// statistic of Mann and Whitney over the number of pairs.
fn effect(some: &[Duration], others: &[Duration]) -> f64 {
    let pairs = some.iter().flat_map(|one| others.iter().map(move |other| one.cmp(other)));
    let won: f64 = pairs
        .map(|order| match order {
            std::cmp::Ordering::Less => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Greater => 0.0,
        })
        .sum();
    let count = u32::try_from(some.len() * others.len()).expect("few");
    won / f64::from(count) - 0.5
}

#[test]
fn times_that_differ_are_told_apart() {
    let of = |from: u64| (0..40).map(|n| Duration::from_millis(from + n)).collect::<Vec<_>>();
    let cases = [(0, 0, 0.0), (0, 40, 0.5), (40, 0, -0.5)];
    for (some, others, expected) in cases {
        let effect = effect(&of(some), &of(others));
        assert!((effect - expected).abs() < 1e-9, "{some} {others}: {effect}");
    }
    assert!(effect(&of(0), &of(20)) > EFFECT);
}
