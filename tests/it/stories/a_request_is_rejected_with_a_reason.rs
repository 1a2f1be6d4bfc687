//! Turned down: with a listed reason, a text, and what can be done about it.

use super::cast::{finishes, registered};
use crate::support::TestDesk;

#[tokio::test]
async fn a_company_reads_why_and_what_it_can_do() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (mut company, case) = registered(&desk, &fda).await;
    finishes(&desk, (&fda, "cosmetics-expert"), &case, ("complete", &[])).await;

    // Without a reason nothing is decided, and what was typed stays.
    let mut manager = desk.staff(&fda, fda.holder("cosmetics-manager")).await;
    let page = manager.get(&format!("/cases/{case}")).await;
    let action = page.action("/completion");
    let typed = [("reason", ""), ("text", "اعتبار پروانه گذشته است.")];
    let again = manager.submit_one(&page, &action, ("outcome", "reject"), &typed).await;
    assert_eq!(again.status.as_u16(), 422, "{}", again.text());
    assert!(again.body.contains("اعتبار پروانه گذشته است."), "what was typed is kept");

    let decision = [("reason", "licence-expired"), ("text", "اعتبار پروانه گذشته است.")];
    finishes(&desk, (&fda, "cosmetics-manager"), &case, ("reject", &decision)).await;
    let page = company.get(&format!("/requests/{case}")).await;
    assert!(page.shows("اعتبار پروانه گذشته است."), "{}", page.text());

    // Somebody who comes late is told who decided, and when; nothing is decided twice.
    let late = manager.post(&action, &again.form_with(&action, Some(("outcome", "reject")))).await;
    assert_eq!(late.status.as_u16(), 409, "{}", late.text());
}
