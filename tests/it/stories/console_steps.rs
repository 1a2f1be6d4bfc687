//! A live service is changed at noon: its process gets an approval and a question to three units in
//! the list of steps. New cases take the new way, running ones end as they began; the look-alike
//! agency has nothing of it.

use chrono::TimeDelta;

use super::cast::{case_of, finishes, registered, submitted};
use crate::support::{Agency, Browser, Page, TestDesk};

async fn admin(desk: &TestDesk, agency: &Agency) -> Browser {
    desk.admin(agency, agency.holder("desk-admin")).await
}

/// Begins the next version of the process, or goes on with it; the page of the draft.
async fn drafts(admin: &mut Browser) -> Page {
    let list = admin.get("/processes").await;
    let key = ("key", "cosmetics-import");
    let draft = admin.submit_one(&list, "/processes/drafts", key, &[]).await;
    assert!(draft.path.starts_with("/processes/drafts/"), "{}: {}", draft.path, draft.text());
    draft
}

/// Puts a step behind another; the page of the new step.
async fn inserts(admin: &mut Browser, draft: &Page, behind: &str, kind: &str) -> Page {
    let action = format!("{}/steps", path(draft));
    let page = admin.submit_one(draft, &action, ("behind", behind), &[("kind", kind)]).await;
    assert!(page.status.is_success() && page.path.contains("/steps/"), "{}", page.text());
    page
}

/// The address without the line that it leads to.
fn path(page: &Page) -> String {
    page.path.split('#').next().unwrap_or_default().to_owned()
}

async fn publishes(admin: &mut Browser, draft: &Page) -> Page {
    let page = admin.submit(draft, &format!("{}/publication", path(draft)), &[]).await;
    assert!(page.status.is_success(), "{}", page.text());
    page
}

#[tokio::test]
async fn a_live_service_is_changed_at_noon() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (_, old) = registered(&desk, &fda).await;
    let mut admin = admin(&desk, &fda).await;

    let draft = drafts(&mut admin).await;
    assert!(draft.shows("فهرست گام‌ها") && draft.shows("ثبت در دبیرخانه"), "{}", draft.text());
    let step = inserts(&mut admin, &draft, "review", "approval").await;
    let values = [("name.fa", "تأیید رئیس اداره"), ("role", "cosmetics-manager")];
    let draft = admin.submit(&step, &step.path, &values).await;
    assert!(draft.shows("تأیید رئیس اداره"), "{}", draft.text());
    let step = inserts(&mut admin, &draft, "step", "ask").await;

    // Nobody is asked yet: it is kept, told with the way to the step, and not published.
    let draft = admin.get(&draft.path).await;
    assert!(draft.shows("مانع انتشار"), "{}", draft.text());
    assert!(draft.body.contains(&format!("href=\"{}\"", step.path)), "a problem leads to its step");
    let publication = format!("{}/publication", path(&draft));
    let removal = format!("{}/removal", path(&draft));
    let refused = admin.post(&publication, &draft.form(&removal)).await;
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());

    let values = [
        ("name.fa", "نظر سه واحد"),
        ("unit.cosmetics-expert", "on"),
        ("unit.drug-inspector", "on"),
        ("unit.drug-manager", "on"),
        ("late.new.days", "10"),
        ("late.new.working", "on"),
        ("late.new.then", "lapse"),
        ("late.new.to", "decide"),
    ];
    let draft = admin.submit(&step, &step.path, &values).await;
    assert!(!draft.shows("مانع انتشار") && draft.shows("نظر سه واحد"), "{}", draft.text());
    let version = publishes(&mut admin, &draft).await;
    assert!(version.shows("نسخهٔ ۲") && version.shows("نظر سه واحد"), "{}", version.text());

    // What began before goes on as it began.
    finishes(&desk, (&fda, "cosmetics-expert"), &old, ("complete", &[])).await;
    let decision = [("reason", "requirements-met"), ("text", "موافقت شد.")];
    finishes(&desk, (&fda, "cosmetics-manager"), &old, ("approve", &decision)).await;

    // What begins now is approved first, and three units are asked; one does not answer in time.
    let (_, receipt) = submitted(&desk, "fda", "09121110079").await;
    let new = case_of(&receipt);
    finishes(&desk, (&fda, "secretariat-clerk"), &new, ("registered", &[])).await;
    finishes(&desk, (&fda, "cosmetics-expert"), &new, ("complete", &[])).await;
    finishes(&desk, (&fda, "cosmetics-manager"), &new, ("agreed", &[])).await;
    finishes(&desk, (&fda, "cosmetics-expert"), &new, ("opinion-given", &[])).await;
    finishes(&desk, (&fda, "drug-manager"), &new, ("opinion-given", &[])).await;
    desk.passes(TimeDelta::days(7)).await;
    let mut manager = desk.staff(&fda, fda.holder("cosmetics-manager")).await;
    let page = manager.get(&format!("/cases/{new}")).await;
    assert!(!page.body.contains("value=\"approve\""), "the units still have time");
    desk.passes(TimeDelta::days(14)).await;
    finishes(&desk, (&fda, "cosmetics-manager"), &new, ("approve", &decision)).await;

    let twin = desk.agency("fda2").await;
    let mut twin = self::admin(&desk, &twin).await;
    let page = twin.get("/processes").await;
    assert!(page.status.is_success() && !page.shows("نسخهٔ ۲"), "{}", page.text());
    assert_eq!(twin.get(&path(&draft)).await.status.as_u16(), 404);
}

#[tokio::test]
async fn what_two_admins_write_at_once_is_kept() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (mut one, mut two) = (admin(&desk, &fda).await, admin(&desk, &fda).await);
    let draft = drafts(&mut one).await;
    let step = format!("{}/steps/review", path(&draft));
    let (first, second) = (one.get(&step).await, two.get(&step).await);
    let saved = one.submit(&first, &step, &[("name.fa", "بررسی یکم")]).await;
    assert!(saved.shows("بررسی یکم"), "{}", saved.text());
    let late = two.submit(&second, &step, &[("name.fa", "بررسی دوم")]).await;
    assert_eq!(late.status.as_u16(), 409, "{}", late.text());
    assert!(late.body.contains("بررسی دوم"), "what was typed is kept");
    assert!(one.get(&draft.path).await.shows("بررسی یکم"), "and nothing was overwritten");
    let again = two.submit(&late, &step, &[]).await;
    assert!(again.shows("بررسی دوم"), "{}", again.text());
    // A button that was meant for an older list moves nothing.
    let action = format!("{step}/move");
    let moved = one.submit_one(&draft, &action, ("rev", "1"), &[("direction", "down")]).await;
    assert_eq!(moved.status.as_u16(), 409, "{}", moved.text());
}

#[tokio::test]
async fn a_template_becomes_a_process() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut admin = admin(&desk, &fda).await;
    let gallery = admin.get("/processes/templates").await;
    for template in domain::process_drafts::gallery() {
        let name = ("template", template.name.as_str());
        let draft = admin.submit_one(&gallery, "/processes/drafts", name, &[]).await;
        assert!(draft.shows(&template.title.fa), "{}", draft.text());
        assert!(!draft.shows("مانع انتشار"), "{}: {}", template.name, draft.text());
        publishes(&mut admin, &draft).await;
    }
    // The same once more is another process.
    let name = ("template", "certificate");
    let again = admin.submit_one(&gallery, "/processes/drafts", name, &[]).await;
    assert!(again.shows("certificate-2"), "{}", again.text());
}
