//! `engine_durable_completions_per_s`: user tasks finished by the verb that the desk's pages call, each
//! in a transaction of its own, with its history and its line in the audit log, at four agencies.
//! `engine_durable_ratio`: beside it, `transition.sql` by `pgbench` on the same database.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use bpmn::{Position, Trigger, advance};
use domain::cases::{self, Completion, With};
use domain::{CaseId, TaskId};
use futures_util::future::try_join_all;
use uuid::Uuid;

use super::models::{self, Agencies, Beginning, CONNECTIONS, DONE};
use crate::beside;
use crate::load::share;
use crate::report::{Aim, Report};

/// Cases of each model at each agency.
const CASES: usize = 600;
const MODELS: [&str; 3] = ["seq", "par", "desk"];

pub(super) async fn durable(
    agencies: &Agencies<'_>,
    folder: &Path,
    report: &mut Report,
) -> anyhow::Result<()> {
    for (batch, name) in MODELS.into_iter().enumerate() {
        open_cases(agencies, (batch, &models::text(folder, name)?)).await?;
    }
    agencies.books.settle().await?;
    let mut load = Load::default();
    // The first tasks of all cases, then the next ones, until all are over.
    loop {
        let tasks = open_tasks(agencies).await?;
        if tasks.is_empty() {
            break;
        }
        load.run(agencies, &tasks).await?;
    }
    ensure_over(agencies).await?;
    let per_second = f64::from(u32::try_from(load.took.len())?) / load.busy.as_secs_f64();
    load.took.sort_unstable();
    println!(
        "finished: {} tasks of {} cases",
        load.took.len(),
        CASES * MODELS.len() * agencies.all.len()
    );
    report.note("engine_durable_completions_per_s", per_second, "1/s", Aim::AtLeast(2_000.0));
    let p99 = share(&load.took, 99).as_secs_f64() * 1e3;
    report.note("engine_durable_p99_ms", p99, "ms", Aim::None);

    let scripts = (folder.join("pg_setup.sql"), folder.join("transition.sql"));
    let alone = beside::made_script(agencies.books, (&scripts.0, &scripts.1), CONNECTIONS).await?;
    report.note("engine_durable_alone_per_s", alone, "1/s", Aim::None);
    report.note("engine_durable_ratio", per_second / alone, "", Aim::AtLeast(0.4));
    Ok(())
}

async fn open_cases(agencies: &Agencies<'_>, (batch, xml): (usize, &str)) -> anyhow::Result<()> {
    for agency in &agencies.all {
        let xml = models::for_desk(xml, &agency.role);
        let process = agency.publish(&agencies.desks, &format!("bench-{batch}"), &xml).await?;
        let mut position = Position::default();
        advance(&models::read(&xml)?, &mut position, &Trigger::Start, &Nothing)?;
        let beginning =
            Beginning { process, position: &position, vars: r#"{"amount": 500}"#, batch };
        agency.cases(agencies.books, &beginning, CASES).await?;
    }
    Ok(())
}

/// The models ask nothing before their first task.
pub(super) struct Nothing;

type Known = serde_json::Map<String, serde_json::Value>;

impl bpmn::Facts for Nothing {
    fn holds(&self, condition: &str, _: &Known) -> Result<bool, String> {
        Err(condition.to_owned())
    }

    fn value(&self, expression: &str, _: &Known) -> Result<serde_json::Value, String> {
        Err(expression.to_owned())
    }

    fn decide(&self, decision: &str, _: &Known) -> Result<serde_json::Value, String> {
        Err(decision.to_owned())
    }
}

/// A task that is open: whose, of which case, and which.
type Open = (Uuid, Uuid, Uuid);

/// Those of the copied cases, one agency after the other and one case after the other, so that two
/// tasks of one case are far apart.
async fn open_tasks(agencies: &Agencies<'_>) -> anyhow::Result<Vec<Open>> {
    let open = sqlx::query_as(
        "select t.tenant_id, t.case_id, t.id from tasks t
         join cases c on c.tenant_id = t.tenant_id and c.id = t.case_id
         join process_versions p on p.tenant_id = c.tenant_id and p.id = c.process_version_id
         where t.state = 'open' and p.key like 'bench-%'
         order by row_number() over (partition by t.tenant_id, t.case_id order by t.token),
                  row_number() over (partition by t.tenant_id order by t.case_id)",
    );
    Ok(open.fetch_all(&agencies.books.pool).await?)
}

async fn ensure_over(agencies: &Agencies<'_>) -> anyhow::Result<()> {
    let open: i64 = sqlx::query_scalar(
        "select count(*) from cases c
         join process_versions p on p.tenant_id = c.tenant_id and p.id = c.process_version_id
         where c.state <> 'completed' and p.key like 'bench-%'",
    )
    .fetch_one(&agencies.books.pool)
    .await?;
    ensure!(open == 0, "{open} cases are not over, and nothing in them waits for anybody");
    Ok(())
}

#[derive(Default)]
struct Load {
    busy: Duration,
    took: Vec<Duration>,
}

impl Load {
    /// Finish all these tasks, each connection the next one when it is done with the last.
    async fn run(&mut self, agencies: &Agencies<'_>, tasks: &[Open]) -> anyhow::Result<()> {
        let (began, next) = (Instant::now(), std::cell::Cell::new(0));
        let connection = || async {
            let mut took = Vec::new();
            while let Some(task) = tasks.get(next.replace(next.get() + 1)) {
                let sent = Instant::now();
                finish(agencies, *task).await?;
                took.push(sent.elapsed());
            }
            anyhow::Ok(took)
        };
        let all = try_join_all((0..CONNECTIONS).map(|_| connection())).await?;
        self.busy += began.elapsed();
        self.took.extend(all.into_iter().flatten());
        Ok(())
    }
}

async fn finish(agencies: &Agencies<'_>, (tenant, case, task): Open) -> anyhow::Result<()> {
    let agency = agencies.all.iter().find(|agency| agency.tenant.id.0 == tenant);
    let agency = agency.context("an agency")?;
    let mut scope = agencies.desks.enter(&agency.tenant, agency.clerk.clone()).await?;
    let completion = Completion {
        case: CaseId(case),
        task: TaskId(task),
        outcome: DONE.to_owned(),
        with: With::Nothing,
        command: Uuid::now_v7(),
    };
    cases::complete(&mut scope, completion).await?;
    scope.commit().await
}
