//! Handing in the documents that were asked for.

use domain::cases::{self, Followed, Item, limits_of};
use domain::{CaseId, DocumentId, Error, Refusal};
use forms::Problems;
use locale::words::Lang;
use poem::{Body, Request, handler};
use web::filling::{named, rule};
use web::problems::Line;
use web::uploads::{Limits, receive};
use web::{Answer, At, Fields, Reply, again};

use super::asked_view::title;
use super::{RequestPage, command, followed};
use crate::uploads::{self, Target};
use crate::visit::{Visit, commit};
use crate::{paths, sign_in};

/// Takes documents in. The transaction that says what may be sent ends before anything is read.
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
    let case = followed(visit.enter().await?.scope, id).await?;
    again(RequestPage::of(&case, visit.lang(), problems))
}

fn limits(case: &Followed) -> Limits {
    let items = case.asked.iter().flat_map(|asked| &asked.request.items);
    items.fold(Limits::default(), |all, item| {
        let limits = limits_of(&case.service.form, &item.key);
        all.with(&item.key, rule(&limits))
    })
}

/// The problems of the documents asked for, each with its name.
fn lines(case: &Followed, problems: &Problems, lang: Lang) -> Vec<Line> {
    let items = case.asked.iter().flat_map(|asked| &asked.request.items);
    let line = |item: &Item| {
        let title = title(&case.service.sheet, item, lang);
        let text = named(&title, problems.text(lang, &item.key)?, lang);
        Some(Line { key: item.key.clone(), text })
    };
    items.filter_map(line).collect()
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
pub(crate) async fn hand_in(visit: Visit, At(id): At<CaseId>, fields: Fields) -> Answer {
    let path = paths::request(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
    match cases::supply(&mut scope, id, command(&fields)?).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(path).notice("portal-supplied"))
        }
        Err(Error::Invalid(problems)) => {
            drop(scope);
            let case = followed(visit.enter().await?.scope, id).await?;
            let lines = lines(&case, &problems, visit.lang());
            again(RequestPage::of(&case, visit.lang(), lines))
        }
        Err(other) => Err(other.into()),
    }
}
