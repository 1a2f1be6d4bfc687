//! Adding, changing and closing a position.

use std::collections::BTreeSet;

use domain::organisation::{self, PositionPlan, titled};
use domain::{Error, PositionId, administration};
use locale::{digits, text};
use poem::handler;
use poem::web::Query;
use serde::Deserialize;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, go};

use super::PositionPage;
use crate::filled::Filled;
use crate::paths;
use crate::visit::{Visit, commit};

/// The unit in which a position is added.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Within {
    unit: String,
}

#[handler]
pub(crate) async fn new_position(visit: Visit, within: Option<Query<Within>>) -> Answer {
    let unit = within.map(|Query(within)| within.unit).unwrap_or_default();
    shown(&visit, None, Filled::of([("unit", unit.as_str())])).await
}

#[handler]
pub(crate) async fn found_position(visit: Visit, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let id = PositionId(sent.sent_command()?);
    let mut scope = visit.admin().await?;
    let founded = match plan(&mut scope, &sent).await {
        Ok(plan) => organisation::found_position(&mut scope, id, plan).await,
        Err(error) => Err(error),
    };
    match founded {
        Ok(()) => done(scope, "admin-position-added").await,
        Err(error) => {
            drop(scope);
            shown(&visit, None, sent.told(error, "title", visit.lang())?).await
        }
    }
}

#[handler]
pub(crate) async fn see_position(visit: Visit, At(id): At<PositionId>) -> Answer {
    shown(&visit, Some(id), Filled::default()).await
}

#[handler]
pub(crate) async fn change(visit: Visit, At(id): At<PositionId>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let mut scope = visit.admin().await?;
    let changed = match plan(&mut scope, &sent).await {
        Ok(plan) => administration::change_position(&mut scope, id, plan).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(()) => done(scope, "admin-position-changed").await,
        Err(error) => {
            drop(scope);
            shown(&visit, Some(id), sent.told(error, "roles", visit.lang())?).await
        }
    }
}

#[handler]
pub(crate) async fn close_position(
    visit: Visit,
    At(id): At<PositionId>,
    _fields: Fields,
) -> Answer {
    let mut scope = visit.admin().await?;
    match administration::close_position(&mut scope, id).await {
        Ok(()) => done(scope, "admin-position-closed").await,
        Err(error) => {
            drop(scope);
            let told = Filled::default().told(error, "closure", visit.lang())?;
            shown(&visit, Some(id), told).await
        }
    }
}

/// The answer to closing has an address of its own. Loaded anew, it is the position's page.
#[handler]
pub(crate) fn whole_position(At(id): At<PositionId>) -> Answer {
    go(paths::position(id))
}

/// What a form makes of a position.
async fn plan(scope: &mut Scope, sent: &Filled) -> Result<PositionPlan, Error> {
    let title = titled(sent.text("title"), sent.text("title_en"))?;
    let unit = sent.text("unit").parse().map_err(|_| Error::invalid("unit", "unit-unknown"))?;
    let phone = digits::to_latin(&text::one_line(sent.text("phone")));
    let known = organisation::roles(scope).await?;
    let ticked = |role: &String| !sent.text(&format!("role.{role}")).is_empty();
    let roles = known.into_iter().filter(ticked).collect();
    Ok(PositionPlan { unit, title, phone: (!phone.is_empty()).then_some(phone), roles })
}

async fn done(scope: Scope, told: &'static str) -> Answer {
    commit(scope).await?;
    Ok(Reply::to(paths::ORGANISATION).notice(told))
}

pub(super) async fn shown(visit: &Visit, id: Option<PositionId>, filled: Filled) -> Answer {
    let structure = super::structure(visit).await?;
    let mut scope = visit.admin().await?;
    let roles: BTreeSet<String> = organisation::roles(&mut scope).await?;
    commit(scope).await?;
    let of =
        |id| structure.posts.iter().find(|post| post.position.id == id && post.closed_at.is_none());
    let post = match id {
        Some(id) => Some(of(id).ok_or(Problem::Missing)?),
        None => None,
    };
    filled.answer(&PositionPage::of(post, (&structure, &roles), (&filled, visit.lang())))
}
