//! What lies before a position, read from `tasks`, `referrals` and `cases`. A view: it writes
//! nothing.

use chrono::{DateTime, Utc};
use serde_json::Value;
use tenants::Scope;
use uuid::Uuid;

use super::Filter;
use super::open::PAGE;
use crate::{PositionId, Result};

pub(super) struct Row {
    pub(super) case_id: Uuid,
    pub(super) node: Option<String>,
    pub(super) action: Option<Value>,
    pub(super) requires_answer: Option<bool>,
    pub(super) service_version_id: Uuid,
    pub(super) process_version_id: Uuid,
    pub(super) tracking_code: String,
    pub(super) number: Option<String>,
    pub(super) stage: String,
    pub(super) since: DateTime<Utc>,
    pub(super) due_at: Option<DateTime<Utc>>,
    pub(super) seen_at: Option<DateTime<Utc>>,
}

/// One page of lines and one line more, soonest due first. Each of the three sources is read no
/// further than the page needs, by its own index.
pub(super) async fn lines(
    scope: &mut Scope,
    position: PositionId,
    roles: &[String],
    filter: &Filter,
) -> Result<Vec<Row>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let skip = PAGE * i64::from(filter.page.max(1) - 1);
    let rows = sqlx::query_as!(
        Row,
        r#"with mine as (
             (select case_id, node, null::text as action, opened_at as since, due_at, seen_at, id
              from tasks
              where tenant_id = $1 and position_id = $2 and state = 'open'
                and (not $4 or seen_at is null) and (not $5 or due_at < $6)
              order by due_at, id limit $7)
             union all
             (select case_id, node, null, opened_at, due_at, seen_at, id
              from tasks
              where tenant_id = $1 and role = any($3) and position_id is null and state = 'open'
                and (not $4 or seen_at is null) and (not $5 or due_at < $6)
              order by due_at, id limit $7)
             union all
             (select case_id, null, action, sent_at, due_at, seen_at, id
              from referrals
              where tenant_id = $1 and to_position = $2 and state = 'open'
                and (not $4 or seen_at is null) and (not $5 or due_at < $6)
              order by due_at, id limit $7)
           )
           select m.case_id as "case_id!", m.node, a.title as "action?",
                  a.requires_answer as "requires_answer?", c.service_version_id,
                  c.process_version_id, c.tracking_code, c.number, c.stage, m.since as "since!",
                  m.due_at, m.seen_at
           from mine m
           join cases c on c.tenant_id = $1 and c.id = m.case_id
           left join referral_actions a on a.tenant_id = $1 and a.key = m.action
           where ($8::text is null or c.number = $8 or c.tracking_code = $8)
           order by m.due_at, m.id offset $9 limit $10"#,
        tenant,
        position.0,
        roles,
        filter.unread,
        filter.overdue,
        now,
        // A search looks through everything that lies there; a page only as far as itself.
        filter.search.as_ref().map_or(skip + PAGE + 1, |_| 100_000),
        filter.search,
        skip,
        PAGE + 1,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows)
}

pub(super) struct Counts {
    pub(super) open: i64,
    pub(super) unread: i64,
    pub(super) overdue: i64,
}

/// Nobody reads a counter past this; counting further would only make the page slow.
const ENOUGH: i64 = 1_000;

/// How much lies before a position, counted up to [`ENOUGH`].
pub(super) async fn counts(
    scope: &mut Scope,
    position: PositionId,
    roles: &[String],
) -> Result<Counts> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let counts = sqlx::query_as!(
        Counts,
        r#"select count(*) as "open!", count(*) filter (where seen_at is null) as "unread!",
                  count(*) filter (where due_at < $4) as "overdue!"
           from (
             (select due_at, seen_at from tasks
              where tenant_id = $1 and position_id = $2 and state = 'open'
              order by due_at, id limit $5)
             union all
             (select due_at, seen_at from tasks
              where tenant_id = $1 and role = any($3) and position_id is null and state = 'open'
              order by due_at, id limit $5)
             union all
             (select due_at, seen_at from referrals
              where tenant_id = $1 and to_position = $2 and state = 'open'
              order by due_at, id limit $5)
           ) lying"#,
        tenant,
        position.0,
        roles,
        now,
        ENOUGH,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(counts)
}

/// How much lies before whoever carries one of these roles and before no position of its own.
pub(super) async fn waiting_for(scope: &mut Scope, roles: &[String]) -> Result<i64> {
    let tenant = scope.tenant_id();
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from tasks
           where tenant_id = $1 and role = any($2) and position_id is null and state = 'open'"#,
        tenant,
        roles,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(count)
}
