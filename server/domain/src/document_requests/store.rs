//! The table `document_requests`.

use tenants::Scope;

use super::DocumentRequest;
use crate::{CaseId, RequestId, Result, StaffId};

const NOTE: &str = "document_requests.note";

pub(crate) async fn insert(
    scope: &mut Scope,
    case: CaseId,
    request: &DocumentRequest,
) -> Result<()> {
    let tenant = scope.tenant_id();
    let note = scope.seal(NOTE, request.id.0, request.note.as_bytes())?;
    sqlx::query!(
        "insert into document_requests
             (tenant_id, id, case_id, items, note_sealed, due_at, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        tenant,
        request.id.0,
        case.0,
        serde_json::to_value(&request.items)?,
        note,
        request.due_at,
        request.asked_by.0,
        request.asked_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A case's requests, oldest first.
pub(crate) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<DocumentRequest>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, items, note_sealed, due_at, asked_by, asked_at, answered_at
         from document_requests where tenant_id = $1 and case_id = $2 order by asked_at, id",
        tenant,
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter()
        .map(|r| {
            Ok(DocumentRequest {
                id: RequestId(r.id),
                items: serde_json::from_value(r.items)?,
                note: scope.unseal(NOTE, r.id, &r.note_sealed)?,
                due_at: r.due_at,
                asked_by: StaffId(r.asked_by),
                asked_at: r.asked_at,
                answered_at: r.answered_at,
            })
        })
        .collect()
}

pub(crate) async fn set_answered(scope: &mut Scope, id: RequestId) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update document_requests set answered_at = $3 where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
