//! The table `incidents`.

use chrono::{DateTime, Utc};
use tenants::Scope;
use uuid::Uuid;

use super::{Found, How, Incident, IncidentKind, Resolved};
use crate::{CaseId, IncidentId, Result, StaffId};

const DETAIL: &str = "incidents.detail";
const REASON: &str = "incidents.reason";

pub(crate) async fn open(scope: &mut Scope, case: CaseId, found: Found<'_>) -> Result<()> {
    let (tenant, now, id) = (scope.tenant_id(), scope.now(), IncidentId::new());
    let detail = scope.seal(DETAIL, id.0, found.detail.as_bytes())?;
    let kind: &str = found.kind.into();
    sqlx::query!(
        "insert into incidents
             (tenant_id, id, case_id, token, node, kind, detail_sealed, job_id, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        id.0,
        case.0,
        found.token.cast_signed(),
        found.node,
        kind,
        detail,
        found.job,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

struct Row {
    id: Uuid,
    case_id: Uuid,
    token: i64,
    node: String,
    kind: String,
    detail_sealed: Option<Vec<u8>>,
    job_id: Option<Uuid>,
    opened_at: DateTime<Utc>,
    resolved_at: Option<DateTime<Utc>>,
    how: Option<String>,
    reason_sealed: Option<Vec<u8>>,
    resolved_by: Option<Uuid>,
}

impl Row {
    fn whole(self, scope: &Scope) -> Result<Incident> {
        let unsealed = |column, sealed: Option<Vec<u8>>| {
            sealed.map(|it| scope.unseal(column, self.id, &it)).transpose()
        };
        let reason = unsealed(REASON, self.reason_sealed)?;
        let resolved = self.resolved_at.map(|at| Resolved {
            at,
            // Those of the release before kept no word for it.
            how: self.how.and_then(|how| how.parse().ok()).unwrap_or(How::Passed),
            by: self.resolved_by.map(StaffId),
            reason,
        });
        Ok(Incident {
            detail: unsealed(DETAIL, self.detail_sealed)?.unwrap_or_default(),
            id: IncidentId(self.id),
            case: CaseId(self.case_id),
            token: self.token.cast_unsigned(),
            node: self.node,
            // The release before knew a service that failed by that name.
            kind: self.kind.parse().unwrap_or(IncidentKind::Job),
            job: self.job_id,
            opened_at: self.opened_at,
            resolved,
        })
    }
}

pub(crate) async fn find(scope: &mut Scope, id: IncidentId) -> Result<Option<Incident>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        Row,
        "select id, case_id, token, node, kind, detail_sealed, job_id, opened_at, resolved_at, how,
                reason_sealed, resolved_by
         from incidents where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    row.map(|row| row.whole(scope)).transpose()
}

/// The open ones of a case, oldest first.
pub(crate) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<Incident>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query_as!(
        Row,
        "select id, case_id, token, node, kind, detail_sealed, job_id, opened_at, resolved_at, how,
                reason_sealed, resolved_by
         from incidents where tenant_id = $1 and case_id = $2 and resolved_at is null
         order by opened_at, id",
        tenant,
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter().map(|row| row.whole(scope)).collect()
}

/// Open ones, the oldest first, or those that ended, the latest first; so many behind the first
/// `skip`.
pub(crate) async fn list(
    scope: &mut Scope,
    ended: bool,
    (skip, limit): (i64, i64),
) -> Result<Vec<Incident>> {
    let tenant = scope.tenant_id();
    let rows = if ended {
        sqlx::query_as!(
            Row,
            "select id, case_id, token, node, kind, detail_sealed, job_id, opened_at, resolved_at,
                    how, reason_sealed, resolved_by
             from incidents where tenant_id = $1 and resolved_at is not null
             order by resolved_at desc, id offset $2 limit $3",
            tenant,
            skip,
            limit,
        )
        .fetch_all(scope.conn())
        .await?
    } else {
        sqlx::query_as!(
            Row,
            "select id, case_id, token, node, kind, detail_sealed, job_id, opened_at, resolved_at,
                    how, reason_sealed, resolved_by
             from incidents where tenant_id = $1 and resolved_at is null
             order by opened_at, id offset $2 limit $3",
            tenant,
            skip,
            limit,
        )
        .fetch_all(scope.conn())
        .await?
    };
    rows.into_iter().map(|row| row.whole(scope)).collect()
}

/// How many are open, and how many of these were opened before a moment.
pub(crate) async fn count(scope: &mut Scope, before: DateTime<Utc>) -> Result<(i64, i64)> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        r#"select count(*) as "open!", count(*) filter (where opened_at < $2) as "old!"
           from incidents where tenant_id = $1 and resolved_at is null"#,
        tenant,
        before,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok((row.open, row.old))
}

/// End one; it ends once.
pub(crate) async fn resolve(
    scope: &mut Scope,
    id: IncidentId,
    how: How,
    (by, reason): (Option<StaffId>, Option<&str>),
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let reason = reason.map(|it| scope.seal(REASON, id.0, it.as_bytes())).transpose()?;
    let how: &str = how.into();
    sqlx::query!(
        "update incidents set resolved_at = $3, how = $4, resolved_by = $5, reason_sealed = $6
         where tenant_id = $1 and id = $2 and resolved_at is null",
        tenant,
        id.0,
        now,
        how,
        by.map(|by| by.0),
        reason,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The token's node has another id in the version that its case goes on with.
pub(crate) async fn rename(
    scope: &mut Scope,
    case: CaseId,
    (token, from, to): (u64, &str, &str),
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update incidents set node = $5
         where tenant_id = $1 and case_id = $2 and token = $3 and node = $4 and resolved_at is null",
        tenant,
        case.0,
        token.cast_signed(),
        from,
        to,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
