//! The tables `documents` and `tickets`.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use tenants::Scope;
use uuid::Uuid;

use super::model::{Arrived, Document, DocumentState, Owner};
use crate::{CaseId, DocumentId, DraftId, RequestId, Result};

const NAME: tenants::Column = "documents.name_sealed";

struct Row {
    id: Uuid,
    draft_id: Option<Uuid>,
    request_id: Option<Uuid>,
    case_id: Option<Uuid>,
    field: String,
    name_sealed: Vec<u8>,
    media_type: String,
    size: i64,
    sha256: Vec<u8>,
    state: String,
    staged_at: DateTime<Utc>,
}

impl Row {
    fn open(self, scope: &Scope) -> Result<Document> {
        let owner = match (self.draft_id, self.request_id) {
            (_, Some(request)) => Owner::Request(RequestId(request)),
            (Some(draft), None) => Owner::Draft(DraftId(draft)),
            (None, None) => return Err(anyhow::anyhow!("a document without an owner").into()),
        };
        let state: DocumentState = self.state.parse().context("a document's state")?;
        Ok(Document {
            id: DocumentId(self.id),
            owner,
            case: self.case_id.map(CaseId),
            field: self.field,
            name: scope.unseal(NAME, self.id, &self.name_sealed)?,
            media_type: self.media_type,
            size: u64::try_from(self.size).context("a document's size")?,
            sha256: self.sha256.as_slice().try_into().context("a document's digest")?,
            state,
            staged_at: self.staged_at,
        })
    }
}

fn open_all(rows: Vec<Row>, scope: &Scope) -> Result<Vec<Document>> {
    rows.into_iter().map(|row| row.open(scope)).collect()
}

/// How many documents lie with an owner.
pub(super) struct Counts {
    pub(super) in_field: usize,
    pub(super) in_all: usize,
}

pub(super) async fn counts(scope: &mut Scope, owner: Owner, field: &str) -> Result<Counts> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        r#"select count(*) filter (where field = $4) as "in_field!", count(*) as "in_all!"
           from documents
           where tenant_id = $1 and (draft_id = $2 or request_id = $3) and state <> 'dropped'"#,
        tenant,
        owner.draft(),
        owner.request(),
        field,
    )
    .fetch_one(scope.conn())
    .await?;
    let whole = |count: i64| usize::try_from(count).unwrap_or(usize::MAX);
    Ok(Counts { in_field: whole(row.in_field), in_all: whole(row.in_all) })
}

pub(super) async fn insert(scope: &mut Scope, arrived: &Arrived, name: &str) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let name = scope.seal(NAME, arrived.id.0, name.as_bytes())?;
    let size = i64::try_from(arrived.size).context("a document's size")?;
    sqlx::query!(
        "insert into documents
             (tenant_id, id, draft_id, request_id, field, name_sealed, media_type, size, sha256,
              state, staged_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'staged', $10)",
        tenant,
        arrived.id.0,
        arrived.owner.draft(),
        arrived.owner.request(),
        arrived.field,
        name,
        arrived.media_type,
        size,
        arrived.sha256.as_slice(),
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn of_owner(scope: &mut Scope, owner: Owner) -> Result<Vec<Document>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query_as!(
        Row,
        "select id, draft_id, request_id, case_id, field, name_sealed, media_type, size, sha256,
                state, staged_at
         from documents
         where tenant_id = $1 and (draft_id = $2 or request_id = $3) and state <> 'dropped'
         order by staged_at, id",
        tenant,
        owner.draft(),
        owner.request(),
    )
    .fetch_all(scope.conn())
    .await?;
    open_all(rows, scope)
}

pub(super) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<Document>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query_as!(
        Row,
        "select id, draft_id, request_id, case_id, field, name_sealed, media_type, size, sha256,
                state, staged_at
         from documents
         where tenant_id = $1 and case_id = $2 and state = 'kept'
         order by staged_at, id",
        tenant,
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    open_all(rows, scope)
}

/// The document with this id, unless it was dropped.
pub(super) async fn by_id(scope: &mut Scope, document: DocumentId) -> Result<Option<Document>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        Row,
        "select id, draft_id, request_id, case_id, field, name_sealed, media_type, size, sha256,
                state, staged_at
         from documents
         where tenant_id = $1 and id = $2 and state <> 'dropped'",
        tenant,
        document.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    row.map(|row| row.open(scope)).transpose()
}

pub(super) async fn hold(scope: &mut Scope, owner: Owner) -> Result<Vec<Document>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query_as!(
        Row,
        "select id, draft_id, request_id, case_id, field, name_sealed, media_type, size, sha256,
                state, staged_at
         from documents
         where tenant_id = $1 and (draft_id = $2 or request_id = $3) and state = 'staged'
         order by id for update",
        tenant,
        owner.draft(),
        owner.request(),
    )
    .fetch_all(scope.conn())
    .await?;
    open_all(rows, scope)
}

pub(super) async fn keep(scope: &mut Scope, owner: Owner, case: CaseId) -> Result<Vec<Document>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query_as!(
        Row,
        "update documents set state = 'kept', case_id = $4
         where tenant_id = $1 and (draft_id = $2 or request_id = $3) and state = 'staged'
         returning id, draft_id, request_id, case_id, field, name_sealed, media_type, size, sha256,
                   state, staged_at",
        tenant,
        owner.draft(),
        owner.request(),
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    let mut kept = open_all(rows, scope)?;
    kept.sort_by_key(|d| (d.staged_at, d.id));
    Ok(kept)
}

/// Drop this owner's staged document; false when there is none.
pub(super) async fn drop_staged_of(
    scope: &mut Scope,
    owner: Owner,
    document: DocumentId,
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let done = sqlx::query!(
        "update documents set state = 'dropped'
         where tenant_id = $1 and id = $2 and (draft_id = $3 or request_id = $4)
           and state = 'staged'",
        tenant,
        document.0,
        owner.draft(),
        owner.request(),
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Drop a document that was staged by then and not kept since; true also when it is dropped already.
pub(super) async fn drop_unused(
    scope: &mut Scope,
    document: DocumentId,
    staged_before: DateTime<Utc>,
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let done = sqlx::query!(
        "update documents set state = 'dropped'
         where tenant_id = $1 and id = $2
           and (state = 'dropped' or (state = 'staged' and staged_at <= $3))",
        tenant,
        document.0,
        staged_before,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn delete_dropped(scope: &mut Scope, document: DocumentId) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "delete from documents where tenant_id = $1 and id = $2 and state = 'dropped'",
        tenant,
        document.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn delete_tickets_of_dropped(
    scope: &mut Scope,
    document: DocumentId,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "delete from tickets t using documents d
         where t.tenant_id = $1 and d.tenant_id = $1
           and d.id = $2 and d.state = 'dropped' and t.document_id = d.id",
        tenant,
        document.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn insert_ticket(
    scope: &mut Scope,
    token_hash: &[u8; 32],
    document: DocumentId,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into tickets (tenant_id, token_hash, document_id, expires_at)
         values ($1, $2, $3, $4)",
        tenant,
        token_hash.as_slice(),
        document.0,
        expires_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Use a ticket up; the document it was for, unless it is unknown, used or too old. Of two calls at
/// once the second waits for the first and then finds it used.
pub(super) async fn use_ticket(
    scope: &mut Scope,
    token_hash: &[u8; 32],
) -> Result<Option<DocumentId>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let document = sqlx::query_scalar!(
        "update tickets set used_at = $3
         where tenant_id = $1 and token_hash = $2 and used_at is null and expires_at > $3
         returning document_id",
        tenant,
        token_hash.as_slice(),
        now,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(document.map(DocumentId))
}

/// Delete tickets that open nothing any more. Those that another call is at are left to it, so that
/// two calls never wait for each other.
pub(super) async fn purge_tickets(scope: &mut Scope) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "delete from tickets
         where tenant_id = $1 and token_hash in (
             select token_hash from tickets where tenant_id = $1 and expires_at <= $2
             for update skip locked)",
        tenant,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
