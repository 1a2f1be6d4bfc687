//! Cases of a process with everything in it that a kill could tear apart.

use anyhow::Context as _;
use bpmn::{Position, Trigger, advance};
use domain::{ProcessVersionId, processes};
use serde_json::{Map, Value, json};
use sqlx::PgConnection;
use tenants::Caller;
use uuid::Uuid;

use super::CASES;
use super::desk::{Agency, Desk};

pub(super) const KEY: &str = "crash";

/// After the first step three branches: one that is reminded of twice, one that lapses into another
/// step if nobody is quick, and one that asks the applicant and waits for the answer. All meet.
const MODEL: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:desk="urn:mizban:bpmn:1">
<message id="supplied" name="documents-supplied"/>
<process id="crash" name="crash" isExecutable="true">
<startEvent id="s"/>TASK:begin<parallelGateway id="f"/>
TASK:a<boundaryEvent id="nag" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>R2/PT1M</timeCycle></timerEventDefinition></boundaryEvent><endEvent id="nagged"/>
TASK:b<boundaryEvent id="late" attachedToRef="b"><timerEventDefinition><timeDuration>PT1M</timeDuration></timerEventDefinition></boundaryEvent>TASK:c<exclusiveGateway id="m"/>
TASK:ask<receiveTask id="wait" messageRef="supplied" desk:clock="stops"/><boundaryEvent id="lapsed" attachedToRef="wait"><timerEventDefinition><timeDuration>P30D</timeDuration></timerEventDefinition></boundaryEvent><exclusiveGateway id="n"/>
<parallelGateway id="j"/>TASK:z<endEvent id="e"/>
FLOW:s-begin FLOW:begin-f FLOW:f-a FLOW:a-j FLOW:nag-nagged FLOW:f-b FLOW:b-m FLOW:late-c FLOW:c-m FLOW:m-j
FLOW:f-ask FLOW:ask-wait FLOW:wait-n FLOW:lapsed-n FLOW:n-j FLOW:j-z FLOW:z-e
</process></definitions>"#;

/// How a task of this model is finished: the one that asks takes what is asked for along.
pub(super) const DONE: &str = "done";

fn model(role: &str) -> String {
    let mut xml = MODEL.to_owned();
    for task in ["begin", "a", "b", "c", "ask", "z"] {
        let asks = if task == "ask" { r#" asks="documents""# } else { "" };
        let element = format!(
            r#"<userTask id="{task}" name="{task}" desk:role="{role}"><extensionElements><desk:outcome id="{DONE}" name="{DONE}"{asks}/></extensionElements></userTask>"#
        );
        xml = xml.replace(&format!("TASK:{task}<"), &format!("{element}<"));
    }
    let words: Vec<&str> = MODEL.split_whitespace().collect();
    for (from, to) in words.iter().filter_map(|word| word.strip_prefix("FLOW:")?.split_once('-')) {
        let flow =
            format!(r#"<sequenceFlow id="{from}-{to}" sourceRef="{from}" targetRef="{to}"/>"#);
        xml = xml.replace(&format!("FLOW:{from}-{to} "), &flow);
        xml = xml.replace(&format!("FLOW:{from}-{to}\n"), &flow);
    }
    xml
}

/// Cases before their first step, as copies of a request that was handed in; which they are, by
/// agency.
pub(super) async fn open(desk: &Desk, to: &mut PgConnection) -> anyhow::Result<Vec<Vec<Uuid>>> {
    let mut all = Vec::new();
    for agency in &desk.agencies {
        let xml = model(&agency.pattern.role);
        let read = processes::read(&xml)?;
        let operator = Caller::Operator(agency.tenant.id);
        let mut scope = desk.desks.enter(&agency.tenant, operator).await?;
        let process = processes::publish(&mut scope, KEY, &xml).await?;
        scope.commit().await?;
        let mut position = Position::default();
        advance(&read.definition, &mut position, &Trigger::Start, &Nothing)?;
        let mut cases = Vec::new();
        for no in 0..CASES {
            let case = copy(to, agency, (process, &position), no).await?;
            seal_anew(desk, to, agency, case).await?;
            cases.push(case);
        }
        all.push(cases);
    }
    Ok(all)
}

async fn copy(
    to: &mut PgConnection,
    agency: &Agency,
    (process, position): (ProcessVersionId, &Position),
    no: usize,
) -> anyhow::Result<Uuid> {
    let (case, pattern) = (Uuid::now_v7(), &agency.pattern);
    let wait = position.waits().next().context("a first step")?;
    let code = locale::tracking_code::TrackingCode::generate(&mut rand::rng());
    let patches = [
        (
            "cases",
            "id",
            pattern.id,
            json!({
                "id": case, "process_version_id": process.0, "tracking_code": code.as_str(),
                "tokens": position, "steps": position.steps(), "vars": { "no": no },
            }),
        ),
        ("events", "case_id", pattern.id, json!({ "case_id": case })),
        (
            "tasks",
            "id",
            pattern.task,
            json!({
                "id": Uuid::now_v7(), "case_id": case, "node": wait.node, "token": wait.token,
            }),
        ),
    ];
    for (table, key, of, patch) in patches {
        let copied = format!(
            "insert into {table} select (jsonb_populate_record(t, $2)).* from {table} t
             where tenant_id = $1 and {key} = $3"
        );
        sqlx::query(sqlx::AssertSqlSafe(copied))
            .bind(agency.tenant.id.0)
            .bind(patch)
            .bind(of)
            .execute(&mut *to)
            .await?;
    }
    Ok(case)
}

/// What is sealed opens only in its own row.
async fn seal_anew(
    desk: &Desk,
    to: &mut PgConnection,
    agency: &Agency,
    case: Uuid,
) -> anyhow::Result<()> {
    let scope = desk.desks.enter(&agency.tenant, agency.clerk.clone()).await?;
    for (name, column) in
        [("applicant_sealed", "cases.applicant"), ("answers_sealed", "cases.answers")]
    {
        let read = format!("select {name} from cases where tenant_id = $1 and id = $2");
        let sealed: Vec<u8> = sqlx::query_scalar(sqlx::AssertSqlSafe(read))
            .bind(agency.tenant.id.0)
            .bind(case)
            .fetch_one(&mut *to)
            .await?;
        let plain = scope.unseal(column, agency.pattern.id, &sealed)?;
        let write = format!("update cases set {name} = $3 where tenant_id = $1 and id = $2");
        sqlx::query(sqlx::AssertSqlSafe(write))
            .bind(agency.tenant.id.0)
            .bind(case)
            .bind(scope.seal(column, case, plain.as_bytes())?)
            .execute(&mut *to)
            .await?;
    }
    Ok(())
}

/// The model asks nothing.
struct Nothing;

impl bpmn::Facts for Nothing {
    fn holds(&self, condition: &str, _: &Map<String, Value>) -> Result<bool, String> {
        Err(condition.to_owned())
    }

    fn value(&self, expression: &str, _: &Map<String, Value>) -> Result<Value, String> {
        Err(expression.to_owned())
    }

    fn decide(&self, decision: &str, _: &Map<String, Value>) -> Result<Value, String> {
        Err(decision.to_owned())
    }
}
