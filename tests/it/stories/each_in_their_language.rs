//! Everybody reads pages and notices in their own language: it is kept with the person, follows them
//! to another browser, and what is written while a case runs is written in the language of that day.

use chrono::TimeDelta;
use scraper::Selector;

use super::cast::{
    MOBILE, case_of, code_of, drafts, finishes, hands_in, pdf, registered, submitted,
};
use super::counter;
use crate::support::{Agency, Browser, Page, TestDesk};

const HERS: &str = "09351112233";
/// After which another code may be sent to a number.
const CODE_AGAIN: TimeDelta = TimeDelta::minutes(3);

/// Whether a letter of the Persian alphabet stands here.
fn is_persian(text: &str) -> bool {
    text.chars().any(|c| ('\u{0600}'..='\u{06ff}').contains(&c))
}

fn lang_of(page: &Page) -> String {
    let html = page.html();
    html.root_element().attr("lang").expect("a page says its language").to_owned()
}

/// Press the button of the other language; the page to which it leads.
async fn switches(browser: &mut Browser, page: &Page, lang: &str) -> Page {
    browser.submit(page, "/language", &[("lang", lang)]).await
}

/// What was sent to an address since `from` messages had been sent.
async fn told(desk: &TestDesk, to: &str, from: usize) -> Vec<String> {
    let sent = desk.sent().await.split_off(from);
    let words = |message: String| {
        let mut parts = message.splitn(3, ' ');
        let address = parts.nth(1).expect("an address");
        (address == to).then(|| parts.next().expect("a text").to_owned())
    };
    sent.into_iter().filter_map(words).collect()
}

async fn count(desk: &TestDesk) -> usize {
    desk.sent().await.len()
}

/// Somebody reads English from the first page on.
async fn signs_in_in_english(desk: &TestDesk, slug: &str) -> Browser {
    let mut browser = desk.browser(&format!("{slug}.localhost:8080"));
    let page = browser.get("/").await;
    assert_eq!(lang_of(&page), "fa");
    switches(&mut browser, &page, "en").await;
    let page = browser.get("/sign-in").await;
    let page = desk.proves(&mut browser, page, HERS).await;
    assert_eq!(lang_of(&page), "en", "{}", page.text());
    browser
}

#[tokio::test]
async fn an_english_reader_is_told_in_english_and_the_persian_one_beside_her_in_persian() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut hers = signs_in_in_english(&desk, "fda").await;
    let code = told(&desk, "+989351112233", 0).await;
    assert!(code[0].starts_with("Your sign-in code: "), "{code:?}");
    assert!(!is_persian(&code[0]), "{code:?}");

    let documents = drafts(&mut hers).await;
    let before = count(&desk).await;
    let receipt = hands_in(&desk, &mut hers, documents).await;
    let (case, code) = (case_of(&receipt), code_of(&receipt));
    finishes(&desk, (&fda, "secretariat-clerk"), &case, ("registered", &[])).await;
    finishes(&desk, (&fda, "cosmetics-expert"), &case, ("complete", &[])).await;
    let decision = [("reason", "requirements-met"), ("text", "Welcome.")];
    finishes(&desk, (&fda, "cosmetics-manager"), &case, ("approve", &decision)).await;
    let sms = told(&desk, "+989351112233", before).await;
    let mails = told(&desk, "desk@example.ir", before).await;
    let day = regex::Regex::new(r"Answer by \d{4}-\d\d-\d\d \(\d{4}/\d\d/\d\d\)\n").unwrap();
    assert!(day.is_match(&sms[0]), "a day as on the pages: {sms:?}");
    assert!(sms[0].contains(&format!("Tracking code: {code}\n")), "{sms:?}");
    assert!(mails.iter().any(|mail| mail.contains("Import permit") || mail.contains("import")));
    assert_eq!((sms.len(), mails.len()), (3, 3), "{sms:?} {mails:?}");
    for message in sms.iter().chain(&mails) {
        assert!(!is_persian(message), "{message}");
    }

    // Beside her: another applicant here, and at the look-alike agency her own number.
    for (slug, mobile, to) in [("fda", MOBILE, "+989123456789"), ("fda2", HERS, "+989351112233")] {
        let before = count(&desk).await;
        submitted(&desk, slug, mobile).await;
        let told = told(&desk, to, before).await;
        assert_eq!(told.len(), 2, "a code and a receipt: {told:?}");
        assert!(told.iter().all(|message| is_persian(message)), "{slug}: {told:?}");
    }
}

#[tokio::test]
async fn whoever_changes_the_language_while_a_case_runs_is_told_in_the_new_one() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (mut citizen, case) = registered(&desk, &fda).await;
    let page = citizen.get("/requests").await;
    assert!(told(&desk, "+989123456789", 0).await.iter().all(|message| is_persian(message)));

    let before = count(&desk).await;
    switches(&mut citizen, &page, "en").await;
    asks_for_the_gazette(&desk, &fda, &case).await;
    let english = told(&desk, "+989123456789", before).await;
    assert_eq!(english.len(), 1, "{english:?}");
    assert!(!is_persian(&english[0]), "{english:?}");

    // In a second browser, which shows Persian as long as nobody is recognised on it.
    let before = count(&desk).await;
    let mut second = desk.applicant("fda", MOBILE).await;
    let page = second.get(&format!("/requests/{case}")).await;
    assert_eq!(lang_of(&page), "en", "the account's language came along");
    switches(&mut second, &page, "fa").await;
    let first = citizen.get("/requests").await;
    assert_eq!(lang_of(&first), "fa", "every browser of hers follows");
    let page = second.get(&format!("/requests/{case}")).await;
    let upload = format!("/requests/{case}/documents");
    let page = second.upload(&page, &upload, pdf("gazette")).await;
    let page = second.submit(&page, &page.action("/supply"), &[]).await;
    assert!(page.status.is_success(), "{}", page.text());
    desk.works_through_its_jobs().await;
    let persian = told(&desk, "+989123456789", before).await;
    assert_eq!(persian.len(), 2, "a code and a receipt: {persian:?}");
    assert!(persian.iter().all(|message| is_persian(message)), "{persian:?}");
}

async fn asks_for_the_gazette(desk: &TestDesk, agency: &Agency, case: &str) {
    let mut expert = desk.staff(agency, agency.holder("cosmetics-expert")).await;
    let page = expert.get(&format!("/cases/{case}")).await;
    let html = page.html();
    let boxes = Selector::parse("form[action$='/completion'] input[type='checkbox']").unwrap();
    let mut names = html.select(&boxes).filter_map(|tick| tick.attr("name"));
    let listed = names.find(|name| name.contains("gazette")).expect("it can be ticked");
    let values = [(listed, "on"), ("note", "Please send the last one.")];
    let action = page.action("/completion");
    let asked = expert.submit_one(&page, &action, ("outcome", "missing"), &values).await;
    assert!(asked.status.is_success(), "{}", asked.text());
    desk.works_through_its_jobs().await;
}

/// Which language a browser goes on in: what it showed before, who chose that, and what is kept.
#[tokio::test]
async fn what_was_just_chosen_goes_before_what_was_kept_and_that_before_what_is_left_over() {
    let desk = TestDesk::open().await;
    let mut first = signs_in_in_english(&desk, "fda").await;
    let page = first.get("/").await;
    first.submit(&page, "/sign-out", &[]).await;
    assert_eq!(lang_of(&first.get("/").await), "en", "signing out changes no language");

    // Somebody else sits down at the same browser: what is left over says nothing about them if they
    // have a language already, and is where they begin if they have none.
    desk.applicant("fda", MOBILE).await;
    desk.passes(CODE_AGAIN).await;
    let page = first.get("/sign-in").await;
    assert_eq!(lang_of(&desk.proves(&mut first, page, MOBILE).await), "fa");

    // A visitor who has just chosen means it.
    let mut third = desk.browser("fda.localhost:8080");
    let page = third.get("/").await;
    switches(&mut third, &page, "en").await;
    let page = third.get("/").await;
    switches(&mut third, &page, "fa").await;
    let page = third.get("/sign-in").await;
    assert_eq!(lang_of(&desk.proves(&mut third, page, HERS).await), "fa");
    desk.passes(CODE_AGAIN).await;
    let mut fourth = desk.applicant("fda", HERS).await;
    assert_eq!(lang_of(&fourth.get("/").await), "fa", "it was kept");

    // At the look-alike agency nobody knows of it.
    let mut other = desk.browser("fda2.localhost:8080");
    let page = other.get("/sign-in").await;
    assert_eq!(lang_of(&desk.proves(&mut other, page, HERS).await), "fa");
}

#[tokio::test]
async fn a_member_of_staff_reads_desk_and_console_in_one_language() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let admin = fda.holder("desk-admin");
    let mut at_the_desk = desk.staff(&fda, admin).await;
    let page = at_the_desk.get("/account").await;
    assert_eq!(lang_of(&page), "fa");
    switches(&mut at_the_desk, &page, "en").await;
    let mut console = desk.admin(&fda, admin).await;
    assert_eq!(lang_of(&console.get("/").await), "en");
    assert_eq!(lang_of(&console.get("/account").await), "en");
    for other in ["secretariat-clerk", "cosmetics-expert"] {
        let mut beside = desk.staff(&fda, fda.holder(other)).await;
        assert_eq!(lang_of(&beside.get("/").await), "fa", "{other}");
    }
    let other = desk.agency("fda2").await;
    let mut twin = desk.staff(&other, other.holder("desk-admin")).await;
    assert_eq!(lang_of(&twin.get("/").await), "fa");
}

#[tokio::test]
async fn a_visitor_at_the_counter_is_told_in_the_language_that_the_clerk_noted() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    for (lang, english) in [(None, false), (Some("en"), true)] {
        let before = count(&desk).await;
        registers(&desk, &fda, lang).await;
        let told = told(&desk, "+989351234567", before).await;
        assert_eq!(told.len(), 2, "opened and numbered: {told:?}");
        assert!(told.iter().all(|message| is_persian(message) != english), "{lang:?}: {told:?}");
    }
}

async fn registers(desk: &TestDesk, agency: &Agency, lang: Option<&str>) {
    let mut clerk = desk.staff(agency, agency.holder("counter-1")).await;
    let noted = lang.map(|lang| ("lang", lang));
    let receipt = counter::registered(desk, &mut clerk, noted.as_slice()).await;
    assert!(receipt.status.is_success());
}
