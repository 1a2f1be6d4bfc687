//! A service changes while its cases run: what was begun goes on as it began.

use it::company::ANSWERS;

use super::cast::{MOBILE, case_of, drafted, finishes, request_of, submitted};
use crate::support::{Agency, Browser, Page, TestDesk};

const SERVICE: &str = "/services/cosmetics-import";
const DRAFT: &str = "/services/cosmetics-import/draft";
const PUBLICATION: &str = "/services/cosmetics-import/draft/publication";

async fn admin(desk: &TestDesk, agency: &Agency) -> Browser {
    desk.admin(agency, agency.holder("desk-admin")).await
}

/// Gives the sheet of the next version another title and publishes it.
async fn publishes(admin: &mut Browser, title: &str) -> Page {
    let sheet = format!("{DRAFT}/sheet");
    let page = admin.get(&sheet).await;
    let saved = admin.submit(&page, &sheet, &[("title.fa", title)]).await;
    assert!(saved.shows(title), "the difference is told: {}", saved.text());
    let page = admin.get(PUBLICATION).await;
    let page = admin.submit(&page, PUBLICATION, &[]).await;
    assert!(page.status.is_success(), "{}", page.text());
    page
}

/// Adds a question that must be answered.
async fn asks(admin: &mut Browser, key: &str, label: &str) -> Page {
    let form = format!("{DRAFT}/form");
    let page = admin.get(&format!("{form}/new?kind=textfield&behind=1.0")).await;
    let values = [("key", key), ("label.fa", label), ("required", "on")];
    admin.submit(&page, &form, &values).await
}

#[tokio::test]
async fn a_case_keeps_the_version_it_began_with() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    // One request is submitted and one is being filled in when the service changes.
    let (mut company, receipt) = submitted(&desk, "fda", MOBILE).await;
    let (mut other, documents) = drafted(&desk, "fda", "09121110077").await;
    let mut admin = admin(&desk, &fda).await;

    let page = admin.get(SERVICE).await;
    admin.submit(&page, DRAFT, &[]).await;
    let added = asks(&mut admin, "batchNumber", "شمارهٔ بهر فرآورده").await;
    assert!(added.shows("شمارهٔ بهر فرآورده"), "{}", added.text());
    let page = admin.get(&format!("{DRAFT}/preview")).await;
    assert!(page.shows("شمارهٔ بهر فرآورده"), "the preview shows it");
    let mut visitor = desk.browser("fda.localhost:8080");
    assert!(!visitor.get(SERVICE).await.shows("عنوان تازه"), "nothing is published yet");
    let page = publishes(&mut admin, "عنوان تازه").await;
    assert!(page.shows("نسخهٔ ۲"), "{}", page.text());

    // Whoever comes now meets the new version.
    assert!(visitor.get(SERVICE).await.shows("عنوان تازه"));
    let mut third = desk.applicant("fda", "09121110078").await;
    let sheet = third.get(SERVICE).await;
    let form = third.submit(&sheet, &format!("{SERVICE}/drafts"), &[]).await;
    assert!(form.body.contains("name=\"batchNumber\""), "{}", form.text());
    let mut values = ANSWERS.to_vec();
    values.push(("step", "continue"));
    let refused = third.submit(&form, &form.action("/drafts/"), &values).await;
    assert_eq!(refused.status.as_u16(), 422, "the new question must be answered");

    // The unfinished request is handed in as it was begun, the running case is decided.
    let documents =
        other.upload(&documents, &documents.path.clone(), super::cast::pdf("proforma")).await;
    let check = other.get(&documents.path.replace("/documents", "/check")).await;
    let receipt2 = other.submit(&check, &check.action("/submission"), &[]).await;
    assert!(receipt2.path.ends_with("/receipt"), "{}", receipt2.text());
    desk.works_through_its_jobs().await;
    let case = case_of(&receipt);
    finishes(&desk, (&fda, "secretariat-clerk"), &case, ("registered", &[])).await;
    finishes(&desk, (&fda, "cosmetics-expert"), &case, ("complete", &[])).await;
    let decision = [("reason", "requirements-met"), ("text", "موافقت شد.")];
    finishes(&desk, (&fda, "cosmetics-manager"), &case, ("approve", &decision)).await;
    let page = company.get(&request_of(&receipt)).await;
    assert!(page.shows("موافقت شد.") && !page.shows("عنوان تازه"), "{}", page.text());

    // The look-alike agency has none of it.
    let mut twin = desk.browser("fda2.localhost:8080");
    assert!(!twin.get(SERVICE).await.shows("عنوان تازه"));
    let fda2 = desk.agency("fda2").await;
    let mut twin = self::admin(&desk, &fda2).await;
    assert!(!twin.get(SERVICE).await.shows("نسخهٔ ۲"));
}

#[tokio::test]
async fn two_admins_do_not_overwrite_each_other() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (mut one, mut two) = (admin(&desk, &fda).await, admin(&desk, &fda).await);
    let page = one.get(SERVICE).await;
    one.submit(&page, DRAFT, &[]).await;
    let sheet = format!("{DRAFT}/sheet");
    let (first, second) = (one.get(&sheet).await, two.get(&sheet).await);
    one.submit(&first, &sheet, &[("title.fa", "عنوان یکم")]).await;

    // The same again is no conflict: a button that was pressed twice.
    let twice = one.submit(&first, &sheet, &[("title.fa", "عنوان یکم")]).await;
    assert!(twice.status.is_success(), "{}", twice.text());

    let late = two.submit(&second, &sheet, &[("title.fa", "عنوان دوم")]).await;
    assert_eq!(late.status.as_u16(), 409);
    let name = &fda.sign_in(fda.holder("desk-admin")).name;
    assert!(late.shows(name), "who it was is told: {}", late.text());
    assert!(late.body.contains("عنوان دوم"), "what was typed is kept");
    assert!(one.get(SERVICE).await.shows("عنوان یکم"));

    // Having been told, the second saves again, on purpose.
    let saved = two.submit(&late, &sheet, &[]).await;
    assert!(saved.shows("عنوان دوم"), "{}", saved.text());

    // A publication from a page that is older than the draft is refused as well.
    let publication = one.get(PUBLICATION).await;
    let page = two.get(&sheet).await;
    two.submit(&page, &sheet, &[("title.fa", "عنوان سوم")]).await;
    let refused = one.submit(&publication, PUBLICATION, &[]).await;
    assert_eq!(refused.status.as_u16(), 409);
    assert!(!desk.browser("fda.localhost:8080").get(SERVICE).await.shows("عنوان سوم"));
}

#[tokio::test]
async fn everything_that_is_missing_is_told_before_publishing() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut admin = admin(&desk, &fda).await;
    let page = admin.get(SERVICE).await;
    admin.submit(&page, DRAFT, &[]).await;
    let sheet = format!("{DRAFT}/sheet");
    let page = admin.get(&sheet).await;
    let values = [("description.fa", ""), ("description.en", ""), ("contact.phone", "")];
    admin.submit(&page, &sheet, &values).await;
    // The first document's question goes: its place is found by its name.
    let outline = admin.get(&format!("{DRAFT}/form")).await;
    let removal = place_of(&outline, "proforma");
    let page = admin.get(&removal).await;
    assert!(page.shows("پیش‌فاکتور"), "what depends on it is told: {}", page.text());
    admin.submit(&page, &removal, &[]).await;

    let page = admin.get(PUBLICATION).await;
    let told = page.text();
    for missing in ["شرح خدمت", "واحد پاسخ‌گو", "مدارک لازم"] {
        assert!(told.contains(missing), "{missing}: {told}");
    }
    assert!(!page.body.contains("method=\"post\" action=\"/services"), "no button to publish");
    let token = page.form("/sign-out");
    let mut fields = token;
    fields.push(("rev".into(), "3".into()));
    let refused = admin.post(PUBLICATION, &fields).await;
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());

    // Given up, nothing of it is left.
    let page = admin.get(SERVICE).await;
    let page = admin.submit(&page, &format!("{DRAFT}/removal"), &[]).await;
    assert!(page.shows("پیش‌نویس کنار گذاشته شد"), "{}", page.text());
}

/// The address that takes the field with this key out of the form.
fn place_of(outline: &Page, key: &str) -> String {
    let html = outline.html();
    let lines = scraper::Selector::parse("li.outline-line").expect("a selector");
    let link = scraper::Selector::parse("a[href$='/removal']").expect("a selector");
    let code = scraper::Selector::parse(".code").expect("a selector");
    let has = |line: &scraper::ElementRef<'_>| {
        line.select(&code).any(|code| code.text().any(|text| text == key))
    };
    let line = html.select(&lines).find(has).unwrap_or_else(|| panic!("no {key}"));
    let link = line.select(&link).next().and_then(|link| link.attr("href"));
    link.expect("it can be removed").to_owned()
}

#[tokio::test]
async fn a_closed_service_keeps_what_was_typed_and_takes_it_when_it_opens() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (mut company, documents) = drafted(&desk, "fda", MOBILE).await;
    let documents =
        company.upload(&documents, &documents.path.clone(), super::cast::pdf("proforma")).await;
    let check = documents.path.replace("/documents", "/check");
    let mut admin = admin(&desk, &fda).await;
    let page = admin.get(SERVICE).await;
    let page = admin.submit(&page, &format!("{SERVICE}/closure"), &[]).await;
    assert!(page.shows("خدمت بسته شد"), "{}", page.text());

    let page = company.get(&check).await;
    let submission = page.action("/submission");
    let refused = company.submit(&page, &submission, &[]).await;
    assert_eq!(refused.status.as_u16(), 409, "{}", refused.text());
    assert!(refused.shows("نگه داشته می‌شود"), "{}", refused.text());
    assert_eq!(company.get(SERVICE).await.status.as_u16(), 404, "it is not offered");
    assert!(company.get(&check).await.shows("شرکت آزمون زیبایی پارس"), "what was typed is kept");

    let page = admin.get(SERVICE).await;
    admin.submit(&page, &format!("{SERVICE}/reopening"), &[]).await;
    let page = company.get(&check).await;
    let receipt = company.submit(&page, &submission, &[]).await;
    assert!(receipt.path.ends_with("/receipt"), "{}", receipt.text());
    desk.works_through_its_jobs().await;
}

/// Somebody of the staff who may not change what the agency is made of.
async fn clerk_at_the_console(desk: &TestDesk, fda: &Agency) -> Browser {
    let sign_in = fda.sign_in(fda.holder("secretariat-clerk"));
    let mut browser = desk.browser("fda-admin.localhost:8080");
    let page = browser.get("/sign-in").await;
    let second = sign_in.code_at(desk.desks().clock().now());
    let values = [
        ("username", sign_in.username.as_str()),
        ("password", &sign_in.password),
        ("second", second.as_str()),
    ];
    browser.submit(&page, "/sign-in", &values).await;
    browser
}

#[tokio::test]
async fn only_admins_change_services_and_processes_are_shown_to_them() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut clerk = clerk_at_the_console(&desk, &fda).await;
    for path in ["/services", SERVICE, PUBLICATION, "/processes"] {
        assert_eq!(clerk.get(path).await.status.as_u16(), 403, "{path}");
    }
    let mut admin = admin(&desk, &fda).await;
    let page = admin.get("/processes").await;
    // The gallery stands there too; ids of versions begin with the time.
    let page = admin.get(&page.link("/processes/0")).await;
    assert!(page.body.contains("<svg") && !page.body.contains("style="), "a picture");
    assert!(page.shows("بررسی کارشناسی"), "{}", page.text());
    let unknown = admin.get(&format!("/processes/{}", uuid::Uuid::now_v7())).await;
    assert_eq!(unknown.status.as_u16(), 404);
    assert_eq!(admin.get("/services/no-such-service").await.status.as_u16(), 404);

    // What was changed stands in the audit log, by whom and of what.
    let page = admin.get(SERVICE).await;
    admin.submit(&page, DRAFT, &[]).await;
    let lines: i64 = sqlx::query_scalar(
        "select count(*) from audit_lines l, jsonb_array_elements(l.decisions) d
         where d->>'act' = 'configure' and l.caller->>'is' = 'staff' and d->>'id' is not null",
    )
    .fetch_one(&mut desk.database.superuser().await)
    .await
    .expect("the audit log");
    assert!(lines >= 1, "{lines}");
}
