//! A company that asks for something, one page after the other.

pub(super) use it::company::{ANSWERS, PDF};

use crate::support::{Browser, File, Page, TestDesk};

pub(super) const MOBILE: &str = "09121110001";

pub(super) fn pdf<'a>(field: &'a str, name: &'a str) -> File<'a> {
    File { field, name, media_type: "application/pdf", bytes: PDF }
}

/// Begins a request and fills its form in; returns the draft's id.
pub(super) async fn drafts(browser: &mut Browser, answers: &[(&str, &str)]) -> String {
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
pub(super) async fn attaches(browser: &mut Browser, draft: &str, file: File<'_>) -> Page {
    let path = format!("/drafts/{draft}/documents");
    let page = browser.get(&path).await;
    let page = browser.upload(&page, &path, file).await;
    assert!(page.status.is_success(), "{}", page.text());
    page
}

/// Hands a draft in; returns the receipt.
pub(super) async fn hands_in(browser: &mut Browser, draft: &str) -> Page {
    let check = browser.get(&format!("/drafts/{draft}/check")).await;
    let receipt = browser.submit(&check, &check.action("/submission"), &[]).await;
    assert!(receipt.path.ends_with("/receipt"), "{}: {}", receipt.path, receipt.text());
    receipt
}

/// All of it; the case has the draft's id.
pub(super) async fn submits(desk: &TestDesk, browser: &mut Browser) -> String {
    let draft = drafts(browser, ANSWERS).await;
    attaches(browser, &draft, pdf("proforma", "invoice.pdf")).await;
    hands_in(browser, &draft).await;
    desk.works_through_its_jobs().await;
    draft
}

/// All of it without looking at a page: for where many are needed. `token` is of any page's form.
pub(super) async fn submits_blindly(browser: &mut Browser, token: &str) -> String {
    let start = post(browser, "/services/cosmetics-import/drafts", &[("_token", token)]).await;
    let draft =
        start.header("location").expect("a draft").trim_start_matches("/drafts/").to_owned();
    let mut answers = ANSWERS.to_vec();
    answers.extend([("_token", token), ("step", "continue")]);
    post(browser, &format!("/drafts/{draft}"), &answers).await;
    let upload = multipart(&[("_token", token.to_owned())], pdf("proforma", "invoice.pdf"));
    browser.once("POST", &format!("/drafts/{draft}/documents"), Some(upload)).await;
    let submission = format!("/drafts/{draft}/submission");
    let receipt = post(browser, &submission, &[("_token", token)]).await;
    let to = receipt.header("location").unwrap_or_default();
    assert_eq!(to, format!("/requests/{draft}/receipt"), "{}", receipt.text());
    draft
}

/// Sends a form of one's own making, and follows nothing.
pub(super) async fn post(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    browser.once("POST", path, Some(urlencoded(fields))).await
}

pub(super) fn urlencoded(fields: &[(&str, &str)]) -> (String, Vec<u8>) {
    let mut form = form_urlencoded::Serializer::new(String::new());
    let body = form.extend_pairs(fields).finish().into_bytes();
    ("application/x-www-form-urlencoded".to_owned(), body)
}

pub(super) fn multipart(fields: &[(&str, String)], file: File<'_>) -> (String, Vec<u8>) {
    const EDGE: &str = "----a-door-is-tried";
    let mut body = Vec::new();
    let mut part = |head: String, value: &[u8]| {
        let head = format!("--{EDGE}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
        body.extend(head.into_bytes());
        body.extend(value);
        body.extend(b"\r\n");
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    part("name=\"field\"".to_owned(), file.field.as_bytes());
    let File { field, name, media_type, bytes } = file;
    let head = format!("name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: {media_type}");
    part(head, bytes);
    body.extend(format!("--{EDGE}--\r\n").into_bytes());
    (format!("multipart/form-data; boundary={EDGE}"), body)
}

/// A member of staff opens a case and finishes the step before them.
pub(super) async fn finishes(
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

/// A clerk receives somebody, fills in the form and scans a document; returns the ids of both.
pub(super) async fn received(clerk: &mut Browser) -> (String, String) {
    let path = "/counter/services/cosmetics-import";
    let page = clerk.get(path).await;
    let answers = clerk.submit(&page, path, super::routes::VISITOR).await;
    let mut values = ANSWERS.to_vec();
    values.push(("step", "continue"));
    let page = clerk.submit(&answers, &answers.path.clone(), &values).await;
    let file = pdf("proforma", "scan.pdf");
    let page = clerk.upload(&page, &page.path.clone(), file).await;
    assert!(page.status.is_success(), "{}", page.text());
    let last = |path: &str| path.rsplit('/').next().expect("an id").to_owned();
    let document = page.action("/removal");
    (last(&answers.path), last(document.trim_end_matches("/removal")))
}
