//! An admin changes the chart at the console: a unit, a position, a colleague who holds it. The
//! look-alike agency has nothing of it.

use chrono::TimeDelta;

use super::cast::registered;
use crate::support::{Agency, Browser, Page, TestDesk};

type Fields<'a> = [(&'a str, &'a str)];

async fn admin(desk: &TestDesk, slug: &'static str) -> (Agency, Browser) {
    let agency = desk.agency(slug).await;
    let browser = desk.admin(&agency, agency.holder("desk-admin")).await;
    (agency, browser)
}

/// What a page's summary shows beside a term.
fn beside(page: &Page, term: &str) -> String {
    let html = page.html();
    let rows = scraper::Selector::parse(".summary-row").expect("a selector");
    let text = |row: scraper::ElementRef<'_>| row.text().collect::<String>().trim().to_owned();
    let row = html.select(&rows).map(text).find(|row| row.starts_with(term));
    row.unwrap_or_else(|| panic!("no {term}: {}", page.text()))[term.len()..].trim().to_owned()
}

/// Adds a position to the laboratory; returns its page's path.
async fn adds_position(browser: &mut Browser, title: &str, role: Option<&str>) -> String {
    let page = browser.get("/organisation/positions/new").await;
    let unit = page.option("unit", "آزمایشگاه");
    let mut values = vec![("title", title), ("unit", unit.as_str())];
    let name = role.map(|role| format!("role.{role}"));
    values.extend(name.as_deref().map(|name| (name, "on")));
    let chart = browser.submit(&page, "/organisation/positions/new", &values).await;
    assert_eq!((chart.status.as_u16(), chart.path.as_str()), (200, "/organisation"));
    let html = chart.html();
    let links = scraper::Selector::parse("th a").expect("a selector");
    let mut links = html.select(&links).filter(|a| a.text().any(|text| text.contains(title)));
    links.next().and_then(|a| a.attr("href")).expect("the new position").to_owned()
}

/// Adds a colleague; returns their page's path, password and authenticator's key.
async fn enrols(browser: &mut Browser, username: &str) -> (String, String, String) {
    let page = browser.get("/organisation/members/new").await;
    let values = [("name", "پرستو تازه‌کار"), ("username", username)];
    let secrets = browser.submit(&page, "/organisation/members/new", &values).await;
    assert_eq!(secrets.status.as_u16(), 200, "{}", secrets.text());
    let password = beside(&secrets, "گذرواژه");
    let key = beside(&secrets, "کلید برنامهٔ رمزساز").replace(' ', "");
    (secrets.link("/organisation/members/"), password, key)
}

#[tokio::test]
async fn a_colleague_is_added_appointed_and_works() {
    let desk = TestDesk::open().await;
    let (fda, mut browser) = admin(&desk, "fda").await;
    let position = adds_position(&mut browser, "کارشناس شیفت عصر", Some("expert")).await;
    let (member, password, key) = enrols(&mut browser, "P.Taze").await;
    let page = browser.get(&format!("{position}/appointment")).await;
    let staff = page.option("staff", "پرستو");
    let action = format!("{position}/appointment");
    let done = browser.submit(&page, &action, &[("staff", &staff)]).await;
    assert!(done.path == position && done.shows("پرستو تازه‌کار"), "{}", done.text());

    desk.desks().clock().advance(TimeDelta::seconds(31));
    let secret = domain::identity::totp_secret(&key).expect("a key in base32");
    let second = domain::identity::totp_now(&secret, desk.desks().clock().now());
    let mut newcomer = desk.browser("fda-desk.localhost:8080");
    let page = newcomer.get("/sign-in").await;
    let values = [("username", "p.taze"), ("password", &*password), ("second", &*second)];
    let cartable = newcomer.submit(&page, "/sign-in", &values).await;
    assert!(cartable.shows("کارشناس شیفت عصر"), "{}", cartable.text());

    // What was drawn is shown nowhere again, and not a word of it stands at the look-alike.
    let page = browser.get(&member).await;
    assert!(
        page.status.is_success() && !page.body.contains(&password) && !page.body.contains(&key)
    );
    let (_, mut twin) = admin(&desk, "fda2").await;
    for path in ["/organisation", "/organisation/members", "/audit"] {
        let page = twin.get(path).await;
        assert!(page.status.is_success() && !page.body.contains("تازه‌کار"), "{path}");
        assert!(!page.body.contains("کارشناس شیفت عصر"), "{path}");
    }
    assert_eq!(twin.get(&position).await.status.as_u16(), 404);
    assert_eq!(twin.get(&member).await.status.as_u16(), 404);

    // Taking access away holds at once; the history stays.
    let page = browser.get(&member).await;
    let done = browser.submit(&page, &format!("{member}/suspension"), &[]).await;
    assert!(done.shows("بدون دسترسی"), "{}", done.text());
    assert!(newcomer.get("/").await.path.starts_with("/sign-in"));
    let log = browser.get("/audit?act=configure").await;
    assert!(log.shows(&fda.sign_in(fda.holder("desk-admin")).name), "{}", log.text());
    assert!(log.shows("پرستو تازه‌کار") && log.shows("کارشناس شیفت عصر"), "{}", log.text());
}

#[tokio::test]
async fn a_form_that_is_sent_twice_adds_one_unit() {
    let desk = TestDesk::open().await;
    let (_, mut browser) = admin(&desk, "fda").await;
    let page = browser.get("/organisation/units/new").await;
    for _ in 0..2 {
        let values = [("title", "ادارهٔ تک"), ("title_en", "Single office")];
        let chart = browser.submit(&page, "/organisation/units/new", &values).await;
        assert_eq!(chart.path, "/organisation");
        assert_eq!(chart.body.matches("<bdi>ادارهٔ تک</bdi></h2>").count(), 1);
    }
    let chart = browser.get("/organisation").await;
    let html = chart.html();
    let links = scraper::Selector::parse("a").expect("a selector");
    let mut links = html.select(&links).filter(|a| a.text().any(|t| t.contains("ادارهٔ تک")));
    let found =
        links.find_map(|a| a.attr("href").filter(|to| to.starts_with("/organisation/units/")));
    let unit = found.expect("its page").to_owned();
    drop(links);
    let page = browser.get(&unit).await;
    let chart = browser.submit(&page, &unit, &[("title", "ادارهٔ یگانه")]).await;
    assert!(chart.shows("ادارهٔ یگانه") && !chart.shows("ادارهٔ تک"));
    let page = browser.get(&unit).await;
    browser.submit(&page, &format!("{unit}/closure"), &[]).await;
    assert_eq!(browser.get(&unit).await.status.as_u16(), 404, "a closed unit is changed no more");
}

#[tokio::test]
async fn wrong_input_is_told_beside_the_field_and_kept() {
    let desk = TestDesk::open().await;
    let (_, mut browser) = admin(&desk, "fda").await;
    let long = "ا".repeat(201);
    let taken = [("name", "نام"), ("username", "n.sepidar")];
    let bad = [("name", ""), ("username", "بد")];
    let cases: [(&str, &Fields, &str); 7] = [
        ("/organisation/units/new", &[("title", "  ")], "f-title-problem"),
        ("/organisation/units/new", &[("title", &long)], "f-title-problem"),
        ("/organisation/units/new", &[("title", "ا"), ("parent", "x")], "f-parent-problem"),
        ("/organisation/positions/new", &[("title", "ا"), ("unit", "")], "f-unit-problem"),
        ("/organisation/members/new", &taken, "f-username-problem"),
        ("/organisation/members/new", &bad, "f-name-problem"),
        (
            "/organisation/members/new",
            &[("name", "نام"), ("username", "با فاصله")],
            "f-username-problem",
        ),
    ];
    for (path, values, problem) in cases {
        let page = browser.get(path).await;
        let again = browser.submit(&page, path, values).await;
        assert_eq!(again.status.as_u16(), 422, "{path} {values:?}");
        assert!(again.body.contains(&format!("id=\"{problem}\"")), "{path}: {}", again.text());
        for (name, typed) in values.iter().filter(|(_, v)| !v.trim().is_empty() && *v != "x") {
            let kept = again.form(path).iter().any(|(n, v)| n == name && v == typed);
            assert!(kept, "{path}: {name} is lost");
        }
    }
}

#[tokio::test]
async fn nobody_locks_the_agency_out() {
    let desk = TestDesk::open().await;
    let (_, mut browser) = admin(&desk, "fda").await;
    let chart = browser.get("/organisation").await;
    let of = |title: &str| {
        let html = chart.html();
        let links = scraper::Selector::parse("th a").expect("a selector");
        let found = html.select(&links).find(|a| a.text().any(|text| text.contains(title)));
        found.and_then(|a| a.attr("href")).expect("a position").to_owned()
    };
    let own = of("مدیر سامانه میز خدمت");

    // The only admin can neither be moved nor take the role off the position.
    let page = browser.get(&own).await;
    let end = format!("{own}/appointment-end");
    for action in [&end, &format!("{own}/closure")] {
        let refused = browser.submit(&page, action, &[]).await;
        assert_eq!(refused.status.as_u16(), 409, "{action}: {}", refused.text());
        assert!(refused.shows("هیچ‌کس نمی‌ماند"), "{action}: {}", refused.text());
    }
    let mut fields = page.form(&own);
    fields.retain(|(name, _)| name != "role.tenant-admin");
    assert_eq!(browser.post(&own, &fields).await.status.as_u16(), 409);
    assert!(browser.get("/organisation").await.status.is_success(), "nothing was changed");

    // A second admin makes it possible, and one with a last day does not.
    enrols(&mut browser, "second.admin").await;
    let other = adds_position(&mut browser, "جانشین مدیر سامانه", Some("tenant-admin")).await;
    let action = format!("{other}/appointment");
    let page = browser.get(&action).await;
    let staff = page.option("staff", "پرستو");
    let until = [("staff", staff.as_str()), ("until", "1499/01/01")];
    assert_eq!(browser.submit(&page, &action, &until).await.path, other);
    let page = browser.get(&own).await;
    assert_eq!(browser.submit(&page, &end, &[]).await.status.as_u16(), 409);
    let page = browser.get(&other).await;
    browser.submit(&page, &format!("{other}/appointment-end"), &[]).await;
    desk.desks().clock().advance(TimeDelta::seconds(1));
    let page = browser.get(&action).await;
    browser.submit(&page, &action, &[("staff", &staff)]).await;
    let page = browser.get(&own).await;
    let done = browser.submit(&page, &end, &[]).await;
    assert_eq!(done.status.as_u16(), 403, "who holds it no more gets no further: {}", done.text());
}

#[tokio::test]
async fn a_position_with_work_before_it_is_not_closed() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    registered(&desk, &fda).await;
    let mut browser = desk.admin(&fda, fda.holder("desk-admin")).await;
    let chart = browser.get("/organisation").await;
    let html = chart.html();
    let rows = scraper::Selector::parse("tbody tr").expect("a selector");
    let links = scraper::Selector::parse("th a").expect("a selector");
    let name = &fda.sign_in(fda.holder("cosmetics-expert")).name;
    let row = html.select(&rows).find(|row| row.text().any(|text| text.contains(name.as_str())));
    let link = row.and_then(|row| row.select(&links).next()).and_then(|a| a.attr("href"));
    let expert = link.expect("the expert's position").to_owned();
    let page = browser.get(&expert).await;
    let refused = browser.submit(&page, &format!("{expert}/closure"), &[]).await;
    assert_eq!(refused.status.as_u16(), 409, "{}", refused.text());
    assert!(refused.shows("فقط در کارتابل این پست"), "{}", refused.text());
}
