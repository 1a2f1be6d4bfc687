//! What lies before a position, read from `tasks`, `referrals` and `cases`. A view: it writes
//! nothing.

use chrono::{DateTime, Utc};
use serde_json::Value;
use tenants::Scope;
use uuid::Uuid;

use super::open::PAGE;
use super::{Filter, MANY};
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

/// One page of lines and one line more, soonest due first. Each source is read no further than the
/// page needs, by its own index; what a line shows of its case is looked up for the page's lines only.
pub(super) async fn lines(
    scope: &mut Scope,
    (position, roles): (PositionId, &[String]),
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
             select shared.* from unnest($3::text[]) as held (role)
             cross join lateral (
                select case_id, node, null, opened_at, due_at, seen_at, id
                from tasks
                where tenant_id = $1 and role = held.role and position_id is null and state = 'open'
                  and (not $4 or seen_at is null) and (not $5 or due_at < $6)
                order by due_at, id limit $7
             ) shared
             union all
             (select case_id, null, action, sent_at, due_at, seen_at, id
              from referrals
              where tenant_id = $1 and to_position = $2 and state = 'open'
                and (not $4 or seen_at is null) and (not $5 or due_at < $6)
              order by due_at, id limit $7)
           ), page as (select * from mine order by due_at, id offset $8 limit $9)
           select m.case_id as "case_id!", m.node, a.title as "action?",
                  a.requires_answer as "requires_answer?", c.service_version_id,
                  c.process_version_id, c.tracking_code, c.number, c.stage, m.since as "since!",
                  m.due_at, m.seen_at
           from page m
           cross join lateral (
             select * from cases where tenant_id = $1 and id = m.case_id limit 1
           ) c
           left join referral_actions a on a.tenant_id = $1 and a.key = m.action
           order by m.due_at, m.id"#,
        tenant,
        position.0,
        roles,
        filter.unread,
        filter.overdue,
        now,
        skip + PAGE + 1,
        skip,
        PAGE + 1,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows)
}

/// The lines of the case with this register number or tracking code, if it lies there.
pub(super) async fn lines_of(
    scope: &mut Scope,
    (position, roles): (PositionId, &[String]),
    sought: &str,
    filter: &Filter,
) -> Result<Vec<Row>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let rows = sqlx::query_as!(
        Row,
        r#"select c.id as case_id, m.node, a.title as "action?",
                  a.requires_answer as "requires_answer?", c.service_version_id,
                  c.process_version_id, c.tracking_code, c.number, c.stage, m.since as "since!",
                  m.due_at, m.seen_at
           from cases c
           cross join lateral (
             select node, null::text as action, opened_at as since, due_at, seen_at, id
             from tasks
             where tenant_id = $1 and case_id = c.id and state = 'open'
               and (position_id = $2 or (position_id is null and role = any($3)))
             union all
             select null, action, sent_at, due_at, seen_at, id
             from referrals
             where tenant_id = $1 and case_id = c.id and to_position = $2 and state = 'open'
           ) m
           left join referral_actions a on a.tenant_id = $1 and a.key = m.action
           where c.tenant_id = $1 and (c.number = $4 or c.tracking_code = $4)
             and (not $5 or m.seen_at is null) and (not $6 or m.due_at < $7)
           order by m.due_at, m.id"#,
        tenant,
        position.0,
        roles,
        sought,
        filter.unread,
        filter.overdue,
        now,
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

/// How much lies before a position, each counted up to [`MANY`]; what is unread, among the thousand
/// of each source that are due soonest.
pub(super) async fn counts(
    scope: &mut Scope,
    position: PositionId,
    roles: &[String],
) -> Result<Counts> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let counts = sqlx::query_as!(
        Counts,
        r#"with lying as not materialized (
             (select due_at, seen_at from tasks
              where tenant_id = $1 and position_id = $2 and state = 'open'
              order by due_at, id limit 1000)
             union all
             select shared.* from unnest($3::text[]) as held (role)
             cross join lateral (
                select due_at, seen_at from tasks
                where tenant_id = $1 and role = held.role and position_id is null and state = 'open'
                order by due_at, id limit 1000
             ) shared
             union all
             (select due_at, seen_at from referrals
              where tenant_id = $1 and to_position = $2 and state = 'open'
              order by due_at, id limit 1000)
           ), late as not materialized (
             (select from tasks
              where tenant_id = $1 and position_id = $2 and state = 'open' and due_at < $4
              limit $5)
             union all
             select from unnest($3::text[]) as held (role)
             cross join lateral (
                select from tasks
                where tenant_id = $1 and role = held.role and position_id is null
                  and state = 'open' and due_at < $4
                limit $5
             ) shared
             union all
             (select from referrals
              where tenant_id = $1 and to_position = $2 and state = 'open' and due_at < $4
              limit $5)
           )
           select (select count(*) from (select from lying limit $5) o) as "open!",
                  (select count(*) from (select from lying where seen_at is null limit $5) u) as "unread!",
                  (select count(*) from (select from late limit $5) d) as "overdue!""#,
        tenant,
        position.0,
        roles,
        now,
        MANY,
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
