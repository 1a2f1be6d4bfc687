//! The tables `cases`, `commands_seen` and `decisions`.

use std::collections::HashMap;

use bpmn::Position;
use chrono::{DateTime, Utc};
use forms::Answers;
use locale::tracking_code::TrackingCode;
use serde_json::{Map, Value};
use sqlx::PgConnection;
use tenants::Scope;
use uuid::Uuid;

use super::model::{Case, CaseState};
use super::{After, Applicant, Decision, Submitted};
use crate::organisation::Seat;
use crate::{
    AccountId, CaseId, Error, PositionId, ProcessVersionId, Result, ServiceId, ServiceVersionId,
    StaffId,
};

const ANSWERS: &str = "cases.answers";
const DECISION: &str = "decisions.text";

/// What a case keeps from its request.
pub(super) struct NewCase<'a> {
    pub(super) service: ServiceId,
    pub(super) channel: &'a str,
    pub(super) applicant: &'a Applicant,
    pub(super) answers: &'a Answers,
}

/// Write the row of a case that is being opened, once, as its process has left it: what lies in
/// its other tables may be written before, for those keys are checked at the commit.
pub(super) async fn insert(scope: &mut Scope, case: &Case, new: NewCase<'_>) -> Result<()> {
    let tenant = scope.tenant_id();
    let applicant = new.applicant.seal(scope, case.id)?;
    let answers = scope.seal(ANSWERS, case.id.0, &serde_json::to_vec(new.answers)?)?;
    let facts: Vec<Vec<u8>> =
        new.applicant.facts().iter().map(|f| fact(scope, &case.code, f)).collect();
    let state: &str = case.state.into();
    sqlx::query!(
        "insert into cases
             (tenant_id, id, service_id, service_version_id, process_version_id, tracking_code,
              account_id, channel, applicant_sealed, answers_sealed, facts, state, stage, tokens,
              vars, steps, next_no, event_head, opened_at, updated_at, promised_at, closed_at, number)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                 $19, $19, $20, $21, $22)",
        tenant,
        case.id.0,
        new.service.0,
        case.version.0,
        case.process.0,
        case.code.as_str(),
        case.account.map(|a| a.0),
        new.channel,
        applicant,
        answers,
        &facts,
        state,
        case.stage,
        serde_json::to_value(&case.position)?,
        Value::Object(case.vars.clone()),
        &case.position.steps(),
        case.next_no,
        case.event_head,
        case.opened_at,
        case.promised_at,
        case.closed_at,
        case.number,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The keyed mark of a fact. It is bound to the code, so that equal facts of two cases do not show.
pub(super) fn fact(scope: &Scope, code: &TrackingCode, fact: &str) -> Vec<u8> {
    scope.mark("cases.fact", &format!("{}/{fact}", code.as_str()))
}

pub(super) async fn update(scope: &mut Scope, case: &Case) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let state: &str = case.state.into();
    sqlx::query!(
        "update cases
         set number = $3, state = $4, stage = $5, tokens = $6, vars = $7, steps = $8, next_no = $9,
             event_head = $10, promised_at = $11, closed_at = $12, updated_at = $13,
             process_version_id = $14, rev = rev + 1
         where tenant_id = $1 and id = $2",
        tenant,
        case.id.0,
        case.number,
        state,
        case.stage,
        serde_json::to_value(&case.position)?,
        Value::Object(case.vars.clone()),
        &case.position.steps(),
        case.next_no,
        case.event_head,
        case.promised_at,
        case.closed_at,
        now,
        case.process.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A case's row as it stands.
struct Row {
    service_version_id: Uuid,
    process_version_id: Uuid,
    tracking_code: String,
    number: Option<String>,
    account_id: Option<Uuid>,
    state: String,
    stage: String,
    tokens: Value,
    vars: Value,
    next_no: i32,
    event_head: Vec<u8>,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    troubled: bool,
}

/// The case, locked until the call ends.
pub(super) async fn hold(scope: &mut Scope, id: CaseId) -> Result<Option<Case>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        Row,
        r#"select service_version_id, process_version_id, tracking_code, number, account_id, state,
                  stage, tokens, vars, next_no, event_head, opened_at, promised_at, closed_at,
                  exists (select from incidents i where i.tenant_id = $1 and i.case_id = $2
                          and i.resolved_at is null) as "troubled!"
           from cases where tenant_id = $1 and id = $2 for update"#,
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    row.map(|row| whole(id, row)).transpose()
}

/// The case as it is, for looking at.
pub(super) async fn case(scope: &mut Scope, id: CaseId) -> Result<Option<Case>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        Row,
        r#"select service_version_id, process_version_id, tracking_code, number, account_id, state,
                  stage, tokens, vars, next_no, event_head, opened_at, promised_at, closed_at,
                  exists (select from incidents i where i.tenant_id = $1 and i.case_id = $2
                          and i.resolved_at is null) as "troubled!"
           from cases where tenant_id = $1 and id = $2"#,
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    row.map(|row| whole(id, row)).transpose()
}

fn whole(id: CaseId, row: Row) -> Result<Case> {
    let Value::Object(vars) = row.vars else { return Err(Error::Missing("vars")) };
    Ok(Case {
        id,
        version: ServiceVersionId(row.service_version_id),
        process: ProcessVersionId(row.process_version_id),
        code: code(&row.tracking_code)?,
        number: row.number,
        account: row.account_id.map(AccountId),
        state: state(&row.state)?,
        stage: row.stage,
        position: serde_json::from_value(row.tokens)?,
        vars,
        next_no: row.next_no,
        event_head: row.event_head,
        opened_at: row.opened_at,
        promised_at: row.promised_at,
        closed_at: row.closed_at,
        troubled: row.troubled,
        applicant: None,
        news: Vec::new(),
    })
}

pub(super) fn code(text: &str) -> Result<TrackingCode> {
    TrackingCode::parse(text).ok_or_else(|| anyhow::anyhow!("a stored tracking code").into())
}

pub(super) fn state(text: &str) -> Result<CaseState> {
    text.parse().map_err(|_| anyhow::anyhow!("a stored state").into())
}

/// What a case is called, and by which versions it goes.
pub(super) struct Head {
    pub(super) version: ServiceVersionId,
    pub(super) process: ProcessVersionId,
    pub(super) code: TrackingCode,
    pub(super) number: Option<String>,
}

pub(super) async fn heads(scope: &mut Scope, cases: &[CaseId]) -> Result<HashMap<CaseId, Head>> {
    let tenant = scope.tenant_id();
    let ids: Vec<Uuid> = cases.iter().map(|case| case.0).collect();
    let rows = sqlx::query!(
        "select id, service_version_id, process_version_id, tracking_code, number
         from cases where tenant_id = $1 and id = any($2)",
        tenant,
        &ids,
    )
    .fetch_all(scope.conn())
    .await?;
    let heads = rows.into_iter().map(|row| {
        let head = Head {
            version: ServiceVersionId(row.service_version_id),
            process: ProcessVersionId(row.process_version_id),
            code: code(&row.tracking_code)?,
            number: row.number,
        };
        Ok((CaseId(row.id), head))
    });
    heads.collect()
}

/// What was told when the case was opened.
pub(super) async fn submitted(scope: &mut Scope, id: CaseId) -> Result<Submitted> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select tracking_code, promised_at from cases where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?
    .ok_or(Error::Missing("case"))?;
    Ok(Submitted { case: id, code: code(&row.tracking_code)?, promised_at: row.promised_at })
}

/// Who asks, and what was answered.
pub(super) async fn request(scope: &mut Scope, id: CaseId) -> Result<(Applicant, Answers)> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select applicant_sealed, answers_sealed from cases where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?
    .ok_or(Error::Missing("case"))?;
    let answers = scope.unseal(ANSWERS, id.0, &row.answers_sealed)?;
    let applicant = Applicant::unseal(scope, id, &row.applicant_sealed)?;
    Ok((applicant, serde_json::from_str(&answers)?))
}

/// Remember a command; says whether it is new.
pub(super) async fn remember_command(
    scope: &mut Scope,
    case: CaseId,
    command: Uuid,
) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let rows = sqlx::query!(
        "insert into commands_seen (tenant_id, case_id, command_id, at) values ($1, $2, $3, $4)
         on conflict do nothing",
        tenant,
        case.0,
        command,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(rows.rows_affected() == 1)
}

/// The case with this code.
pub(super) async fn with_code(scope: &mut Scope, code: &TrackingCode) -> Result<Option<CaseId>> {
    let tenant = scope.tenant_id();
    let id = sqlx::query_scalar!(
        "select id from cases where tenant_id = $1 and tracking_code = $2",
        tenant,
        code.as_str(),
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(id.map(CaseId))
}

/// Put a case into an account.
pub(super) async fn set_account(scope: &mut Scope, id: CaseId, account: AccountId) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update cases set account_id = $3 where tenant_id = $1 and id = $2 and account_id is null",
        tenant,
        id.0,
        account.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A case in an applicant's list.
pub(super) struct LineRow {
    pub(super) id: Uuid,
    pub(super) service_version_id: Uuid,
    pub(super) tracking_code: String,
    pub(super) number: Option<String>,
    pub(super) state: String,
    pub(super) stage: String,
    pub(super) opened_at: DateTime<Utc>,
    pub(super) promised_at: DateTime<Utc>,
}

pub(super) async fn of_account(scope: &mut Scope, account: AccountId) -> Result<Vec<LineRow>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query_as!(
        LineRow,
        "select id, service_version_id, tracking_code, number, state, stage, opened_at, promised_at
         from cases where tenant_id = $1 and account_id = $2 order by opened_at desc limit 100",
        tenant,
        account.0,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows)
}

/// Which part of an account's list.
pub(super) struct Page<'a> {
    /// The keys of the services to show; none for all of them.
    pub(super) services: Option<&'a [String]>,
    pub(super) after: Option<After>,
    pub(super) limit: i64,
}

pub(super) async fn page_of_account(
    scope: &mut Scope,
    account: AccountId,
    page: Page<'_>,
) -> Result<Vec<LineRow>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query_as!(
        LineRow,
        "select c.id, c.service_version_id, c.tracking_code, c.number, c.state, c.stage, c.opened_at,
                c.promised_at
         from cases c join services s on s.tenant_id = $1 and s.id = c.service_id
         where c.tenant_id = $1 and c.account_id = $2
           and ($3::text[] is null or s.key = any($3))
           and ($4::timestamptz is null or (c.opened_at, c.id) < ($4, $5))
         order by c.opened_at desc, c.id desc limit $6",
        tenant,
        account.0,
        page.services,
        page.after.map(|after| after.opened_at),
        page.after.map(|after| after.id.0),
        page.limit,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows)
}

/// What the public tracking page shows.
pub(super) struct TrackRow {
    pub(super) id: Uuid,
    pub(super) service_version_id: Uuid,
    pub(super) process_version_id: Uuid,
    pub(super) number: Option<String>,
    pub(super) state: String,
    pub(super) stage: String,
    pub(super) opened_at: DateTime<Utc>,
    pub(super) promised_at: DateTime<Utc>,
    pub(super) closed_at: Option<DateTime<Utc>>,
    pub(super) position_id: Option<Uuid>,
    pub(super) role: Option<String>,
}

/// The case with this code, where the fact fits; one statement, whatever is wrong. Beside it, before
/// whom it lies: its oldest open task. It enters by itself, for a glance ([`tenants::Glance`]).
pub(super) async fn track(
    connection: &mut PgConnection,
    tenant: Uuid,
    (code, fact): (&TrackingCode, &[u8]),
) -> Result<Option<TrackRow>> {
    let row = sqlx::query_as!(
        TrackRow,
        r#"select c.id, c.service_version_id, c.process_version_id, c.number, c.state, c.stage,
                  c.opened_at, c.promised_at, c.closed_at, c.position_id as "position_id?", c.role as "role?"
           from (select set_config('app.tenant', $1, true)::uuid as tenant offset 0) e
           cross join lateral (
               select c.id, c.service_version_id, c.process_version_id, c.number, c.state, c.stage,
                      c.opened_at, c.promised_at, c.closed_at, o.position_id, o.role
               from cases c
               left join lateral (
                   select t.position_id, t.role from tasks t
                   where t.tenant_id = e.tenant and t.case_id = c.id and t.state = 'open'
                   order by t.opened_at limit 1
               ) o on true
               where c.tenant_id = e.tenant and c.tracking_code = $2 and $3 = any(c.facts)
               limit 1
           ) c"#,
        tenant.to_string(),
        code.as_str(),
        fact,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row)
}

/// Before whom a case lies: its oldest open task.
pub(super) async fn seat(scope: &mut Scope, case: CaseId) -> Result<Option<Seat>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select position_id, role from tasks
         where tenant_id = $1 and case_id = $2 and state = 'open' order by opened_at limit 1",
        tenant,
        case.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.map(|row| seat_of(row.position_id, row.role)))
}

pub(super) fn seat_of(position: Option<Uuid>, role: String) -> Seat {
    position.map_or(Seat::Role(role), |position| Seat::Position(PositionId(position)))
}

pub(super) async fn insert_decision(
    scope: &mut Scope,
    case: CaseId,
    decision: &Decision,
) -> Result<()> {
    let tenant = scope.tenant_id();
    let text = scope.seal(DECISION, decision.id, decision.text.as_bytes())?;
    sqlx::query!(
        "insert into decisions
             (tenant_id, case_id, id, outcome, reason, text_sealed, decided_by, position_id, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        case.0,
        decision.id,
        decision.outcome,
        decision.reason,
        text,
        decision.decided_by.0,
        decision.position.0,
        decision.decided_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The decision that stands: the last one.
pub(super) async fn decision(scope: &mut Scope, case: CaseId) -> Result<Option<Decision>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select id, outcome, reason, text_sealed, decided_by, position_id, decided_at from decisions
         where tenant_id = $1 and case_id = $2 order by decided_at desc, id desc limit 1",
        tenant,
        case.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    row.map(|r| {
        Ok(Decision {
            text: scope.unseal(DECISION, r.id, &r.text_sealed)?,
            id: r.id,
            outcome: r.outcome,
            reason: r.reason,
            decided_by: StaffId(r.decided_by),
            position: PositionId(r.position_id),
            decided_at: r.decided_at,
        })
    })
    .transpose()
}

/// Cases that have not ended, and those of them whose promised day has passed.
pub(super) async fn count_open(scope: &mut Scope) -> Result<(i64, i64)> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let row = sqlx::query!(
        r#"select count(*) as "open!", count(*) filter (where promised_at < $2) as "overdue!"
           from cases where tenant_id = $1 and state in ('active', 'suspended')"#,
        tenant,
        now,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok((row.open, row.overdue))
}

/// Running cases of a version of a process, in the order of their ids, behind one of them.
pub(super) async fn running(
    scope: &mut Scope,
    process: ProcessVersionId,
    (after, limit): (Option<CaseId>, i64),
) -> Result<Vec<(CaseId, Position, Map<String, Value>)>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, tokens, vars from cases
         where tenant_id = $1 and process_version_id = $2 and state = 'active'
           and ($3::uuid is null or id > $3)
         order by id limit $4",
        tenant,
        process.0,
        after.map(|it| it.0),
        limit,
    )
    .fetch_all(scope.conn())
    .await?;
    let whole = rows.into_iter().map(|row| {
        let Value::Object(vars) = row.vars else { return Err(Error::Missing("vars")) };
        Ok((CaseId(row.id), serde_json::from_value(row.tokens)?, vars))
    });
    whole.collect()
}

/// How many cases run by each version of a process.
pub(super) async fn count_running(scope: &mut Scope) -> Result<HashMap<ProcessVersionId, i64>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select process_version_id, count(*) as "running!" from cases
           where tenant_id = $1 and state = 'active' group by process_version_id"#,
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (ProcessVersionId(row.process_version_id), row.running))
        .collect())
}
