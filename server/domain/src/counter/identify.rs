//! Correcting what was noted of a visitor.

use forms::Typed;
use locale::jalali::Day;
use tenants::{Act, Scope};

use super::{Visitor, store};
use crate::{DraftId, Error, Refusal, Result, drafts};

/// Note anew who asks and how that was checked. What stands in the form by now is left as it is.
pub async fn identify(scope: &mut Scope, id: DraftId, typed: Typed) -> Result<()> {
    let draft = drafts::hold(scope, id).await?;
    scope.allow(Act::Edit, &draft)?;
    if draft.submitted_at.is_some() {
        return Err(Refusal::DraftSubmitted.into());
    }
    let today = Day::of(scope.now());
    let visitor = Visitor::read(typed, today).map_err(Error::Invalid)?;
    store::update(scope, id, &visitor).await
}
