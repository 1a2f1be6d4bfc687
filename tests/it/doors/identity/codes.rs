//! One-time codes: once, soon, for one number on one page of one agency.

use chrono::TimeDelta;
use domain::identity::{self, CodeSent, Proof, Reading};
use domain::{Error, Refusal, notices};
use locale::identity::Mobile;
use locale::words::Lang;
use uuid::Uuid;

use crate::support::{Agency, TestDesk};

const NUMBER: &str = "+989121110003";

fn mobile(text: &str) -> Mobile {
    Mobile::parse(text).expect("a mobile number")
}

async fn sent(desk: &TestDesk, agency: &Agency) -> Result<(CodeSent, String), Refusal> {
    let lang = Lang::Fa;
    match notices::send_code(desk.desks(), &agency.tenant, &mobile(NUMBER), "192.0.2.1", lang).await
    {
        Ok(sent) => Ok((sent, desk.code_for(NUMBER).await)),
        Err(Error::Refused(refusal)) => Err(refusal),
        Err(other) => panic!("{other:?}"),
    }
}

/// What a code is answered with; nothing when it opens the door.
async fn tried(
    desk: &TestDesk,
    agency: &Agency,
    (id, number, code): (Uuid, &str, &str),
) -> Option<Refusal> {
    let mobile = mobile(number);
    let proof = Proof { id, mobile: &mobile, code, reading: Reading::default() };
    match identity::confirm_code(desk.desks(), &agency.tenant, proof).await {
        Ok(_) => None,
        Err(Error::Refused(refusal)) => Some(refusal),
        Err(other) => panic!("{other:?}"),
    }
}

/// A code of six digits that is not this one.
fn another(code: &str) -> String {
    let last = if code.ends_with('0') { '1' } else { '0' };
    format!("{}{last}", &code[..5])
}

#[tokio::test]
async fn a_code_is_bound_to_its_number_its_page_and_its_agency_and_opens_once() {
    let desk = TestDesk::open().await;
    let (fda, twin) = (desk.agency("fda").await, desk.agency("fda2").await);
    let (sent, code) = sent(&desk, &fda).await.unwrap();
    let wrong = another(&code);
    let cases = [
        ("another agency", &twin, sent.id, NUMBER, code.as_str(), false),
        ("another page", &fda, Uuid::new_v4(), NUMBER, &code, false),
        ("another number", &fda, sent.id, "+989121110004", &code, false),
        ("another code", &fda, sent.id, NUMBER, &wrong, false),
        ("no code", &fda, sent.id, NUMBER, "", false),
        ("all of it right", &fda, sent.id, NUMBER, &code, true),
        ("the same again", &fda, sent.id, NUMBER, &code, false),
    ];
    for (name, agency, id, number, code, opens) in cases {
        let refused = (!opens).then_some(Refusal::CodeWrong);
        assert_eq!(tried(&desk, agency, (id, number, code)).await, refused, "{name}");
    }
}

#[tokio::test]
async fn the_fifth_wrong_try_ends_a_code() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (sent, code) = sent(&desk, &fda).await.unwrap();
    let wrong = another(&code);
    for no in 1..=5 {
        let refused = tried(&desk, &fda, (sent.id, NUMBER, &wrong)).await;
        let expected = if no < 5 { Refusal::CodeWrong } else { Refusal::CodeDead };
        assert_eq!(refused, Some(expected), "try {no}");
    }
    let refused = tried(&desk, &fda, (sent.id, NUMBER, &code)).await;
    assert_eq!(refused, Some(Refusal::CodeDead), "the right one comes too late");
}

#[tokio::test]
async fn guessing_in_parallel_gains_nothing() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (sent, code) = sent(&desk, &fda).await.unwrap();
    let wrong = another(&code);
    let guesses = (0..12).map(|_| tried(&desk, &fda, (sent.id, NUMBER, &wrong)));
    let refused = futures_util::future::join_all(guesses).await;
    let looked_at = refused.iter().filter(|r| **r == Some(Refusal::CodeWrong)).count();
    assert_eq!(looked_at, 4, "the fifth ends it: {refused:?}");
    let last = tried(&desk, &fda, (sent.id, NUMBER, &code)).await;
    assert_eq!(last, Some(Refusal::CodeDead));
}

#[tokio::test]
async fn of_two_who_bring_the_right_code_at_once_one_is_let_in() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (sent, code) = sent(&desk, &fda).await.unwrap();
    let both = (0..5).map(|_| tried(&desk, &fda, (sent.id, NUMBER, &code)));
    let answers = futures_util::future::join_all(both).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_none()).count(), 1, "{answers:?}");
}

#[tokio::test]
async fn a_code_lives_for_three_minutes() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    for (seconds, opens) in [(170, true), (181, false)] {
        let (sent, code) = sent(&desk, &fda).await.unwrap();
        desk.desks().clock().advance(TimeDelta::seconds(seconds));
        let refused = tried(&desk, &fda, (sent.id, NUMBER, &code)).await;
        assert_eq!(refused.is_none(), opens, "after {seconds} seconds: {refused:?}");
        desk.desks().clock().advance(TimeDelta::hours(2));
    }
}

#[tokio::test]
async fn codes_follow_one_another_ever_more_slowly() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    // Seconds after the step before, and whether a code is sent then.
    let steps = [
        (0, true),
        (50, false),
        (11, true),
        (110, false),
        (11, true),
        (290, false),
        (11, true),
        (301, true),
        (301, false),
        (3_000, true),
    ];
    for (no, (seconds, is_sent)) in steps.into_iter().enumerate() {
        desk.desks().clock().advance(TimeDelta::seconds(seconds));
        let answer = sent(&desk, &fda).await;
        assert_eq!(answer.is_ok(), is_sent, "step {no}: {:?}", answer.err());
    }
    // What one agency counts is no matter of another's.
    let twin = desk.agency("fda2").await;
    assert!(sent(&desk, &twin).await.is_ok());
}

#[tokio::test]
async fn two_who_ask_at_once_get_one_code() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let number = mobile(NUMBER);
    let ask = || notices::send_code(desk.desks(), &fda.tenant, &number, "192.0.2.1", Lang::Fa);
    let answers = futures_util::future::join_all((0..6).map(|_| ask())).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    desk.works_through_its_jobs().await;
    assert_eq!(desk.sent().await.len(), 1);
}

/// The page that comes after a number is typed says nothing about whether it is known (S08), and a
/// page made by one agency means nothing to another.
#[tokio::test]
async fn a_known_number_and_an_unknown_one_get_the_same_page() {
    let desk = TestDesk::open().await;
    desk.applicant("fda", "09121110003").await;
    desk.desks().clock().advance(TimeDelta::hours(1));
    let mut pages = Vec::new();
    let mut flow = String::new();
    for number in ["09121110003", "09121110004"] {
        let mut browser = desk.browser("fda.localhost:8080");
        let page = browser.get("/sign-in").await;
        let page = browser.submit(&page, "/sign-in", &[("mobile", number)]).await;
        let digits = locale::digits::to_latin(&page.text());
        pages.push((page.status, digits.replace("0003", "…").replace("0004", "…")));
        flow = page.form("/sign-in/code").into_iter().find(|(n, _)| n == "flow").unwrap().1;
    }
    assert_eq!(pages[0], pages[1]);

    let code = desk.code_for("+989121110004").await;
    let mut twin = desk.browser("fda2.localhost:8080");
    let page = twin.get("/sign-in").await;
    let page = twin.submit(&page, "/sign-in", &[("mobile", "09121110004")]).await;
    let values = [("flow", flow.as_str()), ("code", &code)];
    let answer = twin.submit(&page, "/sign-in/code", &values).await;
    assert!(answer.body.contains("name=\"mobile\""), "it begins anew: {}", answer.text());
    assert!(!twin.cookies().contains_key("__Host-session"));
}
