//! The tables `registers`, `register_counters` and `letters`.

use tenants::{Scope, Text};
use uuid::Uuid;

use super::Register;
use crate::{CaseId, Result, StaffId};

pub(crate) async fn add_register(
    scope: &mut Scope,
    key: &str,
    kind: &str,
    title: &Text,
    pattern: &str,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into registers (tenant_id, id, key, kind, title, pattern)
         values ($1, $2, $3, $4, $5, $6)",
        tenant,
        Uuid::now_v7(),
        key,
        kind,
        serde_json::to_value(title)?,
        pattern,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(crate) async fn register(scope: &mut Scope, key: &str) -> Result<Option<Register>> {
    Ok(registers(scope).await?.into_iter().find(|r| r.key == key))
}

pub(crate) async fn registers(scope: &mut Scope) -> Result<Vec<Register>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, key, title, pattern from registers where tenant_id = $1 order by key",
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter()
        .map(|r| {
            let title = serde_json::from_value(r.title)?;
            Ok(Register { id: r.id, key: r.key, title, pattern: r.pattern })
        })
        .collect()
}

/// The counter's row stays locked until the registration commits: no number is lost or doubled.
pub(super) async fn next_serial(scope: &mut Scope, register: Uuid, year: i32) -> Result<i64> {
    let tenant = scope.tenant_id();
    let serial = sqlx::query_scalar!(
        "insert into register_counters (tenant_id, register_id, jalali_year, last_serial)
         values ($1, $2, $3, 1)
         on conflict (tenant_id, register_id, jalali_year) do update
             set last_serial = register_counters.last_serial + 1
         returning last_serial",
        tenant,
        register,
        year,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(serial)
}

pub(super) struct NewLetter<'a> {
    pub(super) register: Uuid,
    pub(super) year: i32,
    pub(super) serial: i64,
    pub(super) number: &'a str,
    pub(super) case: CaseId,
    pub(super) by: StaffId,
}

pub(super) async fn insert_letter(scope: &mut Scope, letter: NewLetter<'_>) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into letters
             (tenant_id, id, register_id, jalali_year, serial, number, case_id, registered_by, registered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        Uuid::now_v7(),
        letter.register,
        letter.year,
        letter.serial,
        letter.number,
        letter.case.0,
        letter.by.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
