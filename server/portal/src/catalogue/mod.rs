//! The catalogue: what the agency offers, each service's identity sheet, and where a request begins.

mod list_page;
mod sheet_page;

use domain::{catalogue, drafts};
use poem::{handler, web::Query};
use serde::Deserialize;
use web::{Answer, At, Fields, go, show};

pub(crate) use list_page::ListPage;
pub(crate) use sheet_page::SheetPage;

use crate::paths;
use crate::sign_in::{self, Kept};
use crate::visit::{Visit, commit};

/// What is looked for in the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Search {
    q: String,
}

#[handler]
pub(crate) async fn list(visit: Visit, search: Option<Query<Search>>) -> Answer {
    let mut scope = visit.enter().await?.scope;
    let services = catalogue::list(&mut scope).await?;
    commit(scope).await?;
    let sought = search.map(|Query(search)| search.q).unwrap_or_default();
    show(ListPage::of(&services, &sought, visit.lang()))
}

#[handler]
pub(crate) async fn sheet(visit: Visit, At(key): At<String>) -> Answer {
    let mut scope = visit.enter().await?.scope;
    let service = catalogue::see(&mut scope, &key).await?;
    commit(scope).await?;
    show(SheetPage::of(&service, visit.lang()))
}

/// Begins a request, or takes up the unfinished one.
#[handler]
pub(crate) async fn start(visit: Visit, At(key): At<String>, _fields: Fields) -> Answer {
    let mut scope = visit.enter().await?.scope;
    if scope.caller().account().is_none() {
        let service = catalogue::see(&mut scope, &key).await?;
        commit(scope).await?;
        let next = paths::service(&service.key);
        return sign_in::keep(&visit, &next, &Kept::Start { service: service.key.clone() });
    }
    let draft = drafts::start(&mut scope, &key).await?;
    commit(scope).await?;
    go(paths::draft(draft))
}
