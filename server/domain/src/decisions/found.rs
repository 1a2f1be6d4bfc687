//! Beginning a new decision.

use rules::tables::Table;
use tenants::{Act, Agency, Scope};

use super::store::{self, Content};
use crate::{Error, Result};

const LONGEST_KEY: usize = 60;
pub(super) const LONGEST_NAME: usize = 200;

/// Begin a decision with an empty table. [`Error::Invalid`] names the field (`key`, `name`) and says
/// `decision-key`, `decision-taken` or `required`.
pub async fn found(scope: &mut Scope, key: &str, name: &str) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    let (key, name) = (key.trim(), super::save::named(name)?);
    if !is_key(key) {
        return Err(Error::invalid("key", "decision-key"));
    }
    if !store::versions(scope, key).await?.is_empty() {
        return Err(Error::invalid("key", "decision-taken"));
    }
    let content = Content { xml: Table::blank().write(key, &name), name };
    if store::insert_draft(scope, key, &content).await? {
        Ok(())
    } else {
        Err(Error::invalid("key", "decision-taken"))
    }
}

/// What processes name a decision by: as a variable can be called, for the answer is kept under it
/// where the step says nothing else.
fn is_key(key: &str) -> bool {
    let mut characters = key.chars();
    characters.next().is_some_and(|first| first.is_ascii_lowercase())
        && characters.all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_')
        && key.len() <= LONGEST_KEY
}
