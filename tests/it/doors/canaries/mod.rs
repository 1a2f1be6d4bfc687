//! After a whole journey, nothing that a person told or was told stands readable in the database,
//! in the log or in the store.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use domain::identity;
use rand::Rng as _;

use super::company::{self, pdf};
use super::log::Log;
use crate::support::{Browser, TestDesk};

mod shapes;

/// What nobody may find, by what it is.
struct Canaries(Vec<(&'static str, String)>);

/// A company that nobody else is.
struct Person {
    national_code: String,
    mobile: String,
    name: String,
    company: String,
    email: String,
    remark: String,
}

impl Person {
    fn new() -> Self {
        let mut rng = rand::rng();
        let mut digits = |count: usize| -> String {
            (0..count).map(|_| char::from(b'0' + rng.random_range(0..10))).collect()
        };
        let tag = digits(9);
        Self {
            national_code: national_code(&format!("1{}", digits(8))),
            mobile: format!("0917{}", digits(7)),
            name: "سیمرغ کوه‌قاف‌نشین".into(),
            company: "بازرگانی زاغ‌کبودان".into(),
            email: format!("canary{tag}@example.ir"),
            remark: format!("یادداشت قناری {tag}"),
        }
    }

    fn answers(&self) -> Vec<(&str, &str)> {
        let own = [
            ("companyName", self.company.as_str()),
            ("contactMobile", &self.mobile),
            ("contactEmail", &self.email),
            ("officerName", &self.name),
            ("officerNationalCode", &self.national_code),
            ("remarks", &self.remark),
        ];
        let others =
            company::ANSWERS.iter().filter(|(name, _)| !own.iter().any(|(n, _)| n == name));
        others.copied().chain(own).collect()
    }
}

/// Nine digits with the check digit of a national code behind them.
fn national_code(nine: &str) -> String {
    let digits = nine.chars().filter_map(|digit| digit.to_digit(10));
    let sum: u32 = digits.zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let rest = sum % 11;
    format!("{nine}{}", if rest < 2 { rest } else { 11 - rest })
}

/// Texts of the staff, which speak of the person.
const ORDER: &str = "درباره سیمرغ نظر بدهید، کلاغ‌پر";
const OPINION: &str = "سیمرغ سالم است، گنجشک‌پر";
const NOTE: &str = "آگهی سیمرغ را بفرستید، کبوترپر";
const DECISION: &str = "با درخواست سیمرغ موافقت شد، درناپر";

/// Plays the whole of it; returns everything that must not be found.
async fn journey(desk: &TestDesk, person: &Person) -> Canaries {
    let fda = desk.agency("fda").await;
    let mut citizen = desk.applicant("fda", &person.mobile).await;
    let code = desk.code_for(&format!("+98{}", &person.mobile[1..])).await;
    let draft = company::drafts(&mut citizen, &person.answers()).await;
    company::attaches(&mut citizen, &draft, pdf("proforma", "پرنده‌نامه طاووس‌پر.pdf")).await;
    company::hands_in(&mut citizen, &draft).await;
    desk.works_through_its_jobs().await;
    let document = citizen.get(&format!("/requests/{draft}")).await.link("/documents/");
    let to = citizen.once("GET", &document, None).await;
    let ticket =
        to.header("location").and_then(|l| l.rsplit('/').next()).expect("a ticket").to_owned();

    let clerk = staffed(desk, "secretariat-clerk", &draft, ("registered", &[])).await;
    let mut expert = desk.staff(&fda, fda.holder("cosmetics-expert")).await;
    let page = expert.get(&format!("/cases/{draft}")).await;
    let to = page.option("to", "آزمایشگاه");
    let values = [("to", to.as_str()), ("action", "opinion"), ("order", ORDER), ("tells", "on")];
    expert.submit(&page, &page.action("/referrals"), &values).await;
    let mut laboratory = desk.staff(&fda, fda.holder("laboratory-expert")).await;
    let page = laboratory.get(&format!("/cases/{draft}")).await;
    laboratory.submit(&page, &page.action("/answer"), &[("answer", OPINION)]).await;
    let asks = [("item.gazette", "on"), ("note", NOTE)];
    company::finishes(desk, &mut expert, &draft, ("missing", &asks)).await;
    supplies(&mut citizen, &draft).await;
    desk.works_through_its_jobs().await;
    staffed(desk, "cosmetics-expert", &draft, ("complete", &[])).await;
    let decision = [("reason", "requirements-met"), ("text", DECISION)];
    staffed(desk, "cosmetics-manager", &draft, ("approve", &decision)).await;
    tracks(desk, person, &mut citizen, &draft).await;
    failures(desk, person).await;
    desk.passes(TimeDelta::seconds(1)).await;

    let sign_in = fda.sign_in(fda.holder("secretariat-clerk"));
    let session = |browser: &Browser| browser.cookies()["__Host-session"].clone();
    Canaries(vec![
        ("national code", person.national_code.clone()),
        ("mobile", person.mobile[1..].to_owned()),
        ("name", person.name.clone()),
        ("company", person.company.clone()),
        ("e-mail", person.email.clone()),
        ("remark", person.remark.clone()),
        ("one-time code", code),
        ("citizen's session", session(&citizen)),
        ("clerk's session", session(&clerk)),
        ("ticket", ticket),
        ("file name", "طاووس‌پر".into()),
        ("order", ORDER.into()),
        ("opinion", OPINION.into()),
        ("note", NOTE.into()),
        ("decision", DECISION.into()),
        ("password", sign_in.password.clone()),
        ("authenticator", sign_in.totp_secret.clone()),
        (
            "authenticator's bytes",
            hex::encode(identity::totp_secret(&sign_in.totp_secret).expect("base32")),
        ),
    ])
}

async fn staffed(
    desk: &TestDesk,
    position: &str,
    case: &str,
    outcome: (&str, &[(&str, &str)]),
) -> Browser {
    let fda = desk.agency("fda").await;
    let mut browser = desk.staff(&fda, fda.holder(position)).await;
    company::finishes(desk, &mut browser, case, outcome).await;
    browser
}

async fn supplies(citizen: &mut Browser, case: &str) {
    let page = citizen.get(&format!("/requests/{case}")).await;
    let path = format!("/requests/{case}/documents");
    citizen.upload(&page, &path, pdf("gazette", "آگهی طاووس‌پر.pdf")).await;
    let page = citizen.get(&format!("/requests/{case}")).await;
    citizen.submit(&page, &page.action("/supply"), &[]).await;
}

/// Follows the request from outside, with a wrong fact and with the right one.
async fn tracks(desk: &TestDesk, person: &Person, citizen: &mut Browser, case: &str) {
    let receipt =
        locale::digits::to_latin(&citizen.get(&format!("/requests/{case}/receipt")).await.text());
    let code = regex::Regex::new(r"\d{4} \d{4} \d{4} \d{4}").expect("a pattern");
    let code = code.find(&receipt).expect("a code").as_str();
    let mut visitor = desk.browser("fda.localhost:8080");
    let page = visitor.get("/tracking").await;
    for (fact, status) in [("0000", 404), (person.mobile.as_str(), 200)] {
        let found = visitor.submit(&page, "/tracking", &[("code", code), ("fact", fact)]).await;
        assert_eq!(found.status.as_u16(), status, "{}", found.text());
    }
}

/// What goes wrong is written of the most: wrong codes, wrong words, answers that do not fit.
async fn failures(desk: &TestDesk, person: &Person) {
    let fda = desk.agency("fda").await;
    let clerk = fda.sign_in(fda.holder("secretariat-clerk"));
    let mut browser = desk.browser("fda-desk.localhost:8080");
    let page = browser.get("/sign-in").await;
    let values =
        [("username", clerk.username.as_str()), ("password", &clerk.password), ("second", "0")];
    browser.submit(&page, "/sign-in", &values).await;
    desk.desks().clock().advance(TimeDelta::minutes(10));
    let mut citizen = desk.browser("fda.localhost:8080");
    let page = citizen.get("/sign-in").await;
    let page = citizen.submit(&page, "/sign-in", &[("mobile", &person.mobile)]).await;
    citizen.submit(&page, "/sign-in/code", &[("code", "1")]).await;
    // The number of another account, and a form that was sent after the session had ended.
    let page = citizen.get("/services/cosmetics-import").await;
    citizen.submit(&page, "/services/cosmetics-import/drafts", &[]).await;
}

impl Canaries {
    /// Where any of them stands, in any shape that a text takes on its way.
    fn found_in(&self, place: &str, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (name, canary) in &self.0 {
            let shapes = shapes::of(canary);
            let hits = shapes.iter().filter_map(|shape| Some((shape.kind, shape.line_in(text)?)));
            found.extend(hits.map(|(kind, line)| format!("{name} ({kind}) in {place}: {line}…")));
        }
        found
    }
}

#[tokio::test]
async fn nothing_told_in_confidence_stands_readable_anywhere() {
    let log = Log::begin();
    let desk = TestDesk::open().await;
    let person = Person::new();
    let canaries = journey(&desk, &person).await;

    let dump = desk.database.dump().await;
    let played =
        [("cases", 1), ("documents", 2), ("referrals", 1), ("decisions", 1), ("tickets", 1)];
    for (table, rows) in played {
        assert_eq!(dump[table].len(), rows, "the journey was played: {table}");
    }
    assert!(dump["notices"].len() >= 5, "the applicant was told");
    let mut found = Vec::new();
    for (table, rows) in &dump {
        found.extend(canaries.found_in(table, &rows.join("\n")));
    }

    let log = log.end();
    assert!(log.contains("signed in"), "the log was listened to");
    found.extend(canaries.found_in("the log", &log));

    // Keys and whatever the store keeps beside the bytes; the outbox is what was sent, by design.
    let kept: Vec<_> =
        files(desk.place()).into_iter().filter(|file| !is_in(file, "outbox")).collect();
    let stored = kept.iter().filter(|file| is_in(file, "objects"));
    assert!(stored.count() >= 2, "documents were stored: {kept:?}");
    for file in &kept {
        let bytes = fs::read(file).unwrap_or_default();
        let name = file.display().to_string();
        found.extend(canaries.found_in(&name, &name));
        found.extend(canaries.found_in(&name, &String::from_utf8_lossy(&bytes)));
    }
    assert_eq!(found, Vec::<String>::new());
    assert!(!kept.iter().any(|file| is_in(file, "spool")), "an upload was left behind: {kept:?}");
}

/// A search that finds nothing must be able to find something.
#[tokio::test]
async fn a_planted_canary_is_found_in_every_shape() {
    let person = Person::new();
    let canaries =
        Canaries(vec![("name", person.name.clone()), ("one-time code", "482913".into())]);
    let utf16: Vec<u8> = person.name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for planted in [
        format!("(1,{},2)", person.name),
        format!("\\x00{}ff", hex::encode(&person.name)),
        format!("\\x{}", hex::encode(utf16)),
        format!("{{\"name\":\"{}\"}}", shapes::escaped(&person.name)),
        "code=482913 sent".into(),
        "(\"482913\")".into(),
        hex::encode("482913"),
        "کد شما ۴۸۲۹۱۳ است".into(),
    ] {
        let found = canaries.found_in("here", &planted);
        assert!(!found.is_empty(), "{planted}");
    }
    for innocent in ["2026-11-24 07:00:00.482913+00", "9482913f-0000", "سیمرغ"] {
        let found = canaries.found_in("here", innocent);
        assert!(found.is_empty(), "{innocent}: {found:?}");
    }
}

fn is_in(file: &Path, folder: &str) -> bool {
    file.components().any(|part| part.as_os_str() == folder)
}

/// Every file below a folder.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
