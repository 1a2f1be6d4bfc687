//! Beginning to write the next version of a decision.

use tenants::{Act, Agency, Scope};

use super::store::{self, Content};
use crate::{Error, Result};

/// Begin a draft with the newest version, or take up the one that was begun.
pub async fn open(scope: &mut Scope, key: &str) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    let Some(newest) = store::versions(scope, key).await?.into_iter().next() else {
        return store::draft(scope, key).await?.map(drop).ok_or(Error::Missing("decision"));
    };
    let content = Content { name: newest.name, xml: newest.xml };
    store::insert_draft(scope, key, &content).await.map(drop)
}
