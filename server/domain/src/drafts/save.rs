//! Keeping what was typed.

use forms::Typed;
use tenants::{Act, Scope};

use super::store;
use crate::{DraftId, Refusal, Result};

/// Keep what was typed, right or wrong. Names that the form does not know are dropped before
/// (`Form::take`).
pub async fn save(scope: &mut Scope, id: DraftId, typed: &Typed) -> Result<()> {
    let draft = store::hold(scope, id).await?;
    scope.allow(Act::Edit, &draft)?;
    if draft.submitted_at.is_some() {
        return Err(Refusal::DraftSubmitted.into());
    }
    store::update(scope, id, typed).await
}
