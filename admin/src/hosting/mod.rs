//! The hosted agencies and how each is doing, on the operator's own premises.

mod list_page;
mod one_page;
mod wanted;

use domain::administration;
use poem::web::Query;
use poem::{Route, get, handler};
use tenants::{CENTRAL, Scope};
use web::{Answer, At, Problem, show};

pub(crate) use list_page::TenantsPage;
pub(crate) use one_page::TenantPage;
pub(crate) use wanted::Wanted;

use crate::visit::{Visit, commit};

/// What the console of the operator has beside that of an agency.
pub(crate) fn mount(routes: Route) -> Route {
    routes.at("/tenants", get(list)).at("/tenants/:slug", get(see))
}

#[handler]
async fn list(visit: Visit, wanted: Option<Query<Wanted>>) -> Answer {
    let wanted = wanted.map(|Query(wanted)| wanted).unwrap_or_default();
    let mut scope = enter(&visit).await?;
    let hosted = administration::hosted(&mut scope, &visit.state.desks).await;
    let hosted = hosted.map_err(|error| visit.turned_away(error))?;
    let now = scope.now();
    commit(scope).await?;
    show(TenantsPage::of(hosted, (&wanted, visit.lang(), now)))
}

#[handler]
async fn see(visit: Visit, At(slug): At<String>) -> Answer {
    let mut scope = enter(&visit).await?;
    let hosted = administration::hosted_one(&mut scope, &visit.state.desks, &slug).await;
    let hosted = hosted.map_err(|error| visit.turned_away(error))?;
    let now = scope.now();
    commit(scope).await?;
    show(TenantPage::of(&hosted, &visit.state.places, (visit.lang(), now)))
}

/// Elsewhere there are no such pages, whoever asks.
async fn enter(visit: &Visit) -> Result<Scope, Problem> {
    if visit.tenant.slug == CENTRAL { visit.colleague().await } else { Err(Problem::Missing) }
}
