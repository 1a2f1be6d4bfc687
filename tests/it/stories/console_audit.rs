//! The audit log at the console: who did what, whole and only of one's own agency.

use chrono::TimeDelta;

use super::cast::submitted;
use crate::support::TestDesk;

#[tokio::test]
async fn the_log_tells_who_did_what_and_whether_it_was_bent() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    submitted(&desk, "fda", "09123456789").await;
    let mut stranger = desk.admin(&fda, fda.holder("drug-expert")).await;
    let refused = stranger.get("/organisation").await;
    assert_eq!(refused.status.as_u16(), 403);
    assert!(refused.shows("به کنسول مدیریت دسترسی ندارید"), "{}", refused.text());

    let mut browser = desk.admin(&fda, fda.holder("desk-admin")).await;
    let page = browser.get("/organisation/units/new").await;
    browser.submit(&page, "/organisation/units/new", &[("title", "ادارهٔ نمونهٔ رخداد")]).await;
    // Refusals are written beside the calls, and the chain follows every second.
    for _ in 0..50 {
        tenants::audit::seal(desk.desks(), &fda.tenant).await.expect("the seals");
        if browser.get("/audit?refused=1").await.shows("اجازه داده نشد") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    let log = browser.get("/audit").await;
    assert!(log.shows("ادارهٔ نمونهٔ رخداد") && log.shows("متقاضی"), "{}", log.text());
    assert!(log.shows("سالم"), "{}", log.text());
    let refused = browser.get("/audit?refused=1").await;
    assert!(refused.shows(&fda.sign_in(fda.holder("drug-expert")).name), "{}", refused.text());
    let citizen = browser.get("/audit?act=submit&kind=draft").await;
    assert!(citizen.shows("متقاضی") && !citizen.shows("ادارهٔ نمونهٔ رخداد"));
    for secret in ["09123456789", "9123456789", "0499370899", "شرکت آزمون"] {
        assert!(!log.body.contains(secret), "{secret} stands in the log");
    }

    // A look leaves nothing behind: the log does not fill with its own reading.
    let lines = |page: &crate::support::Page| page.body.matches("<tr>").count();
    let before = lines(&browser.get("/audit").await);
    assert_eq!(lines(&browser.get("/audit").await), before);
    let twin = desk.agency("fda2").await;
    let other = desk.admin(&twin, twin.holder("desk-admin")).await.get("/audit").await;
    assert!(!other.shows("ادارهٔ نمونهٔ رخداد") && !other.shows("متقاضی"), "{}", other.text());

    let bend = "update audit_lines set at = at + interval '1 second' where id = (
         select line_id from audit_seals s join tenants t on t.id = s.tenant_id
         where t.slug = 'fda' and s.seq = 1)";
    sqlx::query(bend).execute(&mut desk.database.superuser().await).await.expect("a bent line");
    let bent = browser.get("/audit").await;
    assert!(bent.shows("دست‌کاری شده است"), "{}", bent.text());
}

#[tokio::test]
async fn a_long_log_is_turned_page_by_page() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    for _ in 0..60 {
        let caller = tenants::Caller::Operator(fda.tenant.id);
        let mut scope = desk.desks().enter(&fda.tenant, caller).await.expect("a scope");
        scope.allow(tenants::Act::Configure, &tenants::Agency).expect("the operator may");
        scope.commit().await.expect("a line");
        desk.desks().clock().advance(TimeDelta::milliseconds(3));
    }
    let mut browser = desk.admin(&fda, fda.holder("desk-admin")).await;
    let (mut path, mut times) = ("/audit?act=configure".to_owned(), Vec::new());
    let mut pages = 0;
    loop {
        let page = browser.get(&path).await;
        let html = page.html();
        let lines = scraper::Selector::parse("tbody time").expect("a selector");
        times.extend(html.select(&lines).filter_map(|t| t.attr("datetime")).map(str::to_owned));
        pages += 1;
        let next = scraper::Selector::parse("a[rel=next]").expect("a selector");
        match html.select(&next).next().and_then(|a| a.attr("href")) {
            Some(next) => path = next.to_owned(),
            None => break,
        }
    }
    assert!(pages >= 2 && times.len() >= 60, "{pages} pages, {} lines", times.len());
    assert!(times.windows(2).all(|pair| pair[0] >= pair[1]), "newest first, none twice");
}
