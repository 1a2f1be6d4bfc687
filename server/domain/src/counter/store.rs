//! The table `visitors`.

use anyhow::anyhow;
use chrono::{DateTime, Utc};
use forms::Typed;
use locale::jalali::Day;
use tenants::{Column, Scope};
use uuid::Uuid;

use super::Visitor;
use crate::{DraftId, PositionId, Result, StaffId};

const VISITOR: Column = "visitors.visitor_sealed";

fn seal(scope: &Scope, id: DraftId, visitor: &Visitor) -> Result<Vec<u8>> {
    Ok(scope.seal(VISITOR, id.0, &serde_json::to_vec(visitor.typed())?)?)
}

pub(super) async fn insert(
    scope: &mut Scope,
    id: DraftId,
    visitor: &Visitor,
    clerk: StaffId,
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let sealed = seal(scope, id, visitor)?;
    sqlx::query!(
        "insert into visitors
             (tenant_id, draft_id, channel, identity_check, authority, visitor_sealed, received_by,
              received_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        tenant,
        id.0,
        visitor.channel(),
        visitor.check(),
        visitor.authority(),
        sealed,
        clerk.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// It was looked at again today, so today is the day on which its documents have to be valid.
pub(super) async fn update(scope: &mut Scope, id: DraftId, visitor: &Visitor) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let sealed = seal(scope, id, visitor)?;
    sqlx::query!(
        "update visitors
         set channel = $3, identity_check = $4, authority = $5, visitor_sealed = $6,
             received_at = $7
         where tenant_id = $1 and draft_id = $2",
        tenant,
        id.0,
        visitor.channel(),
        visitor.check(),
        visitor.authority(),
        sealed,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A visitor with what became of the reception.
pub(super) struct Row {
    pub(super) visitor: Visitor,
    pub(super) registered_by: Option<StaffId>,
    pub(super) registered_at: Option<DateTime<Utc>>,
}

pub(super) async fn visitor(scope: &mut Scope, id: DraftId) -> Result<Option<Row>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select visitor_sealed, received_at, registered_by, registered_at
         from visitors where tenant_id = $1 and draft_id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let typed: Typed = serde_json::from_str(&scope.unseal(VISITOR, id.0, &row.visitor_sealed)?)?;
    let visitor = Visitor::read(typed, Day::of(row.received_at));
    Ok(Some(Row {
        visitor: visitor.map_err(|problems| anyhow!("a stored visitor: {problems:?}"))?,
        registered_by: row.registered_by.map(StaffId),
        registered_at: row.registered_at,
    }))
}

/// A case has taken the draft's place.
pub(crate) async fn set_registered(scope: &mut Scope, id: DraftId, by: StaffId) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update visitors set registered_by = $3, registered_at = $4
         where tenant_id = $1 and draft_id = $2",
        tenant,
        id.0,
        by.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// What was registered last at these counters, newest first.
pub(crate) async fn registered_at(
    scope: &mut Scope,
    positions: &[PositionId],
) -> Result<Vec<DraftId>> {
    let tenant = scope.tenant_id();
    let positions: Vec<Uuid> = positions.iter().map(|position| position.0).collect();
    let ids = sqlx::query_scalar!(
        "select v.draft_id from visitors v
         join drafts d on d.tenant_id = $1 and d.id = v.draft_id
         where v.tenant_id = $1 and d.position_id = any($2) and v.registered_at is not null
         order by v.registered_at desc limit 20",
        tenant,
        &positions,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(ids.into_iter().map(DraftId).collect())
}
