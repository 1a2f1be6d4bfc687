//! The tables `trials` and `process_tests`. What a trial holds is sealed: whoever tries a process out
//! may type what a person would. The names of those who changed it come from `staff`.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tenants::Scope;
use uuid::Uuid;

use super::model::{Subject, Turn};
use super::play::{Beginning, Play};
use crate::Result;

const STATE: &str = "trials.state";
const SCRIPT: &str = "process_tests.script";

/// A trial as it is kept.
pub(super) struct Held {
    pub(super) id: Uuid,
    pub(super) xml: String,
    pub(super) rev: i32,
    pub(super) play: Play,
    pub(super) updated_by: Option<String>,
    pub(super) updated_at: DateTime<Utc>,
}

/// What is done in a test, and what has to come of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Script {
    pub(super) beginning: Beginning,
    pub(super) turns: Vec<Turn>,
}

pub(super) struct KeptTest {
    pub(super) id: Uuid,
    pub(super) title: String,
    pub(super) script: Script,
    pub(super) kept_by: Option<String>,
    pub(super) kept_at: DateTime<Utc>,
}

/// Begin a trial, in the place of the one before it.
pub(super) async fn put(scope: &mut Scope, subject: Subject<'_>, play: &Play) -> Result<()> {
    delete(scope, subject.key).await?;
    let (tenant, now, id) = (scope.tenant_id(), scope.now(), Uuid::now_v7());
    let by = scope.caller().staff().map(|member| member.staff);
    let state = scope.seal(STATE, id, &serde_json::to_vec(play)?)?;
    sqlx::query!(
        "insert into trials
             (tenant_id, id, process_key, xml, state_sealed, updated_by, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id,
        subject.key,
        subject.xml,
        state,
        by,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Lock a process's trial until the call ends, if there is one.
pub(super) async fn lock(scope: &mut Scope, key: &str) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query_scalar!(
        "select id from trials where tenant_id = $1 and process_key = $2 for update",
        tenant,
        key,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn held(scope: &mut Scope, key: &str) -> Result<Option<Held>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        r#"select t.id, t.xml, t.rev, t.state_sealed, t.updated_at, m.name as "updated_by?"
           from trials t
           left join staff m on m.tenant_id = $1 and m.id = t.updated_by
           where t.tenant_id = $1 and t.process_key = $2"#,
        tenant,
        key,
    )
    .fetch_optional(scope.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let play = serde_json::from_str(&scope.unseal(STATE, row.id, &row.state_sealed)?)?;
    Ok(Some(Held {
        id: row.id,
        xml: row.xml,
        rev: row.rev,
        play,
        updated_by: row.updated_by,
        updated_at: row.updated_at,
    }))
}

/// Keep how a trial stands now. It is locked, so nobody goes on with it between.
pub(super) async fn update(scope: &mut Scope, held: &Held) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    let state = scope.seal(STATE, held.id, &serde_json::to_vec(&held.play)?)?;
    sqlx::query!(
        "update trials set state_sealed = $3, rev = rev + 1, updated_by = $4, updated_at = $5
         where tenant_id = $1 and id = $2",
        tenant,
        held.id,
        state,
        by,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn delete(scope: &mut Scope, key: &str) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!("delete from trials where tenant_id = $1 and process_key = $2", tenant, key)
        .execute(scope.conn())
        .await?;
    Ok(())
}

pub(super) async fn insert_test(
    scope: &mut Scope,
    id: Uuid,
    (key, title): (&str, &str),
    script: &Script,
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    let script = scope.seal(SCRIPT, id, &serde_json::to_vec(script)?)?;
    sqlx::query!(
        "insert into process_tests
             (tenant_id, id, process_key, title, script_sealed, kept_by, kept_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id,
        key,
        title,
        script,
        by,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A process's tests, oldest first.
pub(super) async fn tests(scope: &mut Scope, key: &str) -> Result<Vec<KeptTest>> {
    read(scope, key, None).await
}

pub(super) async fn test(scope: &mut Scope, key: &str, id: Uuid) -> Result<Option<KeptTest>> {
    Ok(read(scope, key, Some(id)).await?.pop())
}

async fn read(scope: &mut Scope, key: &str, id: Option<Uuid>) -> Result<Vec<KeptTest>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select t.id, t.title, t.script_sealed, t.kept_at, m.name as "kept_by?"
           from process_tests t
           left join staff m on m.tenant_id = $1 and m.id = t.kept_by
           where t.tenant_id = $1 and t.process_key = $2 and ($3::uuid is null or t.id = $3)
           order by t.kept_at, t.id"#,
        tenant,
        key,
        id,
    )
    .fetch_all(scope.conn())
    .await?;
    let kept = rows.into_iter().map(|row| {
        let script = serde_json::from_str(&scope.unseal(SCRIPT, row.id, &row.script_sealed)?)?;
        let (title, kept_by, kept_at) = (row.title, row.kept_by, row.kept_at);
        Ok(KeptTest { id: row.id, title, script, kept_by, kept_at })
    });
    kept.collect()
}

pub(super) async fn update_test(scope: &mut Scope, id: Uuid, script: &Script) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    let script = scope.seal(SCRIPT, id, &serde_json::to_vec(script)?)?;
    sqlx::query!(
        "update process_tests set script_sealed = $3, kept_by = $4, kept_at = $5
         where tenant_id = $1 and id = $2",
        tenant,
        id,
        script,
        by,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// False where there is no such test.
pub(super) async fn delete_test(scope: &mut Scope, key: &str, id: Uuid) -> Result<bool> {
    let tenant = scope.tenant_id();
    let removed = sqlx::query!(
        "delete from process_tests where tenant_id = $1 and process_key = $2 and id = $3",
        tenant,
        key,
        id,
    )
    .execute(scope.conn())
    .await?;
    Ok(removed.rows_affected() == 1)
}
