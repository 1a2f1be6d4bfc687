//! One whole request, looked at while it is written: what the server writes in each transaction is
//! what PostgreSQL alone is then asked to write.

use std::sync::Arc;

use domain::cases;
use domain::documents::{Arrived, Owner};
use domain::{DocumentId, DraftId, drafts};
use tenants::{Scope, Tenant};
use uuid::Uuid;

use crate::applicants::{self, APPLICANTS, FIELD};
use crate::books::Books;
use crate::office::{ALONE, MEASURED, Office};
use crate::rows::{self, Row};

/// The rows of a request, by the transaction that wrote them.
pub(crate) struct Pattern {
    pub(crate) tenant: Uuid,
    pub(crate) draft: Uuid,
    pub(crate) document: Uuid,
    /// The draft before it is handed in, its document, and the job that would drop that.
    pub(crate) before: Vec<Row>,
    /// Written when the document was attached.
    pub(crate) attached: Vec<Row>,
    /// Written when the draft was submitted; without the draft and the document, which were changed.
    pub(crate) submitted: Vec<Row>,
}

/// One of each agency: the measured one and the one in which PostgreSQL is alone.
pub(crate) struct Patterns {
    pub(crate) measured: Pattern,
    pub(crate) alone: Pattern,
}

pub(crate) async fn patterns(office: &Office, books: &Books) -> anyhow::Result<Patterns> {
    let measured = Pattern::take(office, books, MEASURED).await?;
    let alone = Pattern::take(office, books, ALONE).await?;
    for (what, rows) in [("upload", &alone.attached), ("submission", &alone.submitted)] {
        let tables: Vec<&str> = rows.iter().map(|row| row.table.name.as_str()).collect();
        println!("rows that one {what} inserts: {}", tables.join(", "));
    }
    Ok(Patterns { measured, alone })
}

impl Pattern {
    pub(super) async fn take(office: &Office, books: &Books, slug: &str) -> anyhow::Result<Self> {
        let tenant = office.tenant(slug).await?;
        // A number that none of the other applicants has.
        let mobile = applicants::mobile(APPLICANTS)?;
        let tokens = office.sign_in(&tenant, &[mobile]).await?;
        let token = tokens.first().map(String::as_str).unwrap_or_default();
        let draft = applicants::draft(office, &tenant, token).await?;

        let document = DocumentId::new();
        let mut scope = office.enter(&tenant, token).await?;
        drafts::attach(&mut scope, draft, arrived(document, draft)).await?;
        let attached = kept(scope, books, &tenant).await?;
        let before = before(books, &tenant, (draft, document)).await?;

        let mut scope = office.enter(&tenant, token).await?;
        cases::submit(&mut scope, draft).await?;
        let mut submitted = kept(scope, books, &tenant).await?;
        submitted.retain(|row| !["drafts", "documents"].contains(&row.table.name.as_str()));
        // Everything else refers to the case.
        submitted.sort_by_key(|row| row.table.name != "cases");
        let (draft, document) = (draft.0, document.0);
        Ok(Self { tenant: tenant.id.0, draft, document, before, attached, submitted })
    }
}

/// Commit; the rows that the transaction wrote, with its audit line, which comes last of all.
async fn kept(mut scope: Scope, books: &Books, tenant: &Arc<Tenant>) -> anyhow::Result<Vec<Row>> {
    let id = tenant.id.0;
    let mut written = rows::written(scope.conn(), id).await?;
    let transaction: i64 = sqlx::query_scalar("select pg_current_xact_id()::text::bigint")
        .fetch_one(scope.conn())
        .await?;
    scope.commit().await?;
    let mut connection = books.pool.acquire().await?;
    let line = format!("xact = {transaction}");
    written.extend(rows::rows(&mut connection, "audit_lines", id, &line).await?);
    Ok(written)
}

async fn before(
    books: &Books,
    tenant: &Arc<Tenant>,
    (draft, document): (DraftId, DocumentId),
) -> anyhow::Result<Vec<Row>> {
    let mut connection = books.pool.acquire().await?;
    let mut found = Vec::new();
    for (table, id) in [("drafts", draft.0), ("documents", document.0), ("jobs", document.0)] {
        let holds = format!("id = '{id}'");
        found.extend(rows::rows(&mut connection, table, tenant.id.0, &holds).await?);
    }
    Ok(found)
}

/// A document of the same kind as those that are uploaded. Nobody ever fetches it.
fn arrived(id: DocumentId, draft: DraftId) -> Arrived {
    Arrived {
        id,
        owner: Owner::Draft(draft),
        field: FIELD.to_owned(),
        name: "proforma.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 102_400,
        sha256: [7; 32],
    }
}
