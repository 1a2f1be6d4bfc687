//! Writing the form of a service's next version, component by component.

pub(crate) mod component;
mod component_page;
mod outline_page;
pub(crate) mod removal;
#[cfg(test)]
mod tests;

use domain::revisions::{self, Handle};
use domain::{Error, Refusal};
use forms::Problems;
use forms::edit::{self, Direction, Place};
use poem::{handler, http::StatusCode, web::Query};
use serde::Deserialize;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, again, go, refusals, show};

use component::{TYPES, flatten, kind_of, read};
use component_page::Component;
pub(crate) use component_page::{ComponentPage, kebab};
pub(crate) use outline_page::OutlinePage;
#[cfg(test)]
pub(crate) use removal::RemovalPage;
use removal::Spot;

use super::input::Showing;
use super::typed::Typed;
use super::{draft, paths, rev};
use crate::visit::{Visit, commit};

/// What is to be added, and behind which place.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    kind: String,
    behind: String,
}

#[handler]
pub(crate) async fn outline(visit: Visit, At(key): At<String>) -> Answer {
    let mut scope = visit.admin().await?;
    let revision = draft(&mut scope, &key).await?;
    commit(scope).await?;
    show(OutlinePage::of(&revision, visit.lang()))
}

/// An empty component of the type that was chosen.
#[handler]
pub(crate) async fn new(visit: Visit, At(key): At<String>, wanted: Query<Wanted>) -> Answer {
    if !TYPES.contains(&wanted.kind.as_str()) {
        return go(paths::form(&key));
    }
    let mut scope = visit.admin().await?;
    let revision = draft(&mut scope, &key).await?;
    commit(scope).await?;
    let it = Component {
        service: &key,
        action: &paths::form(&key),
        rev: revision.rev,
        kind: &wanted.kind,
        behind: &wanted.behind,
        new: true,
    };
    let (typed, problems) = (Typed::default(), Problems::default());
    let showing = Showing { lang: visit.lang(), typed: &typed, problems: &problems };
    show(ComponentPage::of(it, showing, None))
}

#[handler]
pub(crate) async fn add(visit: Visit, At(key): At<String>, fields: Fields<FORM>) -> Answer {
    let typed = Typed::of(&fields)?;
    let (kind, behind) = (typed.get("kind").to_owned(), typed.get("behind").to_owned());
    if !TYPES.contains(&kind.as_str()) {
        return Err(Problem::BadRequest("no such type"));
    }
    let place = match behind.as_str() {
        "" => None,
        text => Some(text.parse::<Place>().map_err(|_| Problem::BadRequest("no place"))?),
    };
    let it = Component {
        service: &key,
        action: &paths::form(&key),
        rev: rev(&typed)?,
        kind: &kind,
        behind: &behind,
        new: true,
    };
    save_as(&visit, it, &typed, Where::Behind(place)).await
}

#[handler]
pub(crate) async fn write(visit: Visit, At((key, spot)): At<(String, Spot)>) -> Answer {
    let mut scope = visit.admin().await?;
    let revision = draft(&mut scope, &key).await?;
    commit(scope).await?;
    let found = edit::component(revision.form.as_json(), spot.0).ok_or(Problem::Missing)?;
    let (typed, problems) = (flatten(found), Problems::default());
    let it = Component {
        service: &key,
        action: &paths::component(&key, spot.0),
        rev: revision.rev,
        kind: kind_of(found),
        behind: "",
        new: false,
    };
    let showing = Showing { lang: visit.lang(), typed: &typed, problems: &problems };
    show(ComponentPage::of(it, showing, None))
}

#[handler]
pub(crate) async fn save(
    visit: Visit,
    At((key, spot)): At<(String, Spot)>,
    fields: Fields<FORM>,
) -> Answer {
    let typed = Typed::of(&fields)?;
    let kind = typed.get("kind").to_owned();
    if !TYPES.contains(&kind.as_str()) {
        return Err(Problem::BadRequest("no such type"));
    }
    let it = Component {
        service: &key,
        action: &paths::component(&key, spot.0),
        rev: rev(&typed)?,
        kind: &kind,
        behind: "",
        new: false,
    };
    save_as(&visit, it, &typed, Where::At(spot.0)).await
}

/// Moves a component one step up or down.
#[handler]
pub(crate) async fn shift(
    visit: Visit,
    At((key, spot)): At<(String, Spot)>,
    fields: Fields,
) -> Answer {
    let typed = Typed::of(&fields)?;
    let direction: Direction =
        typed.get("direction").parse().map_err(|_| Problem::BadRequest("no direction"))?;
    let handle = Handle { key: &key, rev: rev(&typed)? };
    let mut scope = visit.admin().await?;
    revisions::move_component(&mut scope, handle, spot.0, direction).await?;
    commit(scope).await?;
    go(paths::form(&key))
}

/// The most bytes of one component: a hundred options in two languages.
const FORM: usize = 256 * 1024;

/// Where a component is put.
#[derive(Clone, Copy)]
enum Where {
    At(Place),
    Behind(Option<Place>),
}

/// Saves a component, or shows it again with what needs another look.
async fn save_as(visit: &Visit, it: Component<'_>, typed: &Typed, to: Where) -> Answer {
    let mut scope = visit.admin().await?;
    let showing = |problems| Showing { lang: visit.lang(), typed, problems };
    let component = match read(it.kind, typed) {
        Ok(component) => component,
        Err(problems) => return again(ComponentPage::of(it, showing(&problems), None)),
    };
    let handle = Handle { key: it.service, rev: it.rev };
    let saved = match to {
        Where::At(place) => revisions::save_component(&mut scope, handle, place, component).await,
        Where::Behind(place) => {
            revisions::add_component(&mut scope, handle, place, component).await
        }
    };
    match saved {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::form(it.service)).notice("services-saved"))
        }
        Err(Error::Invalid(problems)) => again(ComponentPage::of(it, showing(&problems), None)),
        Err(Error::Refused(refusal @ Refusal::ChangedMeanwhile { .. })) => {
            let told = refusals::say(&refusal, visit.lang());
            let rev = now(&mut scope, it.service).await?;
            let it = Component { rev, ..it };
            let page = ComponentPage::of(it, showing(&Problems::default()), Some(told));
            Reply::page(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}

async fn now(scope: &mut Scope, key: &str) -> Result<i32, Problem> {
    Ok(draft(scope, key).await?.rev)
}
