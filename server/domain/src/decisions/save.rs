//! Saving what was written, right or wrong.

use rules::tables::Table;
use tenants::Scope;

use super::found::LONGEST_NAME;
use super::store::{self, Content};
use super::{Draft, Handle, see};
use crate::{Error, Refusal, Result};

/// No agency's table comes near this; a file that is larger could not be published.
const LONGEST_FILE: usize = 512 * 1024;

/// Save a table, with whatever is wrong in it. Saving what stands there already changes nothing,
/// whichever state it was made on: a button pressed twice is no conflict.
pub async fn save(scope: &mut Scope, handle: Handle<'_>, name: &str, table: &Table) -> Result<()> {
    let name = named(name)?;
    let xml = table.write(handle.key, &name);
    keep(scope, handle, Content { name, xml }).await
}

async fn keep(scope: &mut Scope, handle: Handle<'_>, content: Content) -> Result<()> {
    if content.xml.len() > LONGEST_FILE {
        return Err(Error::invalid("table", "decision-too-large"));
    }
    let same = |draft: &Draft| draft.name == content.name && draft.xml == content.xml;
    match see::hold(scope, handle).await {
        Ok(held) if same(&held) => Ok(()),
        Ok(_) => store::update_draft(scope, handle.key, &content).await,
        Err(Error::Refused(Refusal::ChangedMeanwhile { by, at })) => {
            match store::draft(scope, handle.key).await? {
                Some(now) if same(&now) => Ok(()),
                _ => Err(Refusal::ChangedMeanwhile { by, at }.into()),
            }
        }
        Err(other) => Err(other),
    }
}

/// A name as it is kept.
pub(super) fn named(name: &str) -> Result<String> {
    let name = locale::text::clean(name);
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name", "required"));
    }
    Ok(name.chars().filter(|it| !it.is_control()).take(LONGEST_NAME).collect())
}
