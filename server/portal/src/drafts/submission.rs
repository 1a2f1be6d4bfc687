//! Handing a draft in: a look at everything, then the act itself.

use domain::{DraftId, Error, cases, drafts};
use forms::Problems;
use poem::handler;
use tenants::Scope;
use web::filling::{concern_typed, file_lines};
use web::{Answer, At, Fields, again, go, show};

use super::{AnswersPage, CheckPage, DocumentsPage, elsewhere};
use crate::visit::{Visit, commit};
use crate::{paths, sign_in};

#[handler]
pub(crate) async fn check(visit: Visit, At(id): At<DraftId>) -> Answer {
    let Some(mut scope) = visit.applicant().await? else {
        return sign_in::first(&paths::check(id));
    };
    match drafts::check(&mut scope, id).await {
        Ok((draft, documents, answers)) => {
            commit(scope).await?;
            show(CheckPage::of(&draft, &documents, &answers, visit.lang()))
        }
        Err(Error::Invalid(problems)) => mend(&visit, scope, id, &problems).await,
        Err(error) => elsewhere(id, error),
    }
}

/// Doing it again leads to the same receipt: a draft becomes one case, however often it is sent.
#[handler]
pub(crate) async fn submit(visit: Visit, At(id): At<DraftId>, _fields: Fields) -> Answer {
    let Some(mut scope) = visit.applicant().await? else {
        return sign_in::first(&paths::check(id));
    };
    match cases::submit(&mut scope, id).await {
        Ok(submitted) => {
            commit(scope).await?;
            go(paths::receipt(submitted.case))
        }
        Err(Error::Invalid(problems)) => mend(&visit, scope, id, &problems).await,
        Err(error) => elsewhere(id, error),
    }
}

/// The first page on which something needs another look.
async fn mend(visit: &Visit, mut scope: Scope, id: DraftId, problems: &Problems) -> Answer {
    let (draft, documents) = drafts::see(&mut scope, id).await?;
    commit(scope).await?;
    let form = &draft.service.form;
    if concern_typed(form, problems) {
        return again(AnswersPage::of(&draft, visit.lang(), problems, true));
    }
    let lines = file_lines(form, problems, visit.lang());
    again(DocumentsPage::of(&draft, &documents, visit.lang(), lines))
}
