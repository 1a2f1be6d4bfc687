//! What a page hands itself through a hidden field: sealed with the tenant's keys, so that nobody
//! reads it off a shared screen's source or changes it on the way.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};
use tenants::{Column, Tenant};
use uuid::Uuid;

use crate::answer::Problem;

/// Seals a value for one purpose of this agency, as text for a hidden field.
pub fn seal<T: Serialize>(tenant: &Tenant, purpose: Column, value: &T) -> Result<String, Problem> {
    let plain = serde_json::to_vec(value).map_err(|error| Problem::Fault(error.into()))?;
    let row = Uuid::new_v4();
    let sealed = tenant.keys.seal(purpose, row, &plain).map_err(Problem::Fault)?;
    Ok(URL_SAFE_NO_PAD.encode([row.as_bytes().as_slice(), &sealed].concat()))
}

/// Opens it again; nothing when it was not sealed here for this purpose.
pub fn open<T: DeserializeOwned>(tenant: &Tenant, purpose: Column, text: &str) -> Option<T> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (row, sealed) = bytes.split_at_checked(16)?;
    let row = Uuid::from_slice(row).ok()?;
    let plain = tenant.keys.open(purpose, row, sealed).ok()?;
    serde_json::from_slice(&plain).ok()
}
