//! Asked for a document, the company sends it; the clock stood still meanwhile.

use chrono::TimeDelta;

use super::cast::{MOBILE, finishes, pdf, registered};
use crate::support::TestDesk;

#[tokio::test]
async fn the_clock_stands_still_until_the_missing_document_is_there() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (_, case) = registered(&desk, &fda).await;

    let mut expert = desk.staff(&fda, fda.holder("cosmetics-expert")).await;
    let page = expert.get(&format!("/cases/{case}")).await;
    let action = page.action("/completion");
    let form = page.html();
    let listed = form
        .select(
            &scraper::Selector::parse("form[action$='/completion'] input[type='checkbox']")
                .unwrap(),
        )
        .filter_map(|c| c.attr("name").map(str::to_owned))
        .find(|n| n.contains("gazette"))
        .expect("the documents of the service can be ticked");
    let nothing =
        expert.submit_one(&page, &action, ("outcome", "missing"), &[("note", "بفرستید.")]).await;
    assert_eq!(nothing.status.as_u16(), 422, "nothing named is nothing asked");
    let values = [(listed.as_str(), "on"), ("note", "آخرین آگهی تغییرات را بفرستید.")];
    let asked = expert.submit_one(&page, &action, ("outcome", "missing"), &values).await;
    assert!(asked.status.is_success(), "{}", asked.text());

    desk.passes(TimeDelta::days(6)).await;
    let mut company = desk.applicant("fda", MOBILE).await;
    let page = company.get(&format!("/requests/{case}")).await;
    assert!(page.shows("آخرین آگهی تغییرات را بفرستید."), "{}", page.text());
    let empty = company.submit(&page, &page.action("/supply"), &[]).await;
    assert_eq!(empty.status.as_u16(), 422, "{}", empty.text());
    let page = company.get(&format!("/requests/{case}")).await;
    let upload = format!("/requests/{case}/documents");
    let page = company.upload(&page, &upload, pdf("gazette")).await;
    assert!(page.status.is_success(), "{}", page.text());
    let page = company.get(&format!("/requests/{case}")).await;
    let done = company.submit(&page, &page.action("/supply"), &[]).await;
    assert!(done.status.is_success(), "{}", done.text());
    assert!(!done.shows("آخرین آگهی تغییرات را بفرستید."), "nothing is asked any more");

    finishes(&desk, (&fda, "cosmetics-expert"), &case, ("complete", &[])).await;
    let sent = desk.sent().await.join("\n");
    assert!(sent.contains("نقص") || sent.contains("مدارک"), "{sent}");
}
