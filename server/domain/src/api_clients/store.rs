//! The tables `api_clients` and `api_commands`.

use chrono::{DateTime, Utc};
use tenants::Scope;
use uuid::Uuid;

use super::ClientLine;
use crate::{AccountId, ClientId, Result};

pub(super) async fn insert(scope: &mut Scope, new: &ClientLine, secret: &[u8; 32]) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into api_clients (tenant_id, id, name, account_id, key_id, secret_hash, scopes,
             services, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        tenant,
        new.id.0,
        new.name,
        new.account.0,
        new.key,
        secret.as_slice(),
        &new.scopes,
        new.services.as_deref(),
        new.created_at,
        new.expires_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn all(scope: &mut Scope) -> Result<Vec<ClientLine>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, key_id, name, account_id, scopes, services, created_at, expires_at, revoked_at,
                last_used_at
         from api_clients where tenant_id = $1 order by created_at desc, id desc",
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    let lines = rows.into_iter().map(|r| ClientLine {
        id: ClientId(r.id),
        key: r.key_id,
        name: r.name,
        account: AccountId(r.account_id),
        scopes: r.scopes,
        services: r.services,
        created_at: r.created_at,
        expires_at: r.expires_at,
        revoked_at: r.revoked_at,
        last_used_at: r.last_used_at,
    });
    Ok(lines.collect())
}

/// Whether there is such a key, which is revoked from now on.
pub(super) async fn revoke(scope: &mut Scope, key: &str) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let done = sqlx::query!(
        "update api_clients set revoked_at = coalesce(revoked_at, $3)
         where tenant_id = $1 and key_id = $2",
        tenant,
        key,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A program as its key finds it.
pub(super) struct Found {
    pub(super) id: ClientId,
    pub(super) account: AccountId,
    pub(super) secret_hash: Vec<u8>,
    pub(super) scopes: Vec<String>,
    pub(super) services: Option<Vec<String>>,
    pub(super) expires_at: DateTime<Utc>,
    pub(super) revoked_at: Option<DateTime<Utc>>,
    pub(super) last_used_at: Option<DateTime<Utc>>,
}

pub(super) async fn by_key(scope: &mut Scope, key: &str) -> Result<Option<Found>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select id, account_id, secret_hash, scopes, services, expires_at, revoked_at, last_used_at
         from api_clients where tenant_id = $1 and key_id = $2",
        tenant,
        key,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.map(|r| Found {
        id: ClientId(r.id),
        account: AccountId(r.account_id),
        secret_hash: r.secret_hash,
        scopes: r.scopes,
        services: r.services,
        expires_at: r.expires_at,
        revoked_at: r.revoked_at,
        last_used_at: r.last_used_at,
    }))
}

/// Note that a key was used. A call at the same moment that notes it is not waited for.
pub(super) async fn touch(scope: &mut Scope, id: ClientId) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update api_clients set last_used_at = $3 where tenant_id = $1 and id in (
             select id from api_clients where tenant_id = $1 and id = $2 for update skip locked)",
        tenant,
        id.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A command, by the marks that find it and tell it from another.
pub(super) struct Kept {
    pub(super) client: ClientId,
    pub(super) id: Uuid,
    pub(super) key: Vec<u8>,
    pub(super) command: Vec<u8>,
}

/// Whether its key is a new one.
pub(super) async fn insert_command(scope: &mut Scope, kept: &Kept) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let done = sqlx::query!(
        "insert into api_commands (tenant_id, client_id, id, key_mark, command_mark, at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, client_id, key_mark) do nothing",
        tenant,
        kept.client.0,
        kept.id,
        kept.key,
        kept.command,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What was kept of the command with this key.
pub(super) struct Earlier {
    pub(super) id: Uuid,
    pub(super) command: Vec<u8>,
    pub(super) answer: Option<Vec<u8>>,
}

pub(super) async fn command(scope: &mut Scope, kept: &Kept) -> Result<Option<Earlier>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        Earlier,
        "select id, command_mark as command, answer_sealed as answer from api_commands
         where tenant_id = $1 and client_id = $2 and key_mark = $3",
        tenant,
        kept.client.0,
        kept.key,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row)
}

pub(super) async fn set_answer(
    scope: &mut Scope,
    client: ClientId,
    id: Uuid,
    sealed: &[u8],
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update api_commands set answer_sealed = $4
         where tenant_id = $1 and client_id = $2 and id = $3",
        tenant,
        client.0,
        id,
        sealed,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Forget a few of a program's old commands. Whoever adds one calls this, so that the table stays as
/// small as the traffic of the days for which they are kept.
pub(super) async fn forget_commands(
    scope: &mut Scope,
    client: ClientId,
    before: DateTime<Utc>,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "delete from api_commands where tenant_id = $1 and client_id = $2 and id in (
             select id from api_commands where tenant_id = $1 and client_id = $2 and at < $3
             limit 10 for update skip locked)",
        tenant,
        client.0,
        before,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
