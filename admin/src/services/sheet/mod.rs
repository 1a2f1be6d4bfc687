//! Writing the sheet of a service's next version.

mod page;
mod read;
pub(crate) mod rows;
#[cfg(test)]
mod tests;
mod view;

use domain::revisions::{self, Handle};
use domain::{Error, Refusal};
use forms::Problems;
use poem::handler;
use poem::http::StatusCode;
use web::{Answer, At, Fields, Reply, again, refusals, show};

pub(crate) use page::SheetPage;

use super::input::Showing;
use super::typed::{SHEET, Typed};
use super::{draft, paths, rev};
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn write(visit: Visit, At(key): At<String>) -> Answer {
    let mut scope = visit.admin().await?;
    let revision = draft(&mut scope, &key).await?;
    commit(scope).await?;
    show(SheetPage::saved(&revision, visit.lang()))
}

/// Saves what was typed, or shows it again: with what needs another look, or with who saved
/// something else meanwhile.
#[handler]
pub(crate) async fn save(visit: Visit, At(key): At<String>, fields: Fields<SHEET>) -> Answer {
    let typed = Typed::of(&fields)?;
    let handle = Handle { key: &key, rev: rev(&typed)? };
    let mut scope = visit.admin().await?;
    let lang = visit.lang();
    let showing = |problems| Showing { lang, typed: &typed, problems };
    let sheet = match read::read(&typed) {
        Ok(sheet) => sheet,
        Err(problems) => {
            let revision = draft(&mut scope, &key).await?;
            let page = SheetPage::of(&revision, showing(&problems), None);
            return again(page.made_on(handle.rev));
        }
    };
    match revisions::save_sheet(&mut scope, handle, sheet).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::service(&key)).notice("services-saved"))
        }
        Err(Error::Refused(refusal @ Refusal::ChangedMeanwhile { .. })) => {
            let revision = draft(&mut scope, &key).await?;
            let told = refusals::say(&refusal, lang);
            let page = SheetPage::of(&revision, showing(&Problems::default()), Some(told));
            Reply::page(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}
