//! Whatever happens on the way, what was typed is there again.

use chrono::TimeDelta;

use super::cast::{MOBILE, drafted, pdf};
use crate::support::TestDesk;

#[tokio::test]
async fn a_draft_survives_leaving_the_page_and_signing_in_anew() {
    let desk = TestDesk::open().await;
    let (mut browser, documents) = drafted(&desk, "fda", MOBILE).await;
    browser.upload(&documents, &documents.path.clone(), pdf("proforma")).await;
    browser.forget();
    // A number gets its next code after a minute.
    desk.desks().clock().advance(TimeDelta::minutes(2));

    let mut browser = desk.applicant("fda", MOBILE).await;
    let list = browser.get("/requests").await;
    let answers = browser.get(&list.link("/drafts/")).await;
    assert!(answers.body.contains("Moist Cream"), "{}", answers.text());
    let documents = browser.get(&format!("{}/documents", answers.path)).await;
    assert!(documents.shows("پیش‌فاکتور.pdf"), "{}", documents.text());
}

#[tokio::test]
async fn what_was_sent_after_the_session_ended_is_kept_through_signing_in() {
    let desk = TestDesk::open().await;
    let (mut browser, documents) = drafted(&desk, "fda", MOBILE).await;
    let answers = browser.get(documents.path.trim_end_matches("/documents")).await;
    desk.desks().clock().advance(TimeDelta::hours(1));

    let values = [("productNameLatin", "Changed After Expiry"), ("step", "continue")];
    let sign_in = browser.submit(&answers, &answers.path.clone(), &values).await;
    assert!(sign_in.path.starts_with("/sign-in") || sign_in.body.contains("name=\"mobile\""));
    let back = desk.proves(&mut browser, sign_in, MOBILE).await;
    let answers = browser.get(documents.path.trim_end_matches("/documents")).await;
    assert!(answers.body.contains("Changed After Expiry"), "{} {}", back.path, answers.text());
}

#[tokio::test]
async fn wrong_answers_are_kept_as_they_were_typed() {
    let desk = TestDesk::open().await;
    let (mut browser, documents) = drafted(&desk, "fda", MOBILE).await;
    let path = documents.path.trim_end_matches("/documents").to_owned();
    let page = browser.get(&path).await;
    let values =
        [("officerNationalCode", "0499370898"), ("quantity", "خیلی"), ("step", "continue")];
    let again = browser.submit(&page, &path, &values).await;
    assert_eq!(again.status.as_u16(), 422);
    assert!(again.body.contains("0499370898") && again.body.contains("خیلی"));
    let later = browser.get(&path).await;
    assert!(later.body.contains("0499370898"), "kept, wrong as it is");
}

#[tokio::test]
async fn five_submissions_of_one_draft_make_one_case() {
    let desk = TestDesk::open().await;
    let (mut browser, documents) = drafted(&desk, "fda", MOBILE).await;
    browser.upload(&documents, &documents.path.clone(), pdf("proforma")).await;
    let check = browser.get(&documents.path.replace("/documents", "/check")).await;
    let mut receipts = Vec::new();
    for _ in 0..5 {
        let receipt = browser.submit(&check, &check.action("/submission"), &[]).await;
        assert!(receipt.path.ends_with("/receipt"), "{}", receipt.text());
        receipts.push(super::cast::code_of(&receipt));
    }
    receipts.dedup();
    assert_eq!(receipts.len(), 1);
    // The back button leads to the draft: it says that the request was handed in.
    let back = browser.get(&check.path).await;
    assert!(back.path.ends_with("/receipt"), "{}", back.path);
}
