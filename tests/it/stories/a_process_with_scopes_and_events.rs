//! A case goes through what a process can hold beside steps and choices: a sub-process with
//! opinions of several, a computed value, a wait for whatever comes first.

use chrono::TimeDelta;
use domain::cases::With;
use domain::{CaseId, processes};

use super::verbs::{finish, goes_by, publishes, submitted};
use crate::support::{Agency, TestDesk};

const MOBILE: &str = "09123456789";

const PROCESS: &str = r#"<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="urn:mizban:bpmn:1">
<b:message id="m" name="documents-supplied"/><b:error id="none" errorCode="nobody"/>
<b:process id="p" isExecutable="true"><b:startEvent id="start"/>
<b:userTask id="register" d:role="secretariat-clerk" d:stage="submitted"><b:extensionElements>
<d:outcome id="registered" name="ثبت شد" asks="number" register="incoming"/></b:extensionElements></b:userTask>
<b:subProcess id="opinions"><b:startEvent id="begin"/>
<b:userTask id="opinion" d:role="cosmetics-expert" d:stage="in_review"><b:extensionElements>
<d:outcome id="fine" name="بلامانع"/><d:outcome id="no" name="مخالف"/></b:extensionElements>
<b:multiInstanceLoopCharacteristics d:gather="opinions" d:each="outcome"><b:loopCardinality>3</b:loopCardinality>
<b:completionCondition>numberOfCompletedInstances &gt;= 2</b:completionCondition></b:multiInstanceLoopCharacteristics></b:userTask>
<b:scriptTask id="sum" d:result="against"><b:script>count(opinions[item = "no"])</b:script></b:scriptTask>
<b:exclusiveGateway id="enough" default="some"/><b:endEvent id="end"/>
<b:endEvent id="nobody"><b:errorEventDefinition errorRef="none"/></b:endEvent>
<b:sequenceFlow id="o1" sourceRef="begin" targetRef="opinion"/><b:sequenceFlow id="o2" sourceRef="opinion" targetRef="sum"/>
<b:sequenceFlow id="o3" sourceRef="sum" targetRef="enough"/><b:sequenceFlow id="some" sourceRef="enough" targetRef="end"/>
<b:sequenceFlow id="all" sourceRef="enough" targetRef="nobody"><b:conditionExpression>against = 2</b:conditionExpression></b:sequenceFlow>
</b:subProcess>
<b:boundaryEvent id="refused" attachedToRef="opinions"><b:errorEventDefinition errorRef="none"/></b:boundaryEvent>
<b:boundaryEvent id="late" attachedToRef="opinions"><b:timerEventDefinition><b:timeDuration>P15D</b:timeDuration></b:timerEventDefinition></b:boundaryEvent>
<b:exclusiveGateway id="on"/><b:eventBasedGateway id="first"/>
<b:receiveTask id="papers" messageRef="m" d:clock="stops" d:stage="needs_documents"/>
<b:intermediateCatchEvent id="month"><b:timerEventDefinition><b:timeDuration>P30D</b:timeDuration></b:timerEventDefinition></b:intermediateCatchEvent>
<b:endEvent id="supplied"/><b:endEvent id="lapsed" d:stage="lapsed"/><b:endEvent id="rejected" d:stage="rejected"/>
<b:sequenceFlow id="f1" sourceRef="start" targetRef="register"/><b:sequenceFlow id="f2" sourceRef="register" targetRef="opinions"/>
<b:sequenceFlow id="f3" sourceRef="opinions" targetRef="on"/><b:sequenceFlow id="f4" sourceRef="late" targetRef="on"/>
<b:sequenceFlow id="f5" sourceRef="on" targetRef="first"/><b:sequenceFlow id="f6" sourceRef="first" targetRef="papers"/>
<b:sequenceFlow id="f7" sourceRef="first" targetRef="month"/><b:sequenceFlow id="f8" sourceRef="papers" targetRef="supplied"/>
<b:sequenceFlow id="f9" sourceRef="month" targetRef="lapsed"/><b:sequenceFlow id="f10" sourceRef="refused" targetRef="rejected"/>
</b:process></b:definitions>"#;

/// A case of the process above, before the clerk who registers it.
async fn case(desk: &TestDesk, fda: &Agency) -> CaseId {
    let process = publishes(desk, fda, ("everything", PROCESS)).await.unwrap();
    let (case, _) = submitted(desk, fda, MOBILE).await;
    goes_by(desk, case, process).await;
    finish(desk, fda, "secretariat-clerk", (case, "register", "registered"), With::Nothing).await;
    case
}

/// What waits at the moment: open tasks, armed timers, subscriptions.
async fn waiting(desk: &TestDesk, case: CaseId) -> (i64, Vec<String>, Vec<String>) {
    let mut superuser = desk.database.superuser().await;
    let tasks =
        sqlx::query_scalar("select count(*) from tasks where case_id = $1 and state = 'open'");
    let timers = sqlx::query_scalar(
        "select node from timers where case_id = $1 and state in ('armed', 'paused') order by node",
    );
    let messages = sqlx::query_scalar("select name from subscriptions where case_id = $1");
    (
        tasks.bind(case.0).fetch_one(&mut superuser).await.unwrap(),
        timers.bind(case.0).fetch_all(&mut superuser).await.unwrap(),
        messages.bind(case.0).fetch_all(&mut superuser).await.unwrap(),
    )
}

async fn state(desk: &TestDesk, case: CaseId) -> (String, String) {
    let mut superuser = desk.database.superuser().await;
    let row: (String, String) = sqlx::query_as("select state, stage from cases where id = $1")
        .bind(case.0)
        .fetch_one(&mut superuser)
        .await
        .unwrap();
    row
}

#[tokio::test]
async fn two_opinions_are_enough_and_the_first_event_decides() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let case = case(&desk, &fda).await;
    assert_eq!(waiting(&desk, case).await, (3, vec!["late".to_owned()], vec![]));
    finish(&desk, &fda, "cosmetics-expert", (case, "opinion", "fine"), With::Nothing).await;
    finish(&desk, &fda, "cosmetics-expert", (case, "opinion", "no"), With::Nothing).await;
    let (month, papers) = (vec!["month".to_owned()], vec!["documents-supplied".to_owned()]);
    assert_eq!(waiting(&desk, case).await, (0, month, papers));
    // The last day may be a holiday: then the deadline is the next working day.
    desk.passes(TimeDelta::days(36)).await;
    assert_eq!(waiting(&desk, case).await, (0, vec![], vec![]));
    assert_eq!(state(&desk, case).await, ("completed".to_owned(), "lapsed".to_owned()));
}

#[tokio::test]
async fn an_error_inside_leaves_by_the_border() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let case = case(&desk, &fda).await;
    for _ in 0..2 {
        finish(&desk, &fda, "cosmetics-expert", (case, "opinion", "no"), With::Nothing).await;
    }
    assert_eq!(waiting(&desk, case).await, (0, vec![], vec![]));
    assert_eq!(state(&desk, case).await, ("completed".to_owned(), "rejected".to_owned()));
}

#[tokio::test]
async fn a_timer_on_the_border_ends_all_opinions() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let case = case(&desk, &fda).await;
    finish(&desk, &fda, "cosmetics-expert", (case, "opinion", "fine"), With::Nothing).await;
    // The fifteenth day may be a holiday, and the days behind it.
    desk.passes(TimeDelta::days(20)).await;
    let (tasks, timers, _) = waiting(&desk, case).await;
    assert_eq!((tasks, timers), (0, vec!["month".to_owned()]));
}

/// What the engine can run and the desk cannot carry out is not published.
#[test]
fn what_is_not_offered_is_refused_with_its_line() {
    for (element, detail) in [
        (
            r#"<b:businessRuleTask id="a" d:decision="fees" d:effective="date"/>"#,
            "a decision of another day than the process",
        ),
        (r#"<b:sendTask id="a" d:wait="delivered"/>"#, "waiting until a message was delivered"),
    ] {
        let xml = format!(
            "<b:definitions xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:d=\"urn:mizban:bpmn:1\">
<b:process id=\"p\" isExecutable=\"true\"><b:startEvent id=\"s\"/><b:sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"a\"/>
{element}
<b:sequenceFlow id=\"g\" sourceRef=\"a\" targetRef=\"e\"/><b:endEvent id=\"e\"/></b:process></b:definitions>"
        );
        let problems = processes::read(&xml).unwrap_err().0;
        let found: Vec<_> =
            problems.iter().map(|it| (it.kind.as_str(), it.element.as_deref(), it.line)).collect();
        assert_eq!(found, [("not-offered", Some("a"), 3)]);
        assert_eq!(problems[0].detail, detail);
    }
}
