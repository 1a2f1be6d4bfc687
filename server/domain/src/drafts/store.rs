//! The table `drafts`.

use chrono::{DateTime, Utc};
use forms::Typed;
use tenants::Scope;
use uuid::Uuid;

use super::{Draft, DraftLine};
use crate::{AccountId, DraftId, Error, Result, ServiceVersionId, catalogue};

const ANSWERS: &str = "drafts.answers";

struct Row {
    service_version_id: Uuid,
    account_id: Uuid,
    answers_sealed: Vec<u8>,
    updated_at: DateTime<Utc>,
    submitted_at: Option<DateTime<Utc>>,
}

pub(super) async fn insert(
    scope: &mut Scope,
    account: AccountId,
    version: ServiceVersionId,
) -> Result<DraftId> {
    let (tenant, now, id) = (scope.tenant_id(), scope.now(), DraftId::new());
    let nothing = seal(scope, id, &Typed::default())?;
    sqlx::query!(
        "insert into drafts
             (tenant_id, id, service_version_id, account_id, answers_sealed, started_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $6)",
        tenant,
        id.0,
        version.0,
        account.0,
        nothing,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(id)
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

pub(super) async fn draft(scope: &mut Scope, id: DraftId) -> Result<Draft> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        Row,
        "select service_version_id, account_id, answers_sealed, updated_at, submitted_at
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
        "select service_version_id, account_id, answers_sealed, updated_at, submitted_at
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
        account: AccountId(row.account_id),
        service: catalogue::version(scope, ServiceVersionId(row.service_version_id)).await?,
        typed: serde_json::from_str(&typed)?,
        updated_at: row.updated_at,
        submitted_at: row.submitted_at,
    })
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
    let rows = sqlx::query!(
        "select id, service_version_id, updated_at from drafts
         where tenant_id = $1 and account_id = $2 and submitted_at is null
         order by updated_at desc limit 50",
        tenant,
        account.0,
    )
    .fetch_all(scope.conn())
    .await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let service = catalogue::version(scope, ServiceVersionId(row.service_version_id)).await?;
        lines.push(DraftLine { id: DraftId(row.id), service, updated_at: row.updated_at });
    }
    Ok(lines)
}
