//! Running cases go on with a corrected version of their process, by a plan that was tried out.

use chrono::{DateTime, TimeDelta, Utc};
use domain::CaseId;
use domain::cases::With;

use super::incidents::{admin, opened};
use super::verbs::{finish, publishes};
use crate::support::{Agency, TestDesk};

/// The second step has a deadline; `review` and its days can be called otherwise.
fn process(review: &str, role: &str, days: &str, more: &str) -> String {
    format!(
        r#"<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="urn:mizban:bpmn:1">
<b:process id="p" isExecutable="true"><b:startEvent id="start"/>
<b:userTask id="register" name="ثبت" d:role="secretariat-clerk" d:stage="submitted"><b:extensionElements>
<d:outcome id="registered" name="ثبت شد" asks="number" register="incoming"/></b:extensionElements></b:userTask>
<b:userTask id="{review}" name="بررسی" d:role="{role}" d:stage="in_review"><b:extensionElements>
<d:outcome id="fine" name="بلامانع"/></b:extensionElements></b:userTask>
<b:boundaryEvent id="late" attachedToRef="{review}"><b:timerEventDefinition><b:timeDuration>{days}</b:timeDuration></b:timerEventDefinition></b:boundaryEvent>
<b:boundaryEvent id="month" attachedToRef="{review}"><b:timerEventDefinition><b:timeDuration>P30D</b:timeDuration></b:timerEventDefinition></b:boundaryEvent>
{more}<b:endEvent id="end"/><b:endEvent id="lapsed" d:stage="lapsed"/>
<b:sequenceFlow id="f1" sourceRef="start" targetRef="register"/><b:sequenceFlow id="f2" sourceRef="register" targetRef="{review}"/>
<b:sequenceFlow id="f4" sourceRef="late" targetRef="lapsed"/><b:sequenceFlow id="f5" sourceRef="month" targetRef="lapsed"/>
</b:process></b:definitions>"#
    )
}

const STRAIGHT: &str = r#"<b:sequenceFlow id="f3" sourceRef="review" targetRef="end"/>"#;
const LONGER: &str = r#"<b:userTask id="sign" name="امضا" d:role="cosmetics-manager"><b:extensionElements><d:outcome id="signed" name="امضا شد"/></b:extensionElements></b:userTask>
<b:sequenceFlow id="f3" sourceRef="check" targetRef="sign"/><b:sequenceFlow id="f6" sourceRef="sign" targetRef="end"/>"#;

async fn publish(desk: &TestDesk, fda: &Agency, xml: &str) -> String {
    publishes(desk, fda, ("tried", xml)).await.unwrap().to_string()
}

async fn timers(desk: &TestDesk, case: CaseId) -> Vec<(String, DateTime<Utc>)> {
    let mut superuser = desk.database.superuser().await;
    let armed = "select t.node, j.run_at from timers t join jobs j on j.id = t.id
                 where t.case_id = $1 and t.state = 'armed' and j.run_at = t.due_at order by t.node";
    sqlx::query_as(armed).bind(case.0).fetch_all(&mut superuser).await.unwrap()
}

async fn stands(desk: &TestDesk, case: CaseId) -> (i32, Vec<String>) {
    let mut superuser = desk.database.superuser().await;
    let found = "select v.version, c.steps from cases c
                 join process_versions v on v.id = c.process_version_id where c.id = $1";
    sqlx::query_as(found).bind(case.0).fetch_one(&mut superuser).await.unwrap()
}

#[tokio::test]
async fn a_plan_is_tried_out_and_moves_every_case_once() {
    let desk = TestDesk::open().await;
    let (fda, twin) = (desk.agency("fda").await, desk.agency("fda2").await);
    let old = process("review", "cosmetics-expert", "P10D", STRAIGHT);
    let case = opened(&desk, &fda, &old).await;
    let other = opened(&desk, &twin, &old).await;
    finish(&desk, &fda, "secretariat-clerk", (case, "register", "registered"), With::Nothing).await;
    let before = timers(&desk, case).await;
    desk.passes(TimeDelta::days(2)).await;
    publish(&desk, &fda, &process("check", "cosmetics-manager", "P20D", LONGER)).await;

    let mut browser = admin(&desk, &fda).await;
    let list = browser.get("/migrations").await;
    let page = browser.get(&list.link("/migrations/plan")).await;
    assert!(page.shows("1 مورد منتظر") || page.shows("۱ مورد منتظر"), "{}", page.text());
    // Every step that waits has to be told of: the new one is called otherwise.
    let tried = browser.submit(&page, "/migrations/plan", &[("step", "try")]).await;
    assert!(tried.shows("جایی برای آن تعیین نشده است"), "{}", tried.text());
    let forced = [("step", "start")];
    let mut fields = tried.form("/migrations/plan");
    fields.retain(|(name, _)| name != "step");
    fields.extend(forced.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let refused = browser.post("/migrations/plan", &fields).await;
    assert_eq!(refused.status.as_u16(), 409, "{}", refused.text());
    assert_eq!(stands(&desk, case).await.1, ["review"]);

    let plan = [("step", "try"), ("step.review", "check")];
    let tried = browser.submit(&tried, "/migrations/plan", &plan).await;
    assert!(tried.shows("همهٔ پرونده‌ها جا می‌افتند"), "{}", tried.text());
    let started = browser.submit(&tried, "/migrations/plan", &[("step", "start")]).await;
    assert!(started.shows("انتقال آغاز شد"), "{}", started.text());
    desk.works_through_its_jobs().await;
    assert_eq!(stands(&desk, case).await, (2, vec!["check".to_owned()]));
    let after = timers(&desk, case).await;
    assert_eq!(after[1], before[1], "a time that is written alike keeps its date");
    let later = after[0].1 - before[0].1;
    assert!((9..=12).contains(&later.num_days()), "counted from when it was armed: {later}");

    // It is before the other role now, goes the longer way, and the history says it once.
    let fine = (case, "check", "fine");
    finish(&desk, &fda, "cosmetics-manager", fine, With::Nothing).await;
    assert_eq!(stands(&desk, case).await.1, ["sign"]);
    let mut superuser = desk.database.superuser().await;
    let told = "select count(*) from events where case_id = $1 and kind = 'migrated'";
    let told: i64 = sqlx::query_scalar(told).bind(case.0).fetch_one(&mut superuser).await.unwrap();
    assert_eq!(told, 1);
    let progress = browser.get(&started.path).await;
    assert!(!progress.shows("توقف انتقال"), "nothing is left to stop: {}", progress.text());

    // The look-alike agency's case stays, and its admins see none of it.
    assert_eq!(stands(&desk, other).await.1, ["register"]);
    let mut stranger = admin(&desk, &twin).await;
    assert_eq!(stranger.get(&started.path).await.status.as_u16(), 404);
    assert_eq!(stranger.get(&list.link("/migrations/plan")).await.status.as_u16(), 404);
}

#[tokio::test]
async fn whoever_stops_it_leaves_the_rest_where_it_is() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let case = opened(&desk, &fda, &process("review", "cosmetics-expert", "P10D", STRAIGHT)).await;
    publish(&desk, &fda, &process("review", "cosmetics-expert", "P20D", STRAIGHT)).await;
    let mut browser = admin(&desk, &fda).await;
    let list = browser.get("/migrations").await;
    let page = browser.get(&list.link("/migrations/plan")).await;
    let tried = browser.submit(&page, "/migrations/plan", &[("step", "try")]).await;
    let started = browser.submit(&tried, "/migrations/plan", &[("step", "start")]).await;
    let stopped = browser.submit(&started, &format!("{}/stop", started.path), &[]).await;
    assert!(stopped.shows("انتقال متوقف شد"), "{}", stopped.text());
    desk.works_through_its_jobs().await;
    assert_eq!(stands(&desk, case).await, (1, vec!["register".to_owned()]));
}
