//! Beginning to write the next version of a service.

use tenants::Scope;

use super::model::Content;
use super::store;
use crate::{Result, catalogue};

/// Begin a revision with what is published now, or take up the one that was begun.
pub async fn open(scope: &mut Scope, key: &str) -> Result<()> {
    let entry = catalogue::hold(scope, key).await?;
    let service = catalogue::version(scope, entry.version.id).await?;
    let content = Content {
        sheet: service.sheet.clone(),
        form: service.form.clone(),
        process: service.process,
    };
    store::insert(scope, entry.id, &content).await
}
