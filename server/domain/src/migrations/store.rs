//! The tables `process_migrations` and `migration_cases`.

use bpmn::{Misfit, Plan};
use chrono::{DateTime, Utc};
use serde_json::Value;
use tenants::Scope;
use uuid::Uuid;

use super::{MigrationPlan, Misfitting, Progress};
use crate::{CaseId, MigrationId, ProcessVersionId, Result, StaffId};

/// A migration's row.
pub(super) struct Found {
    pub(super) id: MigrationId,
    pub(super) from: ProcessVersionId,
    pub(super) to: ProcessVersionId,
    pub(super) plan: Plan,
    pub(super) by: Option<StaffId>,
    pub(super) started_at: DateTime<Utc>,
    pub(super) stopped_at: Option<DateTime<Utc>>,
}

struct Row {
    id: Uuid,
    from_id: Uuid,
    to_id: Uuid,
    plan: Value,
    started_by: Option<Uuid>,
    started_at: DateTime<Utc>,
    stopped_at: Option<DateTime<Utc>>,
}

impl Row {
    fn whole(self) -> Result<Found> {
        Ok(Found {
            id: MigrationId(self.id),
            from: ProcessVersionId(self.from_id),
            to: ProcessVersionId(self.to_id),
            plan: serde_json::from_value(self.plan)?,
            by: self.started_by.map(StaffId),
            started_at: self.started_at,
            stopped_at: self.stopped_at,
        })
    }
}

pub(super) async fn insert(
    scope: &mut Scope,
    id: MigrationId,
    plan: &MigrationPlan,
    by: Option<StaffId>,
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into process_migrations
             (tenant_id, id, from_id, to_id, plan, state, started_by, started_at)
         values ($1, $2, $3, $4, $5, 'running', $6, $7)",
        tenant,
        id.0,
        plan.from.0,
        plan.to.0,
        serde_json::to_value(&plan.steps)?,
        by.map(|by| by.0),
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The turns of cases, each with the id of its job.
pub(super) async fn insert_cases(
    scope: &mut Scope,
    id: MigrationId,
    turns: &[(Uuid, Uuid)],
) -> Result<()> {
    let tenant = scope.tenant_id();
    let (ids, cases): (Vec<Uuid>, Vec<Uuid>) = turns.iter().copied().unzip();
    sqlx::query!(
        "insert into migration_cases (tenant_id, id, migration_id, case_id, state)
         select $1, id, $2, case_id, 'waiting' from unnest($3::uuid[], $4::uuid[]) as t (id, case_id)",
        tenant,
        id.0,
        &ids,
        &cases,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn find(scope: &mut Scope, id: MigrationId) -> Result<Option<Found>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        Row,
        "select id, from_id, to_id, plan, started_by, started_at, stopped_at
         from process_migrations where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    row.map(Row::whole).transpose()
}

pub(super) async fn latest(scope: &mut Scope) -> Result<Vec<Found>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query_as!(
        Row,
        "select id, from_id, to_id, plan, started_by, started_at, stopped_at
         from process_migrations where tenant_id = $1 order by started_at desc, id limit 20",
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter().map(Row::whole).collect()
}

/// Stop it; says whether it was running.
pub(super) async fn stop(scope: &mut Scope, id: MigrationId, by: Option<StaffId>) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let rows = sqlx::query!(
        "update process_migrations set state = 'stopped', stopped_by = $3, stopped_at = $4
         where tenant_id = $1 and id = $2 and state = 'running'",
        tenant,
        id.0,
        by.map(|by| by.0),
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(rows.rows_affected() == 1)
}

/// Leave those whose turn has not come; returns their jobs. One whose turn it is at this moment is
/// waited for, so that it is told as it ends.
pub(super) async fn leave_waiting(scope: &mut Scope, id: MigrationId) -> Result<Vec<Uuid>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let ids = sqlx::query_scalar!(
        "update migration_cases set state = 'left', done_at = $3
         where tenant_id = $1 and migration_id = $2 and state = 'waiting' returning id",
        tenant,
        id.0,
        now,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(ids)
}

/// Whose turn it is, if it still is; locked until the call ends.
pub(super) async fn turn(scope: &mut Scope, id: Uuid) -> Result<Option<(MigrationId, CaseId)>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select migration_id, case_id from migration_cases
         where tenant_id = $1 and id = $2 and state = 'waiting' for update",
        tenant,
        id,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.map(|row| (MigrationId(row.migration_id), CaseId(row.case_id))))
}

pub(super) async fn end_turn(
    scope: &mut Scope,
    id: Uuid,
    state: &str,
    misfit: Option<&Misfit>,
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update migration_cases set state = $3, node = $4, why = $5, done_at = $6
         where tenant_id = $1 and id = $2",
        tenant,
        id,
        state,
        misfit.map(|it| it.node.as_str()),
        misfit.map(|it| it.why.as_str()),
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn progress(scope: &mut Scope, id: MigrationId) -> Result<Progress> {
    let tenant = scope.tenant_id();
    let progress = sqlx::query_as!(
        Progress,
        r#"select count(*) filter (where state = 'waiting') as "waiting!",
                  count(*) filter (where state = 'moved') as "moved!",
                  count(*) filter (where state = 'misfit') as "misfit!",
                  count(*) filter (where state = 'left') as "left!"
           from migration_cases where tenant_id = $1 and migration_id = $2"#,
        tenant,
        id.0,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(progress)
}

/// The first hundred cases that did not fit.
pub(super) async fn misfits(scope: &mut Scope, id: MigrationId) -> Result<Vec<Misfitting>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select m.case_id, m.node, m.why, c.tracking_code from migration_cases m
         join cases c on c.tenant_id = $1 and c.id = m.case_id
         where m.tenant_id = $1 and m.migration_id = $2 and m.state = 'misfit'
         order by m.case_id limit 100",
        tenant,
        id.0,
    )
    .fetch_all(scope.conn())
    .await?;
    let whole = rows.into_iter().map(|row| Misfitting {
        case: CaseId(row.case_id),
        code: row.tracking_code,
        node: row.node.unwrap_or_default(),
        why: row.why.unwrap_or_default(),
    });
    Ok(whole.collect())
}
