//! The tables `audit_lines` and `audit_seals`.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use uuid::Uuid;

use super::list::{Entry, Filter};
use super::seal::Seal;
use crate::{Fault, Scope, TenantId};

/// A line of the log.
pub(super) struct Line {
    pub(super) id: Uuid,
    pub(super) at: DateTime<Utc>,
    pub(super) caller: Value,
    pub(super) decisions: Value,
    pub(super) xact: i64,
}

impl Line {
    /// sha-256 over the hash before and the line, each part with its length in front.
    pub(super) fn hash_after(&self, before: &[u8]) -> Vec<u8> {
        let at = self.at.to_rfc3339_opts(SecondsFormat::Micros, true);
        let (caller, decisions) = (self.caller.to_string(), self.decisions.to_string());
        let mut hash = Sha256::new();
        for part in
            [before, self.id.as_bytes(), at.as_bytes(), caller.as_bytes(), decisions.as_bytes()]
        {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().to_vec()
    }
}

pub(super) async fn insert(
    conn: &mut PgConnection,
    tenant: TenantId,
    at: DateTime<Utc>,
    caller: Value,
    decisions: Value,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into audit_lines (tenant_id, id, at, caller, decisions) values ($1, $2, $3, $4, $5)",
        tenant.0,
        Uuid::now_v7(),
        at,
        caller,
        decisions,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// One replica seals a tenant at a time; the lock goes with the transaction.
pub(super) async fn take_turn(scope: &mut Scope) -> Result<bool, Fault> {
    let tenant = scope.tenant_id();
    let (high, low) = tenant.as_u64_pair();
    let key = i64::from_be_bytes((high ^ low).to_be_bytes());
    let taken = sqlx::query_scalar!(r#"select pg_try_advisory_xact_lock($1) as "taken!""#, key)
        .fetch_one(scope.conn())
        .await?;
    Ok(taken)
}

pub(super) struct Head {
    pub(super) seq: i64,
    pub(super) xact: i64,
    pub(super) hash: Vec<u8>,
}

pub(super) async fn head(scope: &mut Scope) -> Result<Head, Fault> {
    let tenant = scope.tenant_id();
    let head = sqlx::query_as!(
        Head,
        "select seq, xact, hash from audit_seals where tenant_id = $1 order by seq desc limit 1",
        tenant,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(head.unwrap_or(Head { seq: 0, xact: 0, hash: Vec::new() }))
}

/// Lines that no seal names, of transactions older than every running one: nothing can still
/// appear among them, so their order is settled. Lines of the head's own transaction may be left
/// over from a full round, hence `>=` beside the anti-join.
pub(super) async fn unsealed(
    scope: &mut Scope,
    after: i64,
    limit: i64,
) -> Result<Vec<Line>, Fault> {
    let tenant = scope.tenant_id();
    let lines = sqlx::query_as!(
        Line,
        "select l.id, l.at, l.caller, l.decisions, l.xact from audit_lines l
         where l.tenant_id = $1 and l.xact >= $2
           and l.xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
           and not exists (select from audit_seals s where s.tenant_id = $1 and s.line_id = l.id)
         order by l.xact, l.id limit $3",
        tenant,
        after,
        limit,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(lines)
}

pub(super) async fn insert_seals(scope: &mut Scope, seals: &[Seal]) -> Result<(), Fault> {
    let tenant = scope.tenant_id();
    let seqs: Vec<i64> = seals.iter().map(|s| s.seq).collect();
    let lines: Vec<Uuid> = seals.iter().map(|s| s.line).collect();
    let xacts: Vec<i64> = seals.iter().map(|s| s.xact).collect();
    let hashes: Vec<Vec<u8>> = seals.iter().map(|s| s.hash.clone()).collect();
    sqlx::query!(
        "insert into audit_seals (tenant_id, seq, line_id, xact, hash)
         select $1, seq, line_id, xact, hash
         from unnest($2::bigint[], $3::uuid[], $4::bigint[], $5::bytea[]) as s (seq, line_id, xact, hash)",
        tenant,
        &seqs,
        &lines,
        &xacts,
        &hashes,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A link of the chain with its line, if that is still there.
pub(super) struct Link {
    pub(super) seq: i64,
    pub(super) hash: Vec<u8>,
    pub(super) line: Option<Line>,
}

pub(super) async fn links_after(
    scope: &mut Scope,
    seq: i64,
    limit: i64,
) -> Result<Vec<Link>, Fault> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select s.seq, s.hash, s.line_id, s.xact, l.at as "at?", l.caller as "caller?",
                  l.decisions as "decisions?"
           from audit_seals s
           left join audit_lines l on l.tenant_id = $1 and l.id = s.line_id
           where s.tenant_id = $1 and s.seq > $2 order by s.seq limit $3"#,
        tenant,
        seq,
        limit,
    )
    .fetch_all(scope.conn())
    .await?;
    let links = rows.into_iter().map(|r| {
        let line = match (r.at, r.caller, r.decisions) {
            (Some(at), Some(caller), Some(decisions)) => {
                Some(Line { id: r.line_id, at, caller, decisions, xact: r.xact })
            }
            _ => None,
        };
        Link { seq: r.seq, hash: r.hash, line }
    });
    Ok(links.collect())
}

pub(super) async fn count_unsealed(scope: &mut Scope) -> Result<u64, Fault> {
    let tenant = scope.tenant_id();
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from audit_lines l where l.tenant_id = $1
           and not exists (select from audit_seals s where s.tenant_id = $1 and s.line_id = l.id)"#,
        tenant,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(count.unsigned_abs())
}

/// By the index on time: a page is read no further than it needs, however long the log is.
pub(super) async fn list(
    scope: &mut Scope,
    filter: &Filter,
    most: i64,
) -> Result<Vec<Entry>, Fault> {
    let tenant = scope.tenant_id();
    let (before_at, before_id) = filter.before.unzip();
    let entries = sqlx::query_as!(
        Entry,
        r#"select l.id, l.at, l.caller, l.decisions,
                  exists(select from audit_seals s
                         where s.tenant_id = $1 and s.line_id = l.id) as "sealed!"
           from audit_lines l
           where l.tenant_id = $1
             and ($2::timestamptz is null or (l.at, l.id) < ($2, $3::uuid))
             and ($4::timestamptz is null or l.at >= $4)
             and ($5::timestamptz is null or l.at <= $5)
             and ($6::text is null or l.caller ->> 'staff' = $6)
             and ($7::jsonb is null or l.decisions @> $7)
           order by l.at desc, l.id desc limit $8"#,
        tenant,
        before_at,
        before_id,
        filter.since,
        filter.until,
        filter.staff.map(|id| id.to_string()),
        wanted(filter),
        most,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(entries)
}

/// What one decision of a line has to be like.
fn wanted(filter: &Filter) -> Option<Value> {
    let mut decision = serde_json::Map::new();
    if let Some(act) = filter.act {
        decision.insert("act".into(), <&str>::from(act).into());
    }
    if let Some(kind) = filter.kind {
        decision.insert("kind".into(), <&str>::from(kind).into());
    }
    if filter.refused {
        decision.insert("allowed".into(), false.into());
    }
    (!decision.is_empty()).then(|| json!([decision]))
}

pub(super) async fn last_at(scope: &mut Scope) -> Result<Option<DateTime<Utc>>, Fault> {
    let tenant = scope.tenant_id();
    let at = sqlx::query_scalar!(
        "select at from audit_lines where tenant_id = $1 order by at desc, id desc limit 1",
        tenant,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(at)
}
