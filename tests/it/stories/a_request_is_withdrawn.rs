//! Taken back by the applicant, as long as nothing has been decided.

use super::cast::{finishes, registered};
use crate::support::TestDesk;

#[tokio::test]
async fn a_company_takes_its_request_back() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (mut company, case) = registered(&desk, &fda).await;
    let page = company.get(&format!("/requests/{case}")).await;
    let confirm = company.get(&page.link("/withdrawal")).await;
    let done = company.submit(&confirm, &confirm.action("/withdrawal"), &[]).await;
    assert!(done.status.is_success() && done.shows("انصراف"), "{}", done.text());
    desk.works_through_its_jobs().await;

    let mut expert = desk.staff(&fda, fda.holder("cosmetics-expert")).await;
    assert!(!expert.get("/").await.body.contains(&case), "it lies before nobody");
    let again = company
        .post(
            &format!("/requests/{case}/withdrawal"),
            &confirm.form(&confirm.action("/withdrawal")),
        )
        .await;
    assert!(again.status.is_success(), "the same form twice is no error: {}", again.text());
}

#[tokio::test]
async fn what_was_decided_is_not_taken_back() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (mut company, case) = registered(&desk, &fda).await;
    let confirm = company.get(&format!("/requests/{case}/withdrawal")).await;
    finishes(&desk, (&fda, "cosmetics-expert"), &case, ("complete", &[])).await;
    let decision = [("reason", "requirements-met"), ("text", "موافقت شد.")];
    finishes(&desk, (&fda, "cosmetics-manager"), &case, ("approve", &decision)).await;
    let late = company.submit(&confirm, &confirm.action("/withdrawal"), &[]).await;
    assert_eq!(late.status.as_u16(), 409, "{}", late.text());
}
