//! Publishing a service.

use anyhow::anyhow;
use forms::Form;
use tenants::{Act, Agency, Scope};

use super::{Sheet, announce, store};
use crate::{ProcessVersionId, Result, ServiceId};

/// What is published together.
#[derive(Debug, Clone)]
pub struct NewService {
    pub key: String,
    pub code: Option<String>,
    /// Its place in the list.
    pub position: i32,
    pub sheet: Sheet,
    /// The form definition, a subset of form-js.
    pub form: serde_json::Value,
    pub process: ProcessVersionId,
}

/// Publish a service, or its next version. Drafts and cases stay on the version they began with.
pub async fn publish(scope: &mut Scope, new: NewService) -> Result<ServiceId> {
    scope.allow(Act::Configure, &Agency)?;
    let gaps = new.sheet.gaps();
    if !gaps.is_empty() {
        return Err(anyhow!("the sheet of {} lacks {}", new.key, gaps.join(", ")).into());
    }
    Form::parse(&new.form).map_err(|p| anyhow!("the form of {}: {p:?}", new.key))?;
    let id = store::ensure_service(scope, &new).await?;
    let version = store::insert_version(scope, id, &new).await?;
    announce::announce(scope, version).await?;
    Ok(id)
}
