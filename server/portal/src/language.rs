//! The language of the pages and of notices.

use domain::identity::{self, Entered};
use poem::handler;
use web::language::Chosen;
use web::{Answer, Fields};

use crate::visit::{Visit, commit};

/// Chooses a language: kept with whoever is signed in, and with the browser of whoever is not.
#[handler]
pub(crate) async fn choose(visit: Visit, fields: Fields) -> Answer {
    let chosen = Chosen::of(&fields)?;
    let Entered { mut scope, session } = visit.enter().await?;
    if session.is_none() {
        return Ok(chosen.by_visitor());
    }
    identity::change_language(&mut scope, chosen.lang).await?;
    commit(scope).await?;
    Ok(chosen.by_person())
}
