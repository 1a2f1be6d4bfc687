//! Somebody who does not know which agency does it looks for a service across all of them.

use std::time::{Duration, Instant};

use domain::blueprints;
use domain::catalogue::{self, MOST_FOUND};
use sqlx::{AssertSqlSafe, Executor as _};

use crate::support::{Page, TestDesk};

const PERMIT: &str = "مجوز ورود فرآوردهٔ آرایشی و بهداشتی";
const SHEET: &str = "//fda.localhost:0/services/cosmetics-import";
const TWIN: &str = "//fda2.localhost:0/services/cosmetics-import";

async fn found(desk: &TestDesk, query: &str) -> Page {
    let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
    desk.browser("localhost:8080").get(&format!("/?q={query}")).await
}

#[tokio::test]
async fn a_service_is_found_as_people_write_it_at_every_agency_that_offers_it() {
    let desk = TestDesk::open().await;
    let queries = [
        ("مجوز", true),
        ("مجوز آرایشی", true),
        ("آرایشی مجوز", true),
        // Arabic letters, digits of three kinds, joiners, marks, presentation forms.
        ("آرايشي", true),
        ("فرآورده‌ی", false),
        ("فراوردهٔ", true),
        ("۱۰۰۹۹۹۱۰۱۰۰", true),
        ("١٠٠٩٩٩", true),
        ("10099910100", true),
        ("ﻣﺠﻮﺯ", true),
        ("Import PERMIT", true),
        ("غذا و دارو مجوز", true),
        ("گذرنامه", false),
        // No character is a wildcard, and none ends the statement.
        ("%", false),
        ("___", false),
        ("مجوز'; drop table cases; --", false),
        ("\\", false),
    ];
    for (query, there) in queries {
        let page = found(&desk, query).await;
        assert_eq!(page.status.as_u16(), 200, "{query}");
        for sheet in [SHEET, TWIN] {
            assert_eq!(page.body.contains(sheet), there, "{query}: {sheet}\n{}", page.text());
        }
        assert_eq!(page.body.contains(PERMIT), there, "{query}");
    }
    let page = found(&desk, "مجوز").await;
    assert!(page.text().contains("آزمایشی ۲"), "each stands under its agency's name");
}

#[tokio::test]
async fn what_is_typed_is_shown_as_text_and_an_empty_query_shows_the_agencies() {
    let desk = TestDesk::open().await;
    let page = found(&desk, "<script>alert(1)</script>").await;
    assert!(page.body.contains("&lt;script&gt;") && !page.body.contains("<script>alert"));
    for query in ["", "   ", "\u{200c}"] {
        let page = found(&desk, query).await;
        assert!(page.body.contains("//fda2.localhost:0/\""), "{query:?}");
    }
    let long = "مجوز ".repeat(2_000);
    assert_eq!(found(&desk, &long).await.status.as_u16(), 200);
}

#[tokio::test]
async fn what_is_closed_or_suspended_is_not_found_and_comes_back() {
    let desk = TestDesk::open().await;
    let mut superuser = desk.database.superuser().await;
    let of_twin = "tenant_id = (select id from tenants where slug = 'fda2')";
    for (change, there) in [
        (format!("update services set state = 'closed' where {of_twin}"), false),
        (format!("update services set state = 'open' where {of_twin}"), true),
        ("update tenants set state = 'suspended' where slug = 'fda2'".to_owned(), false),
    ] {
        superuser.execute(AssertSqlSafe(change.clone())).await.expect("a change");
        let page = found(&desk, "مجوز").await;
        assert!(page.body.contains(SHEET), "{change}");
        assert_eq!(page.body.contains(TWIN), there, "{change}");
    }
    blueprints::open_agency(desk.desks(), "fda", "fda3", false).await.expect("an agency");
    let page = found(&desk, "مجوز").await;
    assert!(page.body.contains("//fda3.localhost:0/services/"), "a new agency is found");
}

/// What was published before the directory was there is entered at the next start.
#[tokio::test]
async fn a_directory_that_was_lost_is_filled_again() {
    let desk = TestDesk::open().await;
    let mut superuser = desk.database.superuser().await;
    superuser.execute("truncate directory_services").await.expect("nothing");
    assert!(!found(&desk, "مجوز").await.body.contains(SHEET));
    for _ in 0..2 {
        catalogue::complete_directory(desk.desks()).await.expect("all of it");
        let page = found(&desk, "مجوز").await;
        assert!(page.body.contains(SHEET) && page.body.contains(TWIN));
    }
}

/// 700 agencies with 20 services each. The best of a few is taken, and the bound is wide, for a
/// machine that does other things; that the index is used is sure.
#[tokio::test]
async fn it_is_fast_among_hundreds_of_agencies() {
    let desk = TestDesk::open().await;
    let mut superuser = desk.database.superuser().await;
    let many = "
        insert into tenants (id, slug, name, wrapped_key, key_id, created_at)
            select gen_random_uuid(), 'a' || n, '{\"fa\": \"سازمان\"}', '', 'x', now()
            from generate_series(1, 700) n;
        insert into services (tenant_id, id, key, position)
            select t.id, gen_random_uuid(), 's' || n, n
            from tenants t, generate_series(1, 20) n where t.slug ~ '^a[0-9]';
        insert into directory_services
            select s.tenant_id, s.id, s.key, s.position, '{\"fa\": \"خدمت\"}', w,
                   array(select distinct substr(w, i, 2) from generate_series(1, length(w) - 1) i),
                   true
            from services s join tenants t on t.id = s.tenant_id,
                 lateral (select 'سازمانخدمت' || md5(s.id::text) as w) words
            where t.slug ~ '^a[0-9]';
        analyze";
    superuser.execute(many).await.expect("many agencies");
    let plan = "explain select from directory_services d
        where d.open and d.grams @> array['مج', 'جو', 'وز']";
    let plan: Vec<String> =
        sqlx::query_scalar(plan).fetch_all(&desk.database.pool).await.expect("a plan");
    assert!(plan.join(" ").contains("directory_services_grams"), "{plan:?}");
    for (query, expected) in [("مجوز", 2), ("خدمت", MOST_FOUND), ("هیچ", 0)] {
        let mut best = Duration::MAX;
        for _ in 0..5 {
            let began = Instant::now();
            let found = catalogue::search(desk.desks(), query).await.expect("an answer");
            best = best.min(began.elapsed());
            assert!(found.len() >= expected, "{query}: {}", found.len());
        }
        println!("{query}: among 14,000 in {best:?}");
        assert!(best < Duration::from_millis(300), "{query}: {best:?}");
    }
}
