//! The central operator sees how every agency is doing, and nothing that passes through them.

use chrono::TimeDelta;
use tenants::Caller;

use super::cast::submitted;
use crate::support::{Page, TestDesk};

/// The cells of an agency's line.
fn line(page: &Page, slug: &str) -> Vec<String> {
    let html = page.html();
    let rows = scraper::Selector::parse("tbody tr").expect("a selector");
    let cells = scraper::Selector::parse("td").expect("a selector");
    let link = format!("/tenants/{slug}\"");
    let row = html.select(&rows).find(|row| row.html().contains(&link));
    let row = row.unwrap_or_else(|| panic!("no {slug}: {}", page.text()));
    row.select(&cells).map(|cell| cell.text().collect::<String>().trim().to_owned()).collect()
}

#[tokio::test]
async fn the_operator_sees_figures_of_all_and_persons_of_none() {
    let desk = TestDesk::open().await;
    let central = desk.agency("central").await;
    submitted(&desk, "fda", "09123456789").await;
    let mut browser = desk.admin(&central, central.holder("watch")).await;
    let list = browser.get("/").await;
    assert_eq!(list.path, "/tenants");
    let (fda, twin) = (line(&list, "fda"), line(&list, "fda2"));
    assert_eq!(&fda[1..4], ["۱۰", "۱", "۰"], "members, open, overdue: {fda:?}");
    assert_eq!(&twin[1..4], ["۱۰", "۰", "۰"], "{twin:?}");
    assert!(fda[0].contains("برقرار"), "{fda:?}");
    for personal in ["سپیدار", "شرکت آزمون", "9123456789", "0499370899", "کرم مرطوب"]
    {
        assert!(!list.body.contains(personal), "{personal} stands in the list");
    }

    // Time passes and no worker runs: what is late shows, and is found first.
    let mut superuser = desk.database.superuser().await;
    let fail = "update jobs set state = 'dead' where tenant_id =
        (select id from tenants where slug = 'fda')";
    sqlx::query(fail).execute(&mut superuser).await.expect("a job that was given up");
    let late = "update cases set promised_at = opened_at - interval '1 day'";
    sqlx::query(late).execute(&mut superuser).await.expect("a day that has passed");
    let sorted = browser.get("/tenants?sort=overdue").await;
    assert_eq!(line(&sorted, "fda")[3], "۱");
    assert!(sorted.body.find("/tenants/fda\"") < sorted.body.find("/tenants/fda2\""));
    let found = browser.get("/tenants?q=fda2").await;
    assert!(found.body.contains("/tenants/fda2\"") && !found.body.contains("/tenants/fda\""));

    let close = "update tenants set state = 'suspended' where slug = 'fda2'";
    sqlx::query(close).execute(&mut superuser).await.expect("a closed agency");
    desk.desks().clock().advance(TimeDelta::seconds(1));
    let one = browser.get("/tenants/fda").await;
    assert!(one.shows("پرونده‌های باز"), "{}", one.text());
    assert_eq!(browser.get("/tenants/nobody").await.status.as_u16(), 404);

    // It is from there that agencies are closed and opened again.
    let tenant = desk.desks().registered("central").await.unwrap().expect("the operator's");
    let mut scope = desk.desks().enter(&tenant, Caller::Operator(tenant.id)).await.unwrap();
    assert!(tenants::suspend(&mut scope).await.is_err(), "the operator locks itself out");

    // Looking after the agencies is not changing who works here.
    assert_eq!(browser.get("/organisation").await.status.as_u16(), 403);
}

#[tokio::test]
async fn only_the_operator_at_home_sees_the_list() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut admin = desk.admin(&fda, fda.holder("desk-admin")).await;
    for path in ["/tenants", "/tenants/fda", "/tenants/fda2"] {
        assert_eq!(admin.get(path).await.status.as_u16(), 404, "{path}");
    }
    // The role means nothing at an agency, and its admin cannot give it to anybody.
    let page = admin.get("/organisation/positions/new").await;
    assert!(!page.body.contains("platform-operator"));
    let mut fields = page.form("/organisation/positions/new");
    let unit = page.option("unit", "آزمایشگاه");
    fields.retain(|(name, _)| name != "unit" && name != "title");
    for (name, value) in [("title", "راهبر"), ("unit", &unit), ("role.platform-operator", "on")]
    {
        fields.push((name.to_owned(), value.to_owned()));
    }
    admin.post("/organisation/positions/new", &fields).await;
    let mut superuser = desk.database.superuser().await;
    let carried = "select count(*) from positions p join tenants t on t.id = p.tenant_id
        where 'platform-operator' = any(p.roles) and t.slug <> 'central'";
    let carried: i64 =
        sqlx::query_scalar(carried).fetch_one(&mut superuser).await.expect("a count");
    assert_eq!(carried, 0);

    // Whoever is not of the house is asked to sign in, and no session of an agency is one here.
    let mut nobody = desk.browser("central-admin.localhost:8080");
    assert!(nobody.get("/tenants").await.path.starts_with("/sign-in"));
    for (name, value) in admin.cookies() {
        nobody.plant(name, value);
    }
    assert!(nobody.get("/tenants").await.path.starts_with("/sign-in"));
    for host in ["central.localhost:8080", "central-desk.localhost:8080"] {
        assert_eq!(desk.browser(host).get("/").await.status.as_u16(), 421, "{host}");
    }
    let directory = desk.browser("localhost:8080").get("/").await;
    assert!(!directory.shows("راهبری میزبان"), "nobody asks the operator for a service");
}
