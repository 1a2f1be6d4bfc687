//! The main job: submitted, registered, referred, decided, answered.

use super::cast::{
    MOBILE, case_of, code_of, finishes, request_of, submitted, the_look_alike_sees_nothing,
};
use crate::support::TestDesk;

#[tokio::test]
async fn a_company_reads_the_answer_to_its_request() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (mut company, receipt) = submitted(&desk, "fda", MOBILE).await;
    let (case, code) = (case_of(&receipt), code_of(&receipt));

    // Registered with one click: numbered, and told.
    finishes(&desk, (&fda, "secretariat-clerk"), &case, ("registered", &[])).await;
    let year = locale::jalali::Day::of(desk.desks().clock().now()).year;
    let page = company.get(&request_of(&receipt)).await;
    let shown = locale::digits::to_latin(&page.text());
    assert!(shown.contains(&format!("{year}/1")), "{shown}");

    // Referred to the laboratory, with word to the company; answered.
    let mut expert = desk.staff(&fda, fda.holder("cosmetics-expert")).await;
    let cartable = expert.get("/").await;
    let page = expert.get(&cartable.link(&case)).await;
    let laboratory = page
        .html()
        .select(&scraper::Selector::parse("select[name='to'] option").unwrap())
        .find(|o| o.text().any(|t| t.contains("آزمایشگاه")))
        .and_then(|o| o.attr("value").map(str::to_owned))
        .expect("the laboratory can be chosen");
    let values = [
        ("to", laboratory.as_str()),
        ("action", "opinion"),
        ("order", "نظر آزمایشگاه را بنویسید."),
        ("tells", "on"),
    ];
    let sent = expert.submit(&page, &page.action("/referrals"), &values).await;
    assert!(sent.status.is_success(), "{}", sent.text());
    desk.works_through_its_jobs().await;

    let mut laboratory = desk.staff(&fda, fda.holder("laboratory-expert")).await;
    let page = laboratory.get(&format!("/cases/{case}")).await;
    assert!(page.shows("نظر آزمایشگاه را بنویسید."));
    let answered =
        laboratory.submit(&page, &page.action("/answer"), &[("answer", "بلامانع است.")]).await;
    assert!(answered.status.is_success(), "{}", answered.text());

    // Reviewed, decided, closed.
    finishes(&desk, (&fda, "cosmetics-expert"), &case, ("complete", &[])).await;
    let decision = [("reason", "requirements-met"), ("text", "با ورود این فرآورده موافقت شد.")];
    finishes(&desk, (&fda, "cosmetics-manager"), &case, ("approve", &decision)).await;
    finishes(&desk, (&fda, "secretariat-clerk"), &case, ("closed", &[])).await;

    let page = company.get(&request_of(&receipt)).await;
    assert!(page.shows("با ورود این فرآورده موافقت شد."), "{}", page.text());
    assert!(!page.shows("نظر آزمایشگاه را بنویسید."), "an order is internal");
    assert!(!page.shows("بلامانع است."), "an answer to a referral is internal");

    // Whoever knows the code and the second fact follows it without signing in.
    let mut visitor = desk.browser("fda.localhost:8080");
    let page = visitor.get("/tracking").await;
    let found = visitor.submit(&page, "/tracking", &[("code", &code), ("fact", "۰۸۹۹")]).await;
    assert!(found.status.is_success(), "{}", found.text());
    assert!(
        !found.shows("مینا") && !found.shows("با ورود این فرآورده"),
        "the public page names nobody"
    );

    the_look_alike_sees_nothing(&desk, &case, &code).await;
    let sent = desk.sent().await.join("\n");
    let told = sent.lines().filter(|l| l.starts_with("Sms +989123456789")).count();
    // The code to sign in, then: submitted, numbered, referred, answered.
    assert_eq!(told, 5, "{sent}");
}

#[tokio::test]
async fn a_tracking_code_alone_opens_nothing_and_a_wrong_fact_looks_like_a_wrong_code() {
    let desk = TestDesk::open().await;
    let (_, receipt) = submitted(&desk, "fda", MOBILE).await;
    let code = code_of(&receipt);
    let mut visitor = desk.browser("fda.localhost:8080");
    let page = visitor.get("/tracking").await;
    let mut answers = Vec::new();
    for (code, fact) in
        [(code.as_str(), "1111"), (code.as_str(), ""), ("0000000000000000", "0899"), ("12", "0899")]
    {
        let found = visitor.submit(&page, "/tracking", &[("code", code), ("fact", fact)]).await;
        assert_eq!(found.status.as_u16(), 404, "{code} {fact}");
        answers.push(found.text());
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "one answer for all: {answers:#?}");
}
