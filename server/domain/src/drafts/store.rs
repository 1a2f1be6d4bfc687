//! The table `drafts`.

use anyhow::anyhow;
use chrono::{DateTime, Utc};
use forms::Typed;
use tenants::Scope;
use uuid::Uuid;

use super::{Draft, DraftLine, Whose};
use crate::{AccountId, DraftId, Error, PositionId, Result, ServiceVersionId, catalogue};

const ANSWERS: &str = "drafts.answers";

struct Row {
    service_version_id: Uuid,
    account_id: Option<Uuid>,
    position_id: Option<Uuid>,
    answers_sealed: Vec<u8>,
    updated_at: DateTime<Utc>,
    submitted_at: Option<DateTime<Utc>>,
}

/// A draft to begin.
pub(crate) struct NewDraft<'a> {
    pub(crate) id: DraftId,
    pub(crate) whose: Whose,
    pub(crate) version: ServiceVersionId,
    /// What stands in it from the beginning.
    pub(crate) typed: &'a Typed,
}

/// Write the row of a new draft; says whether there was none of its id.
pub(crate) async fn insert(scope: &mut Scope, new: &NewDraft<'_>) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let sealed = seal(scope, new.id, new.typed)?;
    let (account, position) = match new.whose {
        Whose::Account(account) => (Some(account.0), None),
        Whose::Counter(position) => (None, Some(position.0)),
    };
    let rows = sqlx::query!(
        "insert into drafts
             (tenant_id, id, service_version_id, account_id, position_id, answers_sealed, started_at,
              updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)
         on conflict (tenant_id, id) do nothing",
        tenant,
        new.id.0,
        new.version.0,
        account,
        position,
        sealed,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(rows.rows_affected() == 1)
}

pub(super) async fn unfinished(
    scope: &mut Scope,
    account: AccountId,
    version: ServiceVersionId,
) -> Result<Option<DraftId>> {
    let tenant = scope.tenant_id();
    let id = sqlx::query_scalar!(
        "select id from drafts
         where tenant_id = $1 and account_id = $2 and service_version_id = $3
           and submitted_at is null
         order by updated_at desc limit 1",
        tenant,
        account.0,
        version.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(id.map(DraftId))
}

/// The draft as it is, for looking at.
pub(crate) async fn draft(scope: &mut Scope, id: DraftId) -> Result<Draft> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        Row,
        "select service_version_id, account_id, position_id, answers_sealed, updated_at,
                submitted_at
         from drafts where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    whole(scope, id, row).await
}

/// The draft, locked until the call ends: two submissions of it come one after the other.
pub(crate) async fn hold(scope: &mut Scope, id: DraftId) -> Result<Draft> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        Row,
        "select service_version_id, account_id, position_id, answers_sealed, updated_at,
                submitted_at
         from drafts where tenant_id = $1 and id = $2 for update",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    whole(scope, id, row).await
}

async fn whole(scope: &mut Scope, id: DraftId, row: Option<Row>) -> Result<Draft> {
    let row = row.ok_or(Error::Missing("draft"))?;
    let typed = scope.unseal(ANSWERS, id.0, &row.answers_sealed)?;
    Ok(Draft {
        id,
        whose: whose(row.account_id, row.position_id)?,
        service: catalogue::version(scope, ServiceVersionId(row.service_version_id)).await?,
        typed: serde_json::from_str(&typed)?,
        updated_at: row.updated_at,
        submitted_at: row.submitted_at,
    })
}

fn whose(account: Option<Uuid>, position: Option<Uuid>) -> Result<Whose> {
    let account = account.map(|id| Whose::Account(AccountId(id)));
    let position = position.map(|id| Whose::Counter(PositionId(id)));
    account.or(position).ok_or_else(|| anyhow!("a draft is an account's or a counter's").into())
}

fn seal(scope: &Scope, id: DraftId, typed: &Typed) -> Result<Vec<u8>> {
    Ok(scope.seal(ANSWERS, id.0, &serde_json::to_vec(typed)?)?)
}

pub(super) async fn update(scope: &mut Scope, id: DraftId, typed: &Typed) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let sealed = seal(scope, id, typed)?;
    sqlx::query!(
        "update drafts set answers_sealed = $3, updated_at = $4 where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        sealed,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A case has taken the draft's place.
pub(crate) async fn set_submitted(scope: &mut Scope, id: DraftId) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update drafts set submitted_at = $3 where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn of_account(scope: &mut Scope, account: AccountId) -> Result<Vec<DraftLine>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query_as!(
        LineRow,
        "select id, service_version_id, updated_at from drafts
         where tenant_id = $1 and account_id = $2 and submitted_at is null
         order by updated_at desc limit 50",
        tenant,
        account.0,
    )
    .fetch_all(scope.conn())
    .await?;
    lines(scope, rows).await
}

/// The unfinished drafts at these counters, newest first.
pub(crate) async fn at_positions(
    scope: &mut Scope,
    positions: &[PositionId],
) -> Result<Vec<DraftLine>> {
    let tenant = scope.tenant_id();
    let positions: Vec<Uuid> = positions.iter().map(|position| position.0).collect();
    let rows = sqlx::query_as!(
        LineRow,
        "select id, service_version_id, updated_at from drafts
         where tenant_id = $1 and position_id = any($2) and submitted_at is null
         order by updated_at desc limit 50",
        tenant,
        &positions,
    )
    .fetch_all(scope.conn())
    .await?;
    lines(scope, rows).await
}

struct LineRow {
    id: Uuid,
    service_version_id: Uuid,
    updated_at: DateTime<Utc>,
}

async fn lines(scope: &mut Scope, rows: Vec<LineRow>) -> Result<Vec<DraftLine>> {
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let service = catalogue::version(scope, ServiceVersionId(row.service_version_id)).await?;
        lines.push(DraftLine { id: DraftId(row.id), service, updated_at: row.updated_at });
    }
    Ok(lines)
}
