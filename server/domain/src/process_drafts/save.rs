//! Saving what was written.

use tenants::Scope;

use super::{see, store};
use crate::{Error, ProcessDraftId, Result};

/// As much as `bpmn` reads.
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Save a text on top of the state that its editor saw, with whatever is wrong with it; the state
/// that came of it. Saving what stands there already changes nothing, whichever state it was made
/// on: a button pressed twice is no conflict.
pub async fn save(scope: &mut Scope, id: ProcessDraftId, rev: i32, xml: &str) -> Result<i32> {
    let held = see::lock(scope, id).await?;
    if held.xml == xml {
        return Ok(held.rev);
    }
    if held.rev != rev {
        return Err(see::changed(held).into());
    }
    // The database holds no text with this in it.
    if xml.len() > MOST_BYTES || xml.contains('\0') {
        return Err(Error::invalid("xml", "too-large"));
    }
    store::update(scope, id, xml).await?;
    Ok(rev + 1)
}
