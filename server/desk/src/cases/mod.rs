//! The page of a case, and the three forms that stand on it: finishing a step, referring, answering
//! a referral.

mod completion;
mod due;
mod filled;
mod form;
mod header;
mod history;
mod not_done;
mod notices;
mod page;
mod papers;
mod reception;
mod refer_form;
mod referral;
mod samples;
mod sent;
mod steps;
mod tree;

use domain::cases::{self, CaseFile};
use domain::{CaseId, DocumentId, Error, ReferralId, TaskId};
use poem::handler;
use poem::web::Query;
use serde::Deserialize;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, Surface, go, paths::safe_path, show};

pub(crate) use filled::Filled;
pub(crate) use not_done::NotDonePage;
pub(crate) use page::{CasePage, Look};
pub(crate) use sent::{Action, Sent};

use crate::kept::{self, Kept};
use crate::paths;
use crate::visit::{Visit, commit};

/// Which list the case was opened from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct From {
    back: String,
}

#[handler]
pub(crate) async fn see(visit: Visit, At(id): At<CaseId>, from: Option<Query<From>>) -> Answer {
    let Some(scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let file = seen(scope, id).await?;
    let back = from.map(|Query(from)| from.back).unwrap_or_default();
    show(CasePage::of(&file, &Look::at(&visit, safe_path(&back)), None))
}

async fn seen(mut scope: Scope, id: CaseId) -> Result<CaseFile, Problem> {
    let file = cases::see(&mut scope, id).await?;
    commit(scope).await?;
    Ok(file)
}

/// The case that an address below it names.
#[derive(Deserialize)]
pub(crate) struct Whole {
    id: CaseId,
}

/// The answer to a form has its form's address. Loaded anew, it is the case's page.
#[handler]
pub(crate) fn whole(At(whole): At<Whole>) -> Answer {
    go(paths::case(whole.id))
}

/// Leads to a document of the case, with a ticket that opens it once.
#[handler]
pub(crate) async fn fetch(visit: Visit, At((id, document)): At<(CaseId, DocumentId)>) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let ticket = cases::fetch_document(&mut scope, id, document).await?;
    commit(scope).await?;
    let files = visit.state.places.origin(Surface::Files, &visit.tenant.slug);
    Ok(Reply::elsewhere(&format!("{files}/d/{ticket}")))
}

#[handler]
pub(crate) async fn complete(
    visit: Visit,
    At((id, task)): At<(CaseId, TaskId)>,
    fields: Fields,
) -> Answer {
    carry_out(&visit, Sent::read(id, Action::Complete(task), &fields)?).await
}

#[handler]
pub(crate) async fn refer(visit: Visit, At(id): At<CaseId>, fields: Fields) -> Answer {
    carry_out(&visit, Sent::read(id, Action::Refer, &fields)?).await
}

#[handler]
pub(crate) async fn answer(
    visit: Visit,
    At((id, referral)): At<(CaseId, ReferralId)>,
    fields: Fields,
) -> Answer {
    carry_out(&visit, Sent::read(id, Action::Answer(referral), &fields)?).await
}

/// Does what a form asks for and leads back to the list that its case was opened from.
async fn carry_out(visit: &Visit, sent: Sent) -> Answer {
    let Some(mut scope) = visit.member().await? else {
        return kept::keep(visit, &paths::case(sent.case), &Kept::Case(sent));
    };
    match sent.carry_out(&mut scope).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(sent.back()).notice(sent.action.done()))
        }
        Err(error) => {
            drop(scope);
            not_done(visit, sent, error).await
        }
    }
}

/// Nothing was done: shows the form again with what was typed, or, where it can no longer be sent,
/// what was typed alone.
async fn not_done(visit: &Visit, sent: Sent, error: Error) -> Answer {
    let filled = match error {
        Error::Invalid(problems) => Filled::invalid(sent, &problems, visit.lang()),
        Error::Refused(refusal) if filled::can_be_mended(&refusal) => {
            Filled::refused(sent, &refusal, visit.lang())
        }
        Error::Refused(refusal) => return NotDonePage::of(&sent, &refusal, visit.lang()).answer(),
        other => return Err(other.into()),
    };
    let scope = visit.member().await?.ok_or(Problem::Missing)?;
    let file = seen(scope, filled.case()).await?;
    let look = Look::at(visit, filled.back());
    Reply::page(filled.status(), &CasePage::of(&file, &look, Some(&filled)))
}

#[cfg(test)]
mod tests;
