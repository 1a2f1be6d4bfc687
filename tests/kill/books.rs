//! What the server has: every table that the checker asks, read past the wall, and the objects.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection as _, FromRow, PgConnection};
use uuid::Uuid;

use crate::house;

/// The bucket of the embedded store, in the data folder.
pub(crate) const BUCKET: &str = "objects/mizban";

const CASES: &str = "
    select t.slug as tenant, c.id, c.tracking_code as code, c.next_no, c.event_head,
        coalesce(d.submitted_at is not null, false) as submitted
    from cases c join tenants t on t.id = c.tenant_id
    left join drafts d on d.tenant_id = c.tenant_id and d.id = c.id";
const SUBMITTED: &str = "
    select t.slug, d.id from drafts d join tenants t on t.id = d.tenant_id
    where d.submitted_at is not null";
const DOCUMENTS: &str = "
    select t.slug as tenant, d.tenant_id, d.id, d.draft_id, d.case_id, d.size, d.sha256, d.state
    from documents d join tenants t on t.id = d.tenant_id";
const NOTICES: &str = "
    select t.slug as tenant, n.id, n.case_id, n.kind, n.state
    from notices n join tenants t on t.id = n.tenant_id";
const EVENTS: &str = "
    select t.slug as tenant, e.case_id, e.no, e.at, e.kind, e.actor, e.data, e.hash
    from events e join tenants t on t.id = e.tenant_id order by e.case_id, e.tenant_id, e.no";
const AUDITED: &str = "
    select t.slug, (d ->> 'id')::uuid from audit_lines l join tenants t on t.id = l.tenant_id
    cross join jsonb_array_elements(l.decisions) d
    where d ->> 'act' = 'submit' and (d ->> 'allowed')::boolean";
const DEAD_JOBS: &str = "select kind from jobs where state = 'dead'";

#[derive(Debug, Clone, FromRow)]
pub(crate) struct CaseRow {
    pub(crate) tenant: String,
    pub(crate) id: Uuid,
    pub(crate) code: String,
    pub(crate) next_no: i32,
    pub(crate) event_head: Vec<u8>,
    /// Whether its draft knows that it was submitted.
    pub(crate) submitted: bool,
}

#[derive(Debug, Clone, FromRow)]
pub(crate) struct DocumentRow {
    pub(crate) tenant: String,
    pub(crate) tenant_id: Uuid,
    pub(crate) id: Uuid,
    pub(crate) draft_id: Option<Uuid>,
    pub(crate) case_id: Option<Uuid>,
    pub(crate) size: i64,
    pub(crate) sha256: Vec<u8>,
    pub(crate) state: String,
}

#[derive(Debug, Clone, FromRow)]
pub(crate) struct NoticeRow {
    pub(crate) tenant: String,
    pub(crate) id: Uuid,
    pub(crate) case_id: Option<Uuid>,
    pub(crate) kind: String,
    pub(crate) state: String,
}

#[derive(Debug, Clone, FromRow)]
pub(crate) struct EventRow {
    pub(crate) tenant: String,
    pub(crate) case_id: Uuid,
    pub(crate) no: i32,
    pub(crate) at: DateTime<Utc>,
    pub(crate) kind: String,
    pub(crate) actor: Value,
    pub(crate) data: Value,
    pub(crate) hash: Vec<u8>,
}

/// An object of the store.
#[derive(Clone)]
pub(crate) struct Object {
    /// `tenant/document`.
    pub(crate) key: String,
    pub(crate) size: u64,
    pub(crate) sha256: [u8; 32],
}

/// Everything.
#[derive(Clone)]
pub(crate) struct Books {
    pub(crate) cases: Vec<CaseRow>,
    /// Drafts that say they were submitted, whether or not there is a case.
    pub(crate) submitted: Vec<(String, Uuid)>,
    pub(crate) documents: Vec<DocumentRow>,
    pub(crate) notices: Vec<NoticeRow>,
    /// Ordered by case and number.
    pub(crate) events: Vec<EventRow>,
    /// Drafts that the audit log says somebody was allowed to hand in.
    pub(crate) audited: Vec<(String, Uuid)>,
    /// The kinds of jobs that were given up.
    pub(crate) dead_jobs: Vec<String>,
    pub(crate) objects: Vec<Object>,
}

/// Where the database of the server that is running listens.
pub(crate) fn port(data: &Path) -> anyhow::Result<u16> {
    let running = house::read(data, "postgres/cluster/postmaster.pid")?;
    // The fourth line of the lock file (PostgreSQL's documentation, `miscadmin.h`).
    Ok(running.lines().nth(3).context("no port in the lock file")?.trim().parse()?)
}

/// A connection that no wall stops, to the database of the server that is running.
pub(crate) async fn connect(data: &Path) -> anyhow::Result<PgConnection> {
    let password = house::read(data, "secrets/postgres-superuser")?;
    let port = port(data)?;
    let options = PgConnectOptions::new()
        .host("127.0.0.1")
        .port(port)
        .username("postgres")
        .password(&password)
        .database("mizban");
    Ok(PgConnection::connect_with(&options).await?)
}

/// How many jobs are due now or within a minute.
pub(crate) async fn due_jobs(to: &mut PgConnection) -> anyhow::Result<i64> {
    let due = sqlx::query_scalar(
        "select count(*) from jobs where state = 'queued' and run_at < now() + interval '1 minute'",
    );
    Ok(due.fetch_one(to).await?)
}

/// Read everything, while the server runs and nobody uses it.
pub(crate) async fn read(to: &mut PgConnection, bucket: &Path) -> anyhow::Result<Books> {
    Ok(Books {
        cases: sqlx::query_as(CASES).fetch_all(&mut *to).await?,
        submitted: sqlx::query_as(SUBMITTED).fetch_all(&mut *to).await?,
        documents: sqlx::query_as(DOCUMENTS).fetch_all(&mut *to).await?,
        notices: sqlx::query_as(NOTICES).fetch_all(&mut *to).await?,
        events: sqlx::query_as(EVENTS).fetch_all(&mut *to).await?,
        audited: sqlx::query_as(AUDITED).fetch_all(&mut *to).await?,
        dead_jobs: sqlx::query_scalar(DEAD_JOBS).fetch_all(&mut *to).await?,
        objects: objects(bucket)?,
    })
}

/// Every object as it lies on the disk: a store that lied would answer the same lie again.
fn objects(bucket: &Path) -> anyhow::Result<Vec<Object>> {
    let mut objects = Vec::new();
    for tenant in list(bucket)? {
        for path in list(&tenant)? {
            let bytes = std::fs::read(&path)?;
            let key = path.strip_prefix(bucket)?.to_str().context("a key")?.to_owned();
            let size = u64::try_from(bytes.len())?;
            objects.push(Object { key, size, sha256: Sha256::digest(&bytes).into() });
        }
    }
    Ok(objects)
}

fn list(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).context("the store's folder")?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
