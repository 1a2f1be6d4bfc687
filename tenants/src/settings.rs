//! Settings of a tenant: typed, each shaped by the module that reads it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Fault, Scope};

/// A setting that a module reads. What was never set has its default.
pub trait Setting: Serialize + DeserializeOwned + Default {
    const KEY: &'static str;
}

/// The setting as this tenant has it. Within one call it is asked for once.
pub async fn read<S: Setting>(scope: &mut Scope) -> Result<S, Fault> {
    let value = match scope.settings.get(S::KEY) {
        Some(value) => value.clone(),
        None => fetch(scope, S::KEY).await?,
    };
    match value {
        Some(value) => Ok(serde_json::from_value(value)?),
        None => Ok(S::default()),
    }
}

async fn fetch(scope: &mut Scope, key: &'static str) -> Result<Option<Value>, Fault> {
    let tenant = scope.tenant_id();
    let value = sqlx::query_scalar!(
        "select value from tenant_settings where tenant_id = $1 and key = $2",
        tenant,
        key,
    )
    .fetch_optional(scope.conn())
    .await?;
    scope.settings.insert(key, value.clone());
    Ok(value)
}

/// Set it, whole.
pub async fn write<S: Setting>(scope: &mut Scope, setting: &S) -> Result<(), Fault> {
    let (tenant, value) = (scope.tenant_id(), serde_json::to_value(setting)?);
    sqlx::query!(
        "insert into tenant_settings (tenant_id, key, value) values ($1, $2, $3)
         on conflict (tenant_id, key) do update set value = excluded.value",
        tenant,
        S::KEY,
        value,
    )
    .execute(scope.conn())
    .await?;
    scope.settings.remove(S::KEY);
    Ok(())
}
