//! At the counter: a clerk receives a visitor, fills in the form, registers the request at once and
//! hands the receipt over; the request is in nobody's account until somebody takes it there who knows
//! its code and a second fact.

use it::company::{ANSWERS, PDF};

use super::cast::{case_of, code_of, finishes, pdf, submitted, the_look_alike_sees_nothing};
use crate::support::{Agency, Browser, File, Page, TestDesk};

const MOBILE: &str = "09351234567";

/// A company whose attorney stands at the counter.
const VISITOR: &[(&str, &str)] = &[
    ("channel", "in-person"),
    ("check", "national-card"),
    ("kind", "company-id"),
    ("id", "۱۰۳۸۰۲۸۴۷۹۰"),
    ("name", "شرکت آزمون زیبایی پارس"),
    ("mobile", "0935 123 4567"),
    ("mobileOwner", "own"),
    ("authority", "power-of-attorney"),
    ("agentName", "پروین درگاهی"),
    ("agentKind", "national-code"),
    ("agentId", "0499370899"),
    ("documentNumber", "۱۴۰۵/الف/۱۷"),
    ("documentUntil.day", "30"),
    ("documentUntil.month", "12"),
    ("documentUntil.year", "1408"),
    ("documentScope", "پیگیری و دریافت مجوز"),
];

const SERVICE: &str = "/counter/services/cosmetics-import";

async fn clerk(desk: &TestDesk, agency: &Agency) -> Browser {
    desk.staff(agency, agency.holder("counter-1")).await
}

/// Received: the page of the answers.
pub(super) async fn received(browser: &mut Browser, changes: &[(&str, &str)]) -> Page {
    let page = browser.get(SERVICE).await;
    let mut values = VISITOR.to_vec();
    for change in changes {
        values.retain(|(name, _)| name != &change.0);
        values.push(*change);
    }
    browser.submit(&page, SERVICE, &values).await
}

/// With its answers and its document: the page before registering.
async fn filled_in(browser: &mut Browser, answers: &Page) -> Page {
    let mut values = ANSWERS.to_vec();
    values.push(("step", "continue"));
    let documents = browser.submit(answers, &answers.path.clone(), &values).await;
    assert!(documents.path.ends_with("/documents"), "{}: {}", documents.path, documents.text());
    let documents = browser.upload(&documents, &documents.path.clone(), pdf("proforma")).await;
    let check = browser.get(&documents.path.replace("/documents", "/check")).await;
    assert!(check.status.is_success(), "{}", check.text());
    check
}

pub(super) async fn registered(
    desk: &TestDesk,
    browser: &mut Browser,
    changes: &[(&str, &str)],
) -> Page {
    let answers = received(browser, changes).await;
    assert!(answers.status.is_success(), "{}", answers.text());
    let check = filled_in(browser, &answers).await;
    let receipt = browser.submit(&check, &check.action("/registration"), &[]).await;
    assert!(receipt.path.ends_with("/receipt"), "{}: {}", receipt.path, receipt.text());
    desk.works_through_its_jobs().await;
    receipt
}

async fn count(desk: &TestDesk, of: &'static str) -> i64 {
    let mut superuser = desk.database.superuser().await;
    sqlx::query_scalar(of).fetch_one(&mut superuser).await.expect("a number")
}

#[tokio::test]
async fn a_visitor_leaves_with_a_number_and_reads_the_answer() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut clerk = clerk(&desk, &fda).await;
    let list = clerk.get("/counter?q=آرایشی").await;
    assert!(list.body.contains(SERVICE), "the service is found: {}", list.text());
    assert!(!list.body.contains("drug-registration"), "and no other");

    let receipt = registered(&desk, &mut clerk, &[]).await;
    let (case, code) = (case_of(&receipt), code_of(&receipt));
    let shown = locale::digits::to_latin(&receipt.text());
    let year = locale::jalali::Day::of(desk.desks().clock().now()).year;
    assert!(shown.contains(&format!("{year}/1")), "numbered at once: {shown}");
    for words in ["متصدی باجه 1", "میز خدمت حضوری", "پیش‌فاکتور.pdf", "0935***4567", "fda.localhost"]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(
        !shown.contains("10380284790") && !shown.contains("شرکت آزمون"),
        "for whoever finds it"
    );

    // Before the expert it is like any other, and says how it came.
    let mut expert = desk.staff(&fda, fda.holder("cosmetics-expert")).await;
    let page = expert.get(&format!("/cases/{case}")).await;
    for words in
        ["حضوری", "کارت ملی دیده شد", "پروین درگاهی", "متصدی باجه ۱", "در متصدی باجه ۱ ثبت شد"]
    {
        assert!(page.shows(words), "{words}: {}", page.text());
    }
    finishes(&desk, (&fda, "cosmetics-expert"), &case, ("complete", &[])).await;
    let decision = [("reason", "requirements-met"), ("text", "با ورود این فرآورده موافقت شد.")];
    finishes(&desk, (&fda, "cosmetics-manager"), &case, ("approve", &decision)).await;
    finishes(&desk, (&fda, "secretariat-clerk"), &case, ("closed", &[])).await;

    let mut visitor = desk.browser("fda.localhost:8080");
    let page = visitor.get("/tracking").await;
    let found = visitor.submit(&page, "/tracking", &[("code", &code), ("fact", "4790")]).await;
    assert!(found.status.is_success(), "{}", found.text());
    let mut citizen = desk.applicant("fda", MOBILE).await;
    let page = citizen.get("/requests/link").await;
    let linked = citizen.submit(&page, "/requests/link", &[("code", &code)]).await;
    assert!(linked.shows("با ورود این فرآورده موافقت شد."), "{}", linked.text());

    the_look_alike_sees_nothing(&desk, &case, &code).await;
    let other = desk.agency("fda2").await;
    let mut clerk = desk.staff(&other, other.holder("counter-1")).await;
    assert!(!clerk.get("/counter").await.body.contains(&case));
    assert_eq!(clerk.get(&receipt.path).await.status.as_u16(), 404);
    let mut theirs = desk.applicant("fda2", MOBILE).await;
    let page = theirs.get("/requests/link").await;
    let linked = theirs.submit(&page, "/requests/link", &[("code", &code)]).await;
    assert_eq!(linked.status.as_u16(), 404);
}

#[tokio::test]
async fn pressed_twice_in_two_tabs_and_again_after_going_back_it_is_one_request() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut clerk = clerk(&desk, &fda).await;
    let page = clerk.get(SERVICE).await;
    let answers = clerk.submit(&page, SERVICE, VISITOR).await;
    let again = clerk.submit(&page, SERVICE, VISITOR).await;
    assert_eq!(answers.path, again.path, "one page begins one draft");
    let check = filled_in(&mut clerk, &answers).await;
    let action = check.action("/registration");
    let receipt = clerk.submit(&check, &action, &[]).await;
    let back = clerk.submit(&check, &action, &[]).await;
    assert_eq!((receipt.path.as_str(), code_of(&receipt)), (back.path.as_str(), code_of(&back)));
    for page in ["", "/visitor", "/documents", "/check"] {
        let left = clerk.get(&format!("{}{page}", answers.path)).await;
        assert_eq!(left.path, receipt.path, "the draft's pages lead to the receipt: {page}");
    }
    assert_eq!(count(&desk, "select count(*) from cases").await, 1);
    assert_eq!(count(&desk, "select count(*) from letters").await, 1);
    assert_eq!(count(&desk, "select count(*) from visitors").await, 1);
}

#[tokio::test]
async fn it_comes_into_an_account_by_code_and_second_fact_and_never_by_national_code_alone() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    // Somebody with the same national code and company, at both agencies, through the portal.
    let (mut same_codes, _) = submitted(&desk, "fda", "09121110009").await;
    let (_, _) = submitted(&desk, "fda2", MOBILE).await;
    let mut clerk = clerk(&desk, &fda).await;
    let receipt = registered(&desk, &mut clerk, &[]).await;
    let (case, code) = (case_of(&receipt), code_of(&receipt));

    let sees = |page: &Page| page.body.contains(&case);
    assert!(!sees(&same_codes.get("/requests").await), "equal codes link nothing");
    assert_eq!(same_codes.get(&format!("/requests/{case}")).await.status.as_u16(), 404);
    let mut owner = desk.applicant("fda", MOBILE).await;
    assert!(!sees(&owner.get("/requests").await), "a typed mobile links nothing by itself");
    assert_eq!(owner.get(&format!("/requests/{case}")).await.status.as_u16(), 404);

    // Another mobile: neither the code alone nor with what opens the public page.
    let page = same_codes.get("/requests/link").await;
    let unknown = [("code", "1234567890123452"), ("fact", "10380284790")];
    let unknown = same_codes.submit(&page, "/requests/link", &unknown).await;
    for fact in ["", "4790", MOBILE, "10380284791", "0"] {
        let values = [("code", code.as_str()), ("fact", fact)];
        let refused = same_codes.submit(&page, "/requests/link", &values).await;
        assert_eq!(refused.status.as_u16(), 404, "{fact}");
        assert_eq!(refused.text(), unknown.text(), "a wrong fact is told like an unknown code");
    }
    let values = [("code", code.as_str()), ("fact", "۱۰۳۸۰۲۸۴۷۹۰")];
    let linked = same_codes.submit(&page, "/requests/link", &values).await;
    assert!(linked.path.ends_with(&case), "{}: {}", linked.path, linked.text());
    let again = same_codes.submit(&page, "/requests/link", &values).await;
    assert!(again.path.ends_with(&case), "doing it again changes nothing");
    assert!(sees(&same_codes.get("/requests").await));

    // It has its account now; whoever else asks is told that there is none.
    let page = owner.get("/requests/link").await;
    let refused = owner.submit(&page, "/requests/link", &values).await;
    assert_eq!((refused.status.as_u16(), refused.text()), (404, unknown.text()));
    let noted = "select count(*) from events where kind = 'linked'";
    assert_eq!(count(&desk, noted).await, 1);
}

#[tokio::test]
async fn without_a_mobile_nothing_is_sent_and_somebody_elses_mobile_is_no_fact() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut clerk = clerk(&desk, &fda).await;
    let receipt = registered(&desk, &mut clerk, &[("mobile", ""), ("mobileOwner", "own")]).await;
    assert!(receipt.shows("شماره‌ای ثبت نشده است"), "{}", receipt.text());
    let sms = |sent: Vec<String>| sent.iter().filter(|line| line.starts_with("Sms")).count();
    assert_eq!(sms(desk.sent().await), 0);
    let mut visitor = desk.browser("fda.localhost:8080");
    let page = visitor.get("/tracking").await;
    let none = [("code", code_of(&receipt)), ("fact", String::new())];
    let none = none.each_ref().map(|(name, value)| (*name, value.as_str()));
    let found = visitor.submit(&page, "/tracking", &none).await;
    assert_eq!(found.status.as_u16(), 404, "no mobile is not an empty fact");

    let receipt = registered(&desk, &mut clerk, &[("mobileOwner", "other")]).await;
    let (case, code) = (case_of(&receipt), code_of(&receipt));
    let sent = desk.sent().await;
    assert!(sent.iter().any(|line| line.starts_with("Sms +989351234567")), "{sent:?}");
    for (fact, status) in [(MOBILE, 404), ("4790", 200)] {
        let found = visitor.submit(&page, "/tracking", &[("code", &code), ("fact", fact)]).await;
        assert_eq!(found.status.as_u16(), status, "{fact}");
    }
    let mut owner = desk.applicant("fda", MOBILE).await;
    let page = owner.get("/requests/link").await;
    let refused = owner.submit(&page, "/requests/link", &[("code", &code)]).await;
    assert_eq!(refused.status.as_u16(), 404, "the mobile is not the applicant's");
    let mut expert = desk.staff(&fda, fda.holder("cosmetics-expert")).await;
    let page = expert.get(&format!("/cases/{case}")).await;
    assert!(page.shows("این شماره از آن خود متقاضی نیست."), "{}", page.text());
}

#[tokio::test]
async fn what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut clerk = clerk(&desk, &fda).await;
    let wrong = [
        ("id", "10380284792", "id"),
        ("mobile", "02188881234", "mobile"),
        ("authority", "oneself", "authority"),
        ("agentId", "0499370898", "agentId"),
        ("documentUntil.year", "1404", "documentUntil"),
    ];
    for (name, value, field) in wrong {
        let again = received(&mut clerk, &[(name, value)]).await;
        assert_eq!(again.status.as_u16(), 422, "{name}: {}", again.text());
        assert!(again.body.contains(&format!("href=\"#f-{field}\"")), "in the summary: {name}");
        assert!(again.body.contains(&format!("id=\"f-{field}-problem\"")), "beside it: {name}");
        assert!(again.body.contains("پروین درگاهی"), "what was typed stays: {name}");
    }
    assert_eq!(count(&desk, "select count(*) from drafts").await, 0, "nothing half done");

    // The draft survives leaving, a wrong answer and a wrong file.
    let answers = received(&mut clerk, &[]).await;
    assert!(answers.body.contains("10380284790"), "what is known stands in the form already");
    let left = [("productName", "کرم نیمه‌کاره"), ("step", "leave")];
    let list = clerk.submit(&answers, &answers.path.clone(), &left).await;
    let resumed = clerk.get(&list.link("/counter/drafts/")).await;
    assert!(resumed.body.contains("کرم نیمه‌کاره"), "{}", resumed.text());
    let bad = [("officerNationalCode", "1111111111"), ("step", "continue")];
    let again = clerk.submit(&resumed, &answers.path.clone(), &bad).await;
    assert_eq!(again.status.as_u16(), 422);
    assert!(again.body.contains("href=\"#f-officerNationalCode\"") && again.shows("کد ملی"));
    let check = filled_in(&mut clerk, &resumed).await;
    let documents = clerk.get(&check.path.replace("/check", "/documents")).await;
    let evil = b"<html><script>alert(1)</script></html>";
    let file = File { field: "gazette", name: "a.pdf", media_type: "application/pdf", bytes: evil };
    let refused = clerk.upload(&documents, &documents.path.clone(), file).await;
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());
    assert!(refused.body.contains("id=\"f-gazette-problem\"") && refused.shows("پیش‌فاکتور.pdf"));
    assert!(PDF.len() > evil.len(), "the right file is another one");

    // The visitor is looked at again.
    let visitor = clerk.get(&format!("{}/visitor", answers.path)).await;
    let changed = [("name", "شرکت آزمون زیبایی پارس (سهامی خاص)"), ("id", "10380284792")];
    let again = clerk.submit(&visitor, &visitor.path.clone(), &changed).await;
    assert_eq!(again.status.as_u16(), 422, "{}", again.text());
    let saved = clerk.submit(&again, &visitor.path.clone(), &[("id", "10380284790")]).await;
    assert!(saved.shows("سهامی خاص"), "{}", saved.text());
}

#[tokio::test]
async fn an_expired_session_costs_a_clerk_nothing() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let username = fda.holder("counter-1").to_owned();
    let mut clerk = clerk(&desk, &fda).await;
    let page = clerk.get(SERVICE).await;
    desk.passes(chrono::TimeDelta::hours(13)).await;
    let asked = clerk.submit(&page, SERVICE, VISITOR).await;
    let answers = signs_in(&desk, &fda, &mut clerk, (&asked, &username)).await;
    assert!(answers.path.starts_with("/counter/drafts/"), "{}", answers.path);
    desk.passes(chrono::TimeDelta::hours(13)).await;
    let left = [("productName", "کرم نیمه‌کاره"), ("step", "continue")];
    let asked = clerk.submit(&answers, &answers.path.clone(), &left).await;
    let resumed = signs_in(&desk, &fda, &mut clerk, (&asked, &username)).await;
    assert!(resumed.body.contains("کرم نیمه‌کاره"), "{}: {}", resumed.path, resumed.text());
}

async fn signs_in(
    desk: &TestDesk,
    agency: &Agency,
    browser: &mut Browser,
    (page, username): (&Page, &str),
) -> Page {
    let sign_in = agency.sign_in(username);
    let second = sign_in.code_at(desk.desks().clock().now());
    let values = [("username", username), ("password", &sign_in.password), ("second", &second)];
    browser.submit(page, "/sign-in", &values).await
}

#[tokio::test]
async fn a_service_that_was_closed_meanwhile_takes_nothing_and_says_so() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut clerk = clerk(&desk, &fda).await;
    let page = clerk.get(SERVICE).await;
    let answers = received(&mut clerk, &[]).await;
    let check = filled_in(&mut clerk, &answers).await;
    let mut superuser = desk.database.superuser().await;
    let closed = "update services set state = 'closed' where key = 'cosmetics-import'";
    sqlx::query(closed).execute(&mut superuser).await.expect("closed");
    let words = "فعلاً درخواست تازه نمی‌پذیرد";
    for refused in [
        clerk.get(SERVICE).await,
        clerk.submit(&page, SERVICE, VISITOR).await,
        clerk.submit(&check, &check.action("/registration"), &[]).await,
    ] {
        assert_eq!(refused.status.as_u16(), 409, "{}", refused.text());
        assert!(refused.shows(words), "{}", refused.text());
    }
    assert_eq!(count(&desk, "select count(*) from cases").await, 0);
    let kept = clerk.get(&answers.path).await;
    assert!(kept.body.contains("Moist Cream"), "what was typed stays");
}

#[tokio::test]
async fn a_counter_is_its_clerks_alone() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut clerk = clerk(&desk, &fda).await;
    let answers = received(&mut clerk, &[]).await;
    let receipt = registered(&desk, &mut clerk, &[]).await;
    let case = format!("/cases/{}", case_of(&receipt));
    assert_eq!(clerk.get(&case).await.status.as_u16(), 404, "a clerk reads no file");
    for position in ["counter-2", "cosmetics-expert", "secretariat-clerk", "desk-admin"] {
        let mut other = desk.staff(&fda, fda.holder(position)).await;
        for path in [answers.path.as_str(), receipt.path.as_str()] {
            assert_eq!(other.get(path).await.status.as_u16(), 404, "{position}: {path}");
        }
        let list = other.get("/counter").await;
        let may = position == "counter-2";
        assert_eq!(list.status.as_u16(), if may { 200 } else { 404 }, "{position}");
        assert!(!list.body.contains("شرکت آزمون"), "{position} sees what lies elsewhere");
        let nav = other.get("/").await.body.contains("href=\"/counter\"");
        assert_eq!(nav, may, "{position}: the way there is shown to whom it is open");
    }
}

#[tokio::test]
async fn where_a_counter_may_not_number_the_secretariat_does() {
    let desk = TestDesk::open().await;
    let mut superuser = desk.database.superuser().await;
    let taken = "delete from policy_rules where subject = 'desk-clerk' and kind = 'register'";
    sqlx::query(taken).execute(&mut superuser).await.expect("a rule is taken out");
    let fda = desk.agency("fda").await;
    let mut clerk = clerk(&desk, &fda).await;
    let receipt = registered(&desk, &mut clerk, &[]).await;
    assert!(receipt.shows("شمارهٔ ثبت پس از بررسی دبیرخانه داده می‌شود."), "{}", receipt.text());
    let case = case_of(&receipt);
    finishes(&desk, (&fda, "secretariat-clerk"), &case, ("registered", &[])).await;
    let year = locale::jalali::Day::of(desk.desks().clock().now()).year;
    let again = locale::digits::to_latin(&clerk.get(&receipt.path).await.text());
    assert!(again.contains(&format!("{year}/1")), "{again}");
}
