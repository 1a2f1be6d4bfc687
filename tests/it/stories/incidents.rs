//! A case that cannot go on by itself is told to somebody, who helps it on; the applicant sees it in
//! progress all the while.

use chrono::TimeDelta;
use domain::CaseId;
use domain::cases::{self, With};
use domain::identity::Door;

use super::verbs::{citizen, enter, finish, goes_by, publishes, submitted};
use crate::support::{Agency, Browser, Page, TestDesk};

const MOBILE: &str = "09123456789";

/// Behind the first step a choice that asks for a variable nobody sets, and one without a way for
/// every answer.
const PROCESS: &str = r#"<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="urn:mizban:bpmn:1">
<b:process id="p" isExecutable="true"><b:startEvent id="start"/>
<b:userTask id="register" name="ثبت" d:role="secretariat-clerk" d:stage="submitted"><b:extensionElements>
<d:outcome id="registered" name="ثبت شد" asks="number" register="incoming"/></b:extensionElements></b:userTask>
<b:exclusiveGateway id="large" name="بزرگ است؟"/>
<b:userTask id="review" name="بررسی" d:role="cosmetics-expert" d:stage="in_review"><b:extensionElements>
<d:outcome id="fine" name="بلامانع"/><d:outcome id="odd" name="نامعلوم"/></b:extensionElements></b:userTask>
<b:exclusiveGateway id="answer" name="پاسخ"/><b:endEvent id="end"/><b:endEvent id="rejected" d:stage="rejected"/>
<b:sequenceFlow id="f1" sourceRef="start" targetRef="register"/><b:sequenceFlow id="f2" sourceRef="register" targetRef="large"/>
<b:sequenceFlow id="f3" sourceRef="large" targetRef="review"><b:conditionExpression>amount &gt; 5</b:conditionExpression></b:sequenceFlow>
<b:sequenceFlow id="f4" sourceRef="large" targetRef="end"><b:conditionExpression>amount &lt;= 5</b:conditionExpression></b:sequenceFlow>
<b:sequenceFlow id="f5" sourceRef="review" targetRef="answer"/>
<b:sequenceFlow id="yes" name="موافقت" sourceRef="answer" targetRef="end"><b:conditionExpression>outcome = "fine"</b:conditionExpression></b:sequenceFlow>
<b:sequenceFlow id="no" name="رد" sourceRef="answer" targetRef="rejected"><b:conditionExpression>outcome = "no"</b:conditionExpression></b:sequenceFlow>
</b:process></b:definitions>"#;

/// A case of a process, before the clerk who registers it.
pub(super) async fn opened(desk: &TestDesk, fda: &Agency, process: &str) -> CaseId {
    let process = publishes(desk, fda, ("tried", process)).await.unwrap();
    let case = comes_in(desk, fda).await;
    goes_by(desk, case, process).await;
    case
}

/// One more request of the same sender, an hour after the last.
pub(super) async fn comes_in(desk: &TestDesk, fda: &Agency) -> CaseId {
    desk.desks().clock().advance(TimeDelta::minutes(61));
    submitted(desk, fda, MOBILE).await.0
}

pub(super) async fn admin(desk: &TestDesk, agency: &Agency) -> Browser {
    desk.admin(agency, agency.holder("desk-admin")).await
}

/// The page of the only open incident.
async fn only(admin: &mut Browser) -> Page {
    let list = admin.get("/incidents").await;
    assert_eq!(list.body.matches("<tr>").count(), 2, "one line: {}", list.text());
    admin.get(&list.link("/incidents/")).await
}

async fn does(admin: &mut Browser, page: &Page, verb: &str, values: &[(&str, &str)]) -> Page {
    let action = page.action(verb);
    admin.submit(page, &action, values).await
}

async fn none_is_open(admin: &mut Browser) {
    let list = admin.get("/incidents").await;
    assert!(list.shows("موردی در این فهرست نیست"), "{}", list.text());
}

async fn stage(desk: &TestDesk, case: CaseId) -> (String, String, Vec<String>) {
    let mut superuser = desk.database.superuser().await;
    sqlx::query_as("select state, stage, steps from cases where id = $1")
        .bind(case.0)
        .fetch_one(&mut superuser)
        .await
        .unwrap()
}

#[tokio::test]
async fn what_cannot_be_decided_is_corrected_and_what_has_no_way_is_led_on() {
    let desk = TestDesk::open().await;
    let (fda, twin) = (desk.agency("fda").await, desk.agency("fda2").await);
    let case = opened(&desk, &fda, PROCESS).await;
    // What the clerk did is done, whatever comes behind it.
    finish(&desk, &fda, "secretariat-clerk", (case, "register", "registered"), With::Nothing).await;
    let (state, _, steps) = stage(&desk, case).await;
    assert_eq!((state.as_str(), steps), ("active", vec!["large".to_owned()]));
    desk.desks().clock().advance(TimeDelta::minutes(61));
    let token = citizen(&desk, &fda, MOBILE).await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let followed = cases::follow(&mut scope, case).await.unwrap();
    assert!(followed.number.is_some() && followed.state == cases::CaseState::Active);
    assert!(!format!("{:?}", followed.timeline).to_lowercase().contains("stuck"));
    drop(scope);

    let mut admin = admin(&desk, &fda).await;
    let mut other = self::admin(&desk, &twin).await;
    let page = only(&mut admin).await;
    assert!(page.shows("بزرگ است؟") && page.body.contains("process-marked"), "{}", page.text());
    none_is_open(&mut other).await;
    let path = page.path.clone();
    assert_eq!(other.get(&path).await.status.as_u16(), 404);

    // Trying again without mending it is the same incident anew.
    let again = does(&mut admin, &page, "/retry", &[]).await;
    assert!(again.shows("در سابقهٔ پرونده ثبت شد"), "{}", again.text());
    let page = only(&mut admin).await;
    assert_ne!(page.path, path);

    let (name, kind) = (("correct-name", "amount"), ("correct-kind", "number"));
    let wrong = [name, kind, ("correct-value", "بسیار"), ("correct-reason", "فرم نمی‌پرسد.")];
    let refused = does(&mut admin, &page, "/correction", &wrong).await;
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());
    assert!(refused.body.contains("فرم نمی‌پرسد."), "what was typed is kept");
    let right = [name, kind, ("correct-value", "۱۲"), ("correct-reason", "فرم نمی‌پرسد.")];
    let done = does(&mut admin, &page, "/correction", &right).await;
    assert!(done.status.is_success(), "{}", done.text());
    assert_eq!(stage(&desk, case).await.1, "in_review");
    none_is_open(&mut admin).await;

    finish(&desk, &fda, "cosmetics-expert", (case, "review", "odd"), With::Nothing).await;
    let page = only(&mut admin).await;
    let blind = [("skip-way", ""), ("skip-reason", "")];
    let refused = does(&mut admin, &page, "/skip", &blind).await;
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());
    let chosen = [("skip-way", "no"), ("skip-reason", "کارشناس مخالف است.")];
    let done = does(&mut admin, &page, "/skip", &chosen).await;
    assert!(done.status.is_success(), "{}", done.text());
    // A second admin, or the same button again, finds it done.
    let late = does(&mut admin, &page, "/skip", &chosen).await;
    assert!(late.status.is_success(), "the same command: {}", late.text());
    let (state, stage, _) = stage(&desk, case).await;
    assert_eq!((state.as_str(), stage.as_str()), ("completed", "rejected"));
    let ended = admin.get("/incidents?ended=1").await;
    assert!(ended.shows("از گام گذشته شد") && ended.shows("دوباره انجام شد"), "{}", ended.text());
    assert!(!other.get("/incidents?ended=1").await.shows("از گام گذشته شد"));
}

#[tokio::test]
async fn the_second_admin_is_told_who_was_quicker() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let case = opened(&desk, &fda, PROCESS).await;
    finish(&desk, &fda, "secretariat-clerk", (case, "register", "registered"), With::Nothing).await;
    let (mut one, mut two) = (admin(&desk, &fda).await, admin(&desk, &fda).await);
    let (first, second) = (only(&mut one).await, only(&mut two).await);
    let values = [("skip-way", "f3"), ("skip-reason", "از روی پرونده")];
    does(&mut one, &first, "/skip", &values).await;
    let late = does(&mut two, &second, "/skip", &values).await;
    assert_eq!(late.status.as_u16(), 409, "{}", late.text());
    assert!(late.shows(&fda.sign_in(fda.holder("desk-admin")).name), "{}", late.text());
    assert_eq!(stage(&desk, case).await.2, ["review"]);
}

#[tokio::test]
async fn a_job_that_is_given_up_is_told_and_tried_again() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let case = comes_in(&desk, &fda).await;
    let mut superuser = desk.database.superuser().await;
    let bend = "update documents set sha256 = sha256 || '' where case_id = $1 returning sha256";
    let whole: Vec<u8> =
        sqlx::query_scalar(bend).bind(case.0).fetch_one(&mut superuser).await.unwrap();
    let set = "update documents set sha256 = $2 where case_id = $1";
    let broken = vec![9_u8; 32];
    sqlx::query(set).bind(case.0).bind(&broken).execute(&mut superuser).await.unwrap();
    finish(&desk, &fda, "secretariat-clerk", (case, "register", "registered"), With::Nothing).await;
    desk.works_through_its_jobs().await;
    let mut early = admin(&desk, &fda).await;
    none_is_open(&mut early).await;
    // One, five and thirty minutes, two and twelve hours, give or take a fifth.
    for minutes in [2, 7, 40, 150] {
        desk.passes(TimeDelta::minutes(minutes)).await;
    }
    let mut admin = self::admin(&desk, &fda).await;
    none_is_open(&mut admin).await;
    desk.passes(TimeDelta::hours(15)).await;
    let mut admin = self::admin(&desk, &fda).await;
    let page = only(&mut admin).await;
    assert!(page.shows("پس از چند بار تلاش"), "{}", page.text());
    assert_eq!(stage(&desk, case).await.0, "active");
    let dead = "select count(*) from jobs j join incidents i on i.job_id = j.id
                where j.state = 'dead' and i.case_id = $1";
    let dead: i64 = sqlx::query_scalar(dead).bind(case.0).fetch_one(&mut superuser).await.unwrap();
    assert_eq!(dead, 1);

    sqlx::query(set).bind(case.0).bind(&whole).execute(&mut superuser).await.unwrap();
    does(&mut admin, &page, "/retry", &[]).await;
    desk.works_through_its_jobs().await;
    assert_eq!(stage(&desk, case).await.2, ["review"]);
    none_is_open(&mut admin).await;
}

#[tokio::test]
async fn a_step_before_nobody_is_given_to_a_position() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut superuser = desk.database.superuser().await;
    sqlx::query(
        "update members m set until = m.since from positions p, tenants t
         where p.tenant_id = m.tenant_id and p.id = m.position_id and t.id = m.tenant_id
           and t.slug = 'fda' and p.roles @> array['cosmetics-expert']",
    )
    .execute(&mut superuser)
    .await
    .unwrap();
    let case = comes_in(&desk, &fda).await;
    finish(&desk, &fda, "secretariat-clerk", (case, "register", "registered"), With::Nothing).await;
    desk.works_through_its_jobs().await;
    let mut admin = admin(&desk, &fda).await;
    let page = only(&mut admin).await;
    assert!(page.shows("نقشی است که کسی ندارد"), "{}", page.text());
    let laboratory = page.option("assign-position", "آزمایشگاه");
    let given = [("assign-position", laboratory.as_str())];
    let done = does(&mut admin, &page, "/assignment", &given).await;
    assert!(done.status.is_success(), "{}", done.text());
    none_is_open(&mut admin).await;
    finish(&desk, &fda, "laboratory-expert", (case, "review", "complete"), With::Nothing).await;
    assert_eq!(stage(&desk, case).await.2, ["decide"]);
}
