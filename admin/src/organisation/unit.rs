//! Adding, renaming and closing a unit.

use domain::organisation::{self, titled};
use domain::{Error, UnitId};
use poem::handler;
use poem::web::Query;
use serde::Deserialize;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, go};

use super::UnitPage;
use crate::filled::Filled;
use crate::paths;
use crate::visit::{Visit, commit};

/// The unit within which another is added.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Within {
    parent: String,
}

#[handler]
pub(crate) async fn new_unit(visit: Visit, within: Option<Query<Within>>) -> Answer {
    let parent = within.map(|Query(within)| within.parent).unwrap_or_default();
    shown(&visit, None, Filled::of([("parent", parent.as_str())])).await
}

#[handler]
pub(crate) async fn found_unit(visit: Visit, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let id = UnitId(sent.sent_command()?);
    let mut scope = visit.admin().await?;
    match found(&mut scope, id, &sent).await {
        Ok(()) => done(scope, "admin-unit-added").await,
        Err(error) => {
            drop(scope);
            shown(&visit, None, sent.told(error, "title", visit.lang())?).await
        }
    }
}

async fn found(scope: &mut Scope, id: UnitId, sent: &Filled) -> Result<(), Error> {
    let title = titled(sent.text("title"), sent.text("title_en"))?;
    let parent = match sent.text("parent") {
        "" => None,
        parent => Some(parent.parse().map_err(|_| Error::invalid("parent", "unit-unknown"))?),
    };
    organisation::found_unit(scope, id, parent, &title).await
}

#[handler]
pub(crate) async fn see_unit(visit: Visit, At(id): At<UnitId>) -> Answer {
    shown(&visit, Some(id), Filled::default()).await
}

#[handler]
pub(crate) async fn rename_unit(visit: Visit, At(id): At<UnitId>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let mut scope = visit.admin().await?;
    let renamed = match titled(sent.text("title"), sent.text("title_en")) {
        Ok(title) => organisation::rename_unit(&mut scope, id, &title).await,
        Err(error) => Err(error),
    };
    match renamed {
        Ok(()) => done(scope, "admin-unit-renamed").await,
        Err(error) => {
            drop(scope);
            shown(&visit, Some(id), sent.told(error, "title", visit.lang())?).await
        }
    }
}

#[handler]
pub(crate) async fn close_unit(visit: Visit, At(id): At<UnitId>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    match organisation::close_unit(&mut scope, id).await {
        Ok(()) => done(scope, "admin-unit-closed").await,
        Err(error) => {
            drop(scope);
            let told = Filled::default().told(error, "closure", visit.lang())?;
            shown(&visit, Some(id), told).await
        }
    }
}

/// The answer to closing has an address of its own. Loaded anew, it is the unit's page.
#[handler]
pub(crate) fn whole_unit(At(id): At<UnitId>) -> Answer {
    go(paths::unit(id))
}

async fn done(scope: Scope, told: &'static str) -> Answer {
    commit(scope).await?;
    Ok(Reply::to(paths::ORGANISATION).notice(told))
}

/// The form, filled with what the unit is called where nothing was typed.
async fn shown(visit: &Visit, id: Option<UnitId>, filled: Filled) -> Answer {
    let structure = super::structure(visit).await?;
    let of = |id| structure.units.iter().find(|unit| unit.id == id && unit.closed_at.is_none());
    let unit = match id {
        Some(id) => Some(of(id).ok_or(Problem::Missing)?),
        None => None,
    };
    filled.answer(&UnitPage::of(unit, &structure, (&filled, visit.lang())))
}
