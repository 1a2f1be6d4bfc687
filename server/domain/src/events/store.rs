//! The table `events`.

use serde_json::Value;
use tenants::Scope;

use super::model::{Event, Recorded};
use crate::{CaseId, Result};

/// Append events that follow one another, in one statement.
pub(crate) async fn append(scope: &mut Scope, case: CaseId, events: &[Recorded]) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let nos: Vec<i32> = events.iter().map(|e| e.no).collect();
    let kinds: Vec<String> = events.iter().map(|e| e.event.kind()).collect();
    let nodes: Vec<Option<String>> =
        events.iter().map(|e| e.event.node().map(Into::into)).collect();
    let actors: Vec<Value> = events.iter().map(|e| e.actor.clone()).collect();
    let data: Vec<Value> = events.iter().map(|e| e.event.as_json()).collect();
    let hashes: Vec<Vec<u8>> = events.iter().map(|e| e.hash.clone()).collect();
    sqlx::query!(
        "insert into events (tenant_id, case_id, no, at, kind, node, actor, data, hash)
         select $1, $2, no, $3, kind, node, actor, data, hash
         from unnest($4::int[], $5::text[], $6::text[], $7::jsonb[], $8::jsonb[], $9::bytea[])
             as e (no, kind, node, actor, data, hash)",
        tenant,
        case.0,
        now,
        &nos,
        &kinds,
        &nodes as &[Option<String>],
        &actors,
        &data,
        &hashes,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A case's whole history, oldest first.
pub(crate) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<Recorded>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select no, at, actor, data, hash from events
         where tenant_id = $1 and case_id = $2 order by no",
        tenant,
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter()
        .map(|r| {
            let event: Event = serde_json::from_value(r.data)?;
            Ok(Recorded { no: r.no, at: r.at, actor: r.actor, event, hash: r.hash })
        })
        .collect()
}
