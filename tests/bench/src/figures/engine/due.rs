//! `timers_10k_s`: how long ten thousand timers that are due at once take, from the moment at which the
//! server may see them until the last has led its case on, each in a transaction of its own.

use std::time::{Duration, Instant};

use anyhow::ensure;
use bpmn::{Position, Trigger, advance};
use sqlx::AssertSqlSafe;
use tokio::time::sleep;

use super::durable::Nothing;
use super::models::{self, Agencies, Beginning};
use crate::report::{Aim, Report};

const TIMERS: usize = 10_000;
const FIRED_WITHIN: Duration = Duration::from_mins(2);
const BATCH: usize = 9;
const KEY: &str = "timers";
/// A task that lapses, and what follows from that.
const MODEL: &str = r#"<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
<bpmn:process id="lapse" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:userTask id="a" name="a"></bpmn:userTask>
<bpmn:boundaryEvent id="late" attachedToRef="a"><bpmn:timerEventDefinition>
<bpmn:timeDuration>P10D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:userTask id="b" name="b"></bpmn:userTask><bpmn:endEvent id="e"/>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="e"/>
<bpmn:sequenceFlow id="f3" sourceRef="late" targetRef="b"/><bpmn:sequenceFlow id="f4" sourceRef="b" targetRef="e"/>
</bpmn:process></bpmn:definitions>"#;

pub(super) async fn due(agencies: &Agencies<'_>, report: &mut Report) -> anyhow::Result<()> {
    for agency in &agencies.all {
        let xml = models::for_desk(MODEL, &agency.role);
        let process = agency.publish(&agencies.desks, KEY, &xml).await?;
        let mut position = Position::default();
        advance(&models::read(&xml)?, &mut position, &Trigger::Start, &Nothing)?;
        let beginning = Beginning { process, position: &position, vars: "{}", batch: BATCH };
        agency.cases(agencies.books, &beginning, TIMERS / agencies.all.len()).await?;
    }
    agencies.books.settle().await?;
    arm(agencies).await?;
    let began = Instant::now();
    while count(agencies, "state = 'armed'").await? > 0 {
        ensure!(began.elapsed() < FIRED_WITHIN, "the timers do not all fire");
        sleep(Duration::from_millis(50)).await;
    }
    let took = began.elapsed();
    let fired = count(agencies, "state = 'fired'").await?;
    ensure!(usize::try_from(fired)? == TIMERS, "{fired} timers fired, of {TIMERS}");
    let led_on: i64 = sqlx::query_scalar("select count(*) from cases where steps = '{b}'")
        .fetch_one(&agencies.books.pool)
        .await?;
    ensure!(usize::try_from(led_on)? == TIMERS, "{led_on} cases went on, of {TIMERS}");
    report.note("timers_10k_s", took.as_secs_f64(), "s", Aim::Below(15.0));
    Ok(())
}

/// The timers of all cases at once, each with the job that fires it.
async fn arm(agencies: &Agencies<'_>) -> anyhow::Result<()> {
    let arm = "
        with armed as (
            insert into timers (tenant_id, id, case_id, token, node, due_at, state)
            select t.tenant_id, gen_random_uuid(), t.case_id, t.token, 'late', now(), 'armed'
            from tasks t join cases c on c.tenant_id = t.tenant_id and c.id = t.case_id
            join process_versions p on p.tenant_id = c.tenant_id and p.id = c.process_version_id
            where p.key = 'timers' returning tenant_id, id
        )
        insert into jobs (tenant_id, id, kind, subject_id, run_at)
        select tenant_id, id, 'fire-timer', id, now() from armed";
    sqlx::query(arm).execute(&agencies.books.pool).await?;
    Ok(())
}

async fn count(agencies: &Agencies<'_>, holds: &str) -> anyhow::Result<i64> {
    let count = format!("select count(*) from timers where node = 'late' and {holds}");
    Ok(sqlx::query_scalar(AssertSqlSafe(count)).fetch_one(&agencies.books.pool).await?)
}
