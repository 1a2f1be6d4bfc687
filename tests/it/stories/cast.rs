//! Who plays in the stories, and what each of them does on the pages.

use it::company::{ANSWERS, PDF};

use crate::support::{Agency, Browser, File, Page, TestDesk};

pub const MOBILE: &str = "09123456789";

pub fn pdf(field: &str) -> File<'_> {
    File { field, name: "پیش‌فاکتور.pdf", media_type: "application/pdf", bytes: PDF }
}

/// An applicant with a draft whose answers are saved; returns the page of its documents.
pub async fn drafted(desk: &TestDesk, slug: &str, mobile: &str) -> (Browser, Page) {
    let mut browser = desk.applicant(slug, mobile).await;
    let documents = drafts(&mut browser).await;
    (browser, documents)
}

/// A draft whose answers are saved, of whoever is signed in; the page of its documents.
pub async fn drafts(browser: &mut Browser) -> Page {
    let sheet = browser.get("/services/cosmetics-import").await;
    let answers = browser.submit(&sheet, "/services/cosmetics-import/drafts", &[]).await;
    let mut values = ANSWERS.to_vec();
    values.extend([("contactEmail", "desk@example.ir"), ("step", "continue")]);
    let action = answers.action("/drafts/");
    let documents = browser.submit(&answers, &action, &values).await;
    assert!(documents.path.ends_with("/documents"), "{}: {}", documents.path, documents.text());
    documents
}

/// The same with its document, handed in; returns the receipt.
pub async fn submitted(desk: &TestDesk, slug: &str, mobile: &str) -> (Browser, Page) {
    let (mut browser, documents) = drafted(desk, slug, mobile).await;
    let receipt = hands_in(desk, &mut browser, documents).await;
    (browser, receipt)
}

/// A draft gets its document and is handed in; the receipt.
pub async fn hands_in(desk: &TestDesk, browser: &mut Browser, documents: Page) -> Page {
    let documents = browser.upload(&documents, &documents.path.clone(), pdf("proforma")).await;
    let check = browser.get(&documents.path.replace("/documents", "/check")).await;
    let receipt = browser.submit(&check, &check.action("/submission"), &[]).await;
    assert!(receipt.path.ends_with("/receipt"), "{}: {}", receipt.path, receipt.text());
    desk.works_through_its_jobs().await;
    receipt
}

/// The path of the request that a receipt is of.
pub fn request_of(receipt: &Page) -> String {
    receipt.path.trim_end_matches("/receipt").to_owned()
}

/// The id of the case that a receipt is of.
pub fn case_of(receipt: &Page) -> String {
    request_of(receipt).rsplit('/').next().expect("an id").to_owned()
}

/// The tracking code that a page shows, as sixteen digits.
pub fn code_of(page: &Page) -> String {
    let digits = locale::digits::to_latin(&page.text());
    let pattern = regex::Regex::new(r"\d{4} \d{4} \d{4} \d{4}").expect("a pattern");
    let code = pattern.find(&digits).unwrap_or_else(|| panic!("no code: {digits}"));
    code.as_str().replace(' ', "")
}

/// Whoever holds a position opens a case and finishes their step with an outcome.
pub async fn finishes(
    desk: &TestDesk,
    (agency, position): (&Agency, &str),
    case: &str,
    outcome: (&str, &[(&str, &str)]),
) -> Page {
    let mut browser = desk.staff(agency, agency.holder(position)).await;
    let page = browser.get(&format!("/cases/{case}")).await;
    assert!(page.status.is_success(), "{position} sees the case: {}", page.text());
    let action = page.action("/completion");
    let done = browser.submit_one(&page, &action, ("outcome", outcome.0), outcome.1).await;
    assert!(done.status.is_success(), "{position}, {}: {}", outcome.0, done.text());
    desk.works_through_its_jobs().await;
    done
}

/// Registered by the secretariat: the case lies before the expert.
pub async fn registered(desk: &TestDesk, agency: &Agency) -> (Browser, String) {
    let (browser, receipt) = submitted(desk, agency.slug, MOBILE).await;
    let case = case_of(&receipt);
    finishes(desk, (agency, "secretariat-clerk"), &case, ("registered", &[])).await;
    (browser, case)
}

/// The look-alike agency has nothing of it: no line, no page, no code.
pub async fn the_look_alike_sees_nothing(desk: &TestDesk, case: &str, code: &str) {
    let other = desk.agency("fda2").await;
    for position in ["secretariat-clerk", "cosmetics-expert", "cosmetics-manager"] {
        let mut browser = desk.staff(&other, other.holder(position)).await;
        let cartable = browser.get("/").await;
        assert!(cartable.status.is_success() && !cartable.body.contains(case), "{position}");
        let page = browser.get(&format!("/cases/{case}")).await;
        assert_eq!(page.status.as_u16(), 404, "{position}");
    }
    let mut visitor = desk.browser("fda2.localhost:8080");
    let page = visitor.get("/tracking").await;
    let found = visitor.submit(&page, "/tracking", &[("code", code), ("fact", "0899")]).await;
    assert_eq!(found.status.as_u16(), 404);
}
