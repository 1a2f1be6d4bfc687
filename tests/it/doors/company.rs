//! A company that asks for something, one page after the other.

use crate::support::{Browser, File, Page, TestDesk};

/// A small but whole PDF.
pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

pub const MOBILE: &str = "09121110001";

/// What a company types into the form of the cosmetics import permit.
pub const ANSWERS: &[(&str, &str)] = &[
    ("companyName", "شرکت آزمون درها"),
    ("companyId", "10380284790"),
    ("contactMobile", MOBILE),
    ("contactEmail", ""),
    ("officerName", "پروین درگاهی"),
    ("officerNationalCode", "0499370899"),
    ("licenceNumber", "د-17"),
    ("licenceExpiresOn.year", "1408"),
    ("licenceExpiresOn.month", "12"),
    ("licenceExpiresOn.day", "30"),
    ("productName", "صابون"),
    ("productNameLatin", "Soap"),
    ("productKind", "skin-care"),
    ("manufacturer", "Beispiel GmbH"),
    ("country", "de"),
    ("quantity", "12"),
    ("consent", "on"),
];

pub fn pdf<'a>(field: &'a str, name: &'a str) -> File<'a> {
    File { field, name, media_type: "application/pdf", bytes: PDF }
}

/// Begins a request and fills its form in; returns the draft's id.
pub async fn drafts(browser: &mut Browser, answers: &[(&str, &str)]) -> String {
    let sheet = browser.get("/services/cosmetics-import").await;
    let form = browser.submit(&sheet, "/services/cosmetics-import/drafts", &[]).await;
    let mut values = answers.to_vec();
    values.push(("step", "continue"));
    let action = form.action("/drafts/");
    let next = browser.submit(&form, &action, &values).await;
    assert!(next.path.ends_with("/documents"), "{}: {}", next.path, next.text());
    action.rsplit('/').next().expect("an id").to_owned()
}

/// Puts a document to a draft; returns the page that follows.
pub async fn attaches(browser: &mut Browser, draft: &str, file: File<'_>) -> Page {
    let path = format!("/drafts/{draft}/documents");
    let page = browser.get(&path).await;
    let page = browser.upload(&page, &path, file).await;
    assert!(page.status.is_success(), "{}", page.text());
    page
}

/// Hands a draft in; returns the receipt.
pub async fn hands_in(browser: &mut Browser, draft: &str) -> Page {
    let check = browser.get(&format!("/drafts/{draft}/check")).await;
    let receipt = browser.submit(&check, &check.action("/submission"), &[]).await;
    assert!(receipt.path.ends_with("/receipt"), "{}: {}", receipt.path, receipt.text());
    receipt
}

/// All of it; the case has the draft's id.
pub async fn submits(desk: &TestDesk, browser: &mut Browser) -> String {
    let draft = drafts(browser, ANSWERS).await;
    attaches(browser, &draft, pdf("proforma", "invoice.pdf")).await;
    hands_in(browser, &draft).await;
    desk.works_through_its_jobs().await;
    draft
}

/// A member of staff opens a case and finishes the step before them.
pub async fn finishes(
    desk: &TestDesk,
    browser: &mut Browser,
    case: &str,
    (outcome, values): (&str, &[(&str, &str)]),
) -> Page {
    let page = browser.get(&format!("/cases/{case}")).await;
    let action = page.action("/completion");
    let done = browser.submit_one(&page, &action, ("outcome", outcome), values).await;
    assert!(done.status.is_success(), "{outcome}: {}", done.text());
    desk.works_through_its_jobs().await;
    done
}
