//! The services of the agency: what is published, the next version while it is written, its preview
//! and its publication.

mod changes_view;
pub(crate) mod form;
pub(crate) mod input;
mod list_page;
mod paths;
pub(crate) mod preview;
pub(crate) mod publication;
mod service_page;
pub(crate) mod sheet;
pub(crate) mod typed;
pub(crate) mod version;

use domain::revisions::{self, Handle, Revision};
use domain::{ProcessVersionId, catalogue, processes};
use poem::handler;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, show};

pub(crate) use list_page::ListPage;
pub(crate) use service_page::ServicePage;

use crate::visit::{Visit, commit};
use typed::Typed;

#[handler]
pub(crate) async fn list(visit: Visit) -> Answer {
    let mut scope = visit.admin().await?;
    let services = catalogue::entries(&mut scope).await?;
    let drafts = revisions::list(&mut scope).await?;
    commit(scope).await?;
    show(ListPage::of(&services, &drafts, visit.lang()))
}

#[handler]
pub(crate) async fn see(visit: Visit, At(key): At<String>) -> Answer {
    let mut scope = visit.admin().await?;
    let (entry, service) = catalogue::entry(&mut scope, &key).await?;
    let versions = catalogue::versions(&mut scope, &key).await?;
    let revision = revisions::see(&mut scope, &key).await?;
    let processes = processes::list(&mut scope).await?;
    commit(scope).await?;
    let page = ServicePage::of(&entry, &service, visit.lang()).versions(&versions);
    show(match &revision {
        Some(revision) => page.draft(&service, revision, &processes)?,
        None => page,
    })
}

/// Begins the next version, or takes up the one that was begun.
#[handler]
pub(crate) async fn open(visit: Visit, At(key): At<String>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    revisions::open(&mut scope, &key).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::service(&key)).notice("services-draft-opened"))
}

#[handler]
pub(crate) async fn discard(visit: Visit, At(key): At<String>, fields: Fields) -> Answer {
    let handle = Handle { key: &key, rev: rev(&Typed::of(&fields)?)? };
    let mut scope = visit.admin().await?;
    revisions::discard(&mut scope, handle).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::service(&key)).notice("services-draft-discarded"))
}

/// Chooses the version of a process for the next version of the service.
#[handler]
pub(crate) async fn choose_process(visit: Visit, At(key): At<String>, fields: Fields) -> Answer {
    let typed = Typed::of(&fields)?;
    let handle = Handle { key: &key, rev: rev(&typed)? };
    let chosen: ProcessVersionId = typed.get("process").parse().map_err(|_| Problem::Missing)?;
    let mut scope = visit.admin().await?;
    revisions::save_process(&mut scope, handle, chosen).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::service(&key)).notice("services-saved"))
}

#[handler]
pub(crate) async fn close(visit: Visit, At(key): At<String>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    catalogue::close(&mut scope, &key).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::service(&key)).notice("services-closed"))
}

#[handler]
pub(crate) async fn reopen(visit: Visit, At(key): At<String>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    catalogue::reopen(&mut scope, &key).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::service(&key)).notice("services-reopened"))
}

/// The next version of a service; where none was begun, the service's page leads to it.
async fn draft(scope: &mut Scope, key: &str) -> Result<Revision, Problem> {
    let found = revisions::see(scope, key).await?;
    found.ok_or_else(|| Problem::instead(Reply::to(paths::service(key))))
}

/// The state that a form was made on.
fn rev(typed: &Typed) -> Result<i32, Problem> {
    typed.get("rev").parse().map_err(|_| Problem::BadRequest("no state of the draft"))
}
