//! Requests: the applicant's list, one request with all that happened to it, its receipt, handing
//! in what was asked for, and taking it back.

mod list_page;
mod receipt_page;
mod request_page;
mod stage;
mod timeline;
mod withdrawal_page;

use domain::cases::{self, Followed};
use domain::{CaseId, DocumentId, Error, Refusal, drafts};
use poem::{Body, Request, handler};
use tenants::Scope;
use uuid::Uuid;
use web::problems::{Line, lines};
use web::uploads::{Limits, receive};
use web::{Answer, At, Fields, Problem, Reply, again, show};

pub(crate) use list_page::ListPage;
pub(crate) use receipt_page::ReceiptPage;
pub(crate) use request_page::{OfficeView, RequestPage};
pub(crate) use stage::{StageView, stage};
pub(crate) use timeline::{Entry, entries};
pub(crate) use withdrawal_page::WithdrawalPage;

use crate::drafts::to_files;
use crate::uploads::{self, Target};
use crate::visit::{Visit, commit};
use crate::{paths, sign_in};

#[handler]
pub(crate) async fn list(visit: Visit) -> Answer {
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(paths::REQUESTS) };
    let cases = cases::mine(&mut scope).await?;
    let drafts = drafts::list(&mut scope).await?;
    commit(scope).await?;
    show(ListPage::of(&cases, &drafts, visit.lang()))
}

#[handler]
pub(crate) async fn follow(visit: Visit, At(id): At<CaseId>) -> Answer {
    let Some(scope) = visit.applicant().await? else { return sign_in::first(&paths::request(id)) };
    let followed = followed(scope, id).await?;
    show(RequestPage::of(&followed, visit.lang(), Vec::new()))
}

#[handler]
pub(crate) async fn receipt(visit: Visit, At(id): At<CaseId>) -> Answer {
    let Some(scope) = visit.applicant().await? else { return sign_in::first(&paths::receipt(id)) };
    let followed = followed(scope, id).await?;
    show(ReceiptPage::of(&followed, visit.lang()))
}

async fn followed(mut scope: Scope, id: CaseId) -> Result<Followed, Problem> {
    let followed = cases::follow(&mut scope, id).await?;
    commit(scope).await?;
    Ok(followed)
}

/// Takes in documents that were asked for.
#[handler]
pub(crate) async fn attach(
    visit: Visit,
    At(id): At<CaseId>,
    request: &Request,
    body: Body,
) -> Answer {
    let path = paths::request(id);
    let Some(scope) = visit.applicant().await? else { return sign_in::keep_nothing(&path) };
    let case = followed(scope, id).await?;
    let asked = case.asked.as_ref().ok_or(Error::Refused(Refusal::NothingAsked))?;
    let received = receive(request, body, &limits(&case)).await?;
    let target = Target::Supply(id, asked.request.id);
    let problems = uploads::take_in(&visit, target, received).await?;
    if problems.is_empty() {
        return Ok(Reply::to(path).notice("portal-document-added"));
    }
    shown_again(&visit, id, problems).await
}

fn limits(case: &Followed) -> Limits {
    let items = case.asked.iter().flat_map(|asked| &asked.request.items);
    items.fold(Limits::default(), |all, item| {
        let limits = request_page::limits_of(&case.service.form, &item.key);
        all.with(&item.key, uploads::rule(&limits))
    })
}

async fn shown_again(visit: &Visit, id: CaseId, problems: Vec<Line>) -> Answer {
    let scope = visit.applicant().await?.ok_or(Problem::Missing)?;
    let followed = followed(scope, id).await?;
    again(RequestPage::of(&followed, visit.lang(), problems))
}

#[handler]
pub(crate) async fn remove(
    visit: Visit,
    At((id, document)): At<(CaseId, DocumentId)>,
    _fields: Fields,
) -> Answer {
    let path = paths::request(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
    cases::remove_supply(&mut scope, id, document).await?;
    commit(scope).await?;
    Ok(Reply::to(path).notice("portal-document-removed"))
}

/// Hands in what lies ready.
#[handler]
pub(crate) async fn supply(visit: Visit, At(id): At<CaseId>, fields: Fields) -> Answer {
    let path = paths::request(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
    match cases::supply(&mut scope, id, command(&fields)?).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(path).notice("portal-supplied"))
        }
        Err(Error::Invalid(problems)) => {
            shown_again(&visit, id, lines(&problems, &[], visit.lang())).await
        }
        Err(other) => Err(other.into()),
    }
}

#[handler]
pub(crate) async fn fetch(visit: Visit, At((id, document)): At<(CaseId, DocumentId)>) -> Answer {
    let path = paths::request(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
    let ticket = cases::fetch_document(&mut scope, id, document).await?;
    commit(scope).await?;
    Ok(to_files(&visit, &ticket))
}

#[handler]
pub(crate) async fn ask_withdrawal(visit: Visit, At(id): At<CaseId>) -> Answer {
    let Some(scope) = visit.applicant().await? else { return sign_in::first(&paths::request(id)) };
    let followed = followed(scope, id).await?;
    if !followed.may_withdraw {
        return Err(Error::Refused(Refusal::TooLateToWithdraw).into());
    }
    show(WithdrawalPage::of(&followed, visit.lang()))
}

#[handler]
pub(crate) async fn withdraw(visit: Visit, At(id): At<CaseId>, fields: Fields) -> Answer {
    let path = paths::request(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
    cases::withdraw(&mut scope, id, command(&fields)?).await?;
    commit(scope).await?;
    Ok(Reply::to(path).notice("portal-withdrawn"))
}

/// Minted with the page: however often the form is sent, its work is done once.
fn command(fields: &Fields) -> Result<Uuid, Problem> {
    fields.text("_command")?.parse().map_err(|_| Problem::BadRequest("no command"))
}
