//! An admin writes a decision table, tries it and publishes it; a process finds the way of its cases
//! by it. The next version of the table waits until the process is published again.

use domain::cases::With;
use domain::{CaseId, ProcessVersionId};

use super::verbs::{finish, goes_by, publishes, submitted};
use crate::support::{Agency, Browser, Page, TestDesk};

const EDITOR: &str = "/decisions/review_route/draft";

const PROCESS: &str = r#"<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="urn:mizban:bpmn:1">
<b:process id="p" isExecutable="true"><b:startEvent id="start"/>
<b:userTask id="register" d:role="secretariat-clerk" d:stage="submitted"><b:extensionElements>
<d:outcome id="registered" name="ثبت شد" asks="number" register="incoming"/></b:extensionElements></b:userTask>
<b:businessRuleTask id="route" d:decision="review_route" d:result="route"/>
<b:exclusiveGateway id="which" default="some"/>
<b:userTask id="expert" d:role="cosmetics-expert"><b:extensionElements><d:outcome id="fine" name="بلامانع"/></b:extensionElements></b:userTask>
<b:userTask id="manager" d:role="cosmetics-manager"><b:extensionElements><d:outcome id="fine" name="بلامانع"/></b:extensionElements></b:userTask>
<b:endEvent id="end"/>
<b:sequenceFlow id="f1" sourceRef="start" targetRef="register"/><b:sequenceFlow id="f2" sourceRef="register" targetRef="route"/>
<b:sequenceFlow id="f3" sourceRef="route" targetRef="which"/><b:sequenceFlow id="some" sourceRef="which" targetRef="expert"/>
<b:sequenceFlow id="f4" sourceRef="which" targetRef="manager"><b:conditionExpression>route = "manager"</b:conditionExpression></b:sequenceFlow>
<b:sequenceFlow id="f5" sourceRef="expert" targetRef="end"/><b:sequenceFlow id="f6" sourceRef="manager" targetRef="end"/>
</b:process></b:definitions>"#;

/// A table of one rule and a last one for everything else.
const TABLE: [(&str, &str); 10] = [
    ("policy", "first"),
    ("in.1.label", "نوع فرآورده"),
    ("in.1.expression", "productKind"),
    ("in.1.kind", "string"),
    ("out.1.label", "رسیدگی‌کننده"),
    ("out.1.kind", "string"),
    ("out.1.values", "manager، expert"),
    ("r.1.t.1.op", "in"),
    ("r.1.t.1", "skin-care، make-up"),
    ("r.1.a.1", "expert"),
];

/// The editor as it stands, with these inputs changed, and a button of it pressed.
async fn presses(browser: &mut Browser, step: &str, values: &[(&str, &str)]) -> Page {
    let page = browser.get(EDITOR).await;
    let values: Vec<_> = values.iter().copied().chain([("step", step)]).collect();
    browser.submit(&page, EDITOR, &values).await
}

/// The first version: creams to the expert, everything else to the manager.
async fn first_version(browser: &mut Browser) -> Page {
    let list = browser.get("/decisions").await;
    let named = [("name", "راه بررسی"), ("key", "review_route")];
    let editor = browser.submit(&list, "/decisions", &named).await;
    assert_eq!(editor.path, EDITOR, "{}", editor.text());
    presses(browser, "add-rule", &TABLE).await;
    let rest = [("r.2.t.1.op", "any"), ("r.2.a.1", "manager")];
    presses(browser, "publish", &rest).await
}

async fn published(desk: &TestDesk, agency: &Agency) -> Result<ProcessVersionId, domain::Error> {
    publishes(desk, agency, ("routed", PROCESS)).await
}

/// A case of a process, registered by the clerk.
async fn case(desk: &TestDesk, fda: &Agency, mobile: &str, process: ProcessVersionId) -> CaseId {
    let (case, _) = submitted(desk, fda, mobile).await;
    goes_by(desk, case, process).await;
    finish(desk, fda, "secretariat-clerk", (case, "register", "registered"), With::Nothing).await;
    case
}

/// The open step of a case, and the kinds of what it is stuck at.
async fn stands(desk: &TestDesk, case: CaseId) -> (Option<String>, Vec<String>) {
    let mut superuser = desk.database.superuser().await;
    let node = sqlx::query_scalar("select node from tasks where case_id = $1 and state = 'open'")
        .bind(case.0)
        .fetch_optional(&mut superuser)
        .await
        .unwrap();
    let stuck = sqlx::query_scalar("select kind from incidents where case_id = $1")
        .bind(case.0)
        .fetch_all(&mut superuser)
        .await
        .unwrap();
    (node, stuck)
}

#[tokio::test]
async fn a_process_goes_by_the_version_it_was_published_with() {
    let desk = TestDesk::open().await;
    let (fda, twin) = (desk.agency("fda").await, desk.agency("fda2").await);
    let mut admin = desk.admin(&fda, fda.holder("desk-admin")).await;
    let undecided = published(&desk, &fda).await.unwrap_err().to_string();
    assert!(
        undecided.contains("route: there is no such decision table (review_route)"),
        "{undecided}"
    );

    let page = first_version(&mut admin).await;
    assert_eq!(page.path, "/decisions/review_route", "{}", page.text());
    let version = admin.get("/decisions/review_route/versions/1").await;
    assert!(version.shows("یکی است از skin-care، make-up"), "{}", version.text());
    let old = published(&desk, &fda).await.unwrap();

    admin.submit(&page, "/decisions/review_route/opening", &[]).await;
    let next = presses(&mut admin, "publish", &[("r.1.a.1", "manager")]).await;
    assert!(next.shows("نسخه ۲") || next.shows("نسخهٔ ۲"), "{}", next.text());
    let kept = case(&desk, &fda, "09123456789", old).await;
    assert_eq!(stands(&desk, kept).await, (Some("expert".to_owned()), vec![]));
    let new = published(&desk, &fda).await.unwrap();
    let changed = case(&desk, &fda, "09123456780", new).await;
    assert_eq!(stands(&desk, changed).await, (Some("manager".to_owned()), vec![]));

    assert!(published(&desk, &twin).await.is_err(), "the other agency has no such table");
    let mut other = desk.admin(&twin, twin.holder("desk-admin")).await;
    assert!(!other.get("/decisions").await.shows("راه بررسی"));
    for path in ["/decisions/review_route", EDITOR, "/decisions/review_route/versions/1"] {
        assert_eq!(other.get(path).await.status.as_u16(), 404, "{path}");
    }
}

#[tokio::test]
async fn a_table_that_says_nothing_stops_the_case_and_is_noted() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut admin = desk.admin(&fda, fda.holder("desk-admin")).await;
    let page = first_version(&mut admin).await;
    admin.submit(&page, "/decisions/review_route/opening", &[]).await;
    presses(&mut admin, "save", &[("r.1.t.1", "perfume")]).await;
    let published_again = presses(&mut admin, "remove-rule-2", &[]).await;
    assert_eq!(published_again.path, EDITOR);
    presses(&mut admin, "publish", &[]).await;
    let process = published(&desk, &fda).await.unwrap();
    let case = case(&desk, &fda, "09123456789", process).await;
    assert_eq!(stands(&desk, case).await, (None, vec!["decision".to_owned()]));
}

#[tokio::test]
async fn every_flaw_is_told_at_once_and_the_draft_is_kept() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut admin = desk.admin(&fda, fda.holder("desk-admin")).await;
    let list = admin.get("/decisions").await;
    for (key, name, words) in
        [("Review", "x", "حرف کوچک لاتین"), ("", "x", "حرف کوچک لاتین"), ("a", " ", "پر کنید")]
    {
        let again = admin.submit(&list, "/decisions", &[("key", key), ("name", name)]).await;
        assert_eq!(again.status.as_u16(), 422, "{key}");
        assert!(again.shows(words), "{}", again.text());
    }
    let page = first_version(&mut admin).await;
    admin.submit(&page, "/decisions/review_route/opening", &[]).await;
    let taken = [("key", "review_route"), ("name", "x")];
    assert!(admin.submit(&list, "/decisions", &taken).await.shows("جدول دیگری این کلید را دارد"));

    let wrong =
        [("in.1.kind", "number"), ("r.1.t.1", "five"), ("r.1.a.1", "nobody"), ("r.2.a.1", "")];
    let wrong: Vec<_> =
        wrong.into_iter().chain([("r.1.t.1.op", "feel"), ("r.1.t.1", "> \"x\"")]).collect();
    let told = presses(&mut admin, "publish", &wrong).await;
    assert_eq!(told.status.as_u16(), 422, "{}", told.text());
    for words in ["قاعدهٔ ۱، شرط ۱", "قاعدهٔ ۱، پاسخ ۱", "قاعدهٔ ۲، پاسخ ۱"]
    {
        assert!(told.shows(words), "{words}: {}", told.text());
    }
    let kept = admin.get(EDITOR).await;
    assert!(kept.body.contains("value=\"nobody\""), "the draft is kept");

    // Somebody else saves between: what was typed here stands on the page that says so.
    let stale = admin.get(EDITOR).await;
    presses(&mut admin, "save", &[("name", "نام تازه")]).await;
    let late = admin.submit(&stale, EDITOR, &[("name", "نام دیگر"), ("step", "save")]).await;
    assert_eq!(late.status.as_u16(), 409);
    assert!(late.body.contains("نام دیگر"), "{}", late.text());
}

#[tokio::test]
async fn a_trial_says_which_rule_fits_and_reaches_no_case() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut admin = desk.admin(&fda, fda.holder("desk-admin")).await;
    let page = first_version(&mut admin).await;
    admin.submit(&page, "/decisions/review_route/opening", &[]).await;
    let tried = presses(&mut admin, "try", &[("try.1", "skin-care")]).await;
    assert!(tried.shows("پاسخ جدول: expert") && tried.shows("قاعدهٔ ۱"), "{}", tried.text());
    let tried = presses(&mut admin, "try", &[("try.1", "perfume")]).await;
    assert!(tried.shows("پاسخ جدول: manager") && tried.shows("قاعدهٔ ۲"), "{}", tried.text());
    let tried = presses(&mut admin, "try", &[("try.1", "")]).await;
    assert!(tried.shows("پاسخی نداد") && tried.shows("مقداری داده نشده است"), "{}", tried.text());
}
