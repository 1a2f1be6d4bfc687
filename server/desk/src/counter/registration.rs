//! Registering: a look at everything together with the visitor, then the act itself.

use domain::{DraftId, Error, cases, counter, drafts};
use forms::Problems;
use poem::handler;
use tenants::Scope;
use web::filling::{concern_typed, file_lines};
use web::{Answer, At, Fields, again, go, show};

use super::{AnswersPage, CheckPage, DocumentsPage, elsewhere};
use crate::paths;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn check(visit: Visit, At(id): At<DraftId>) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    match drafts::check(&mut scope, id).await {
        Ok((draft, documents, answers)) => {
            let visitor = counter::visitor(&mut scope, id).await?;
            commit(scope).await?;
            show(CheckPage::of(&draft, &documents, (&answers, &visitor), visit.lang()))
        }
        Err(Error::Invalid(problems)) => mend(&visit, scope, id, &problems).await,
        Err(error) => elsewhere(id, error),
    }
}

/// Doing it again leads to the same receipt: a draft becomes one case, however often it is sent.
#[handler]
pub(crate) async fn register(visit: Visit, At(id): At<DraftId>, _fields: Fields) -> Answer {
    let Some(mut scope) = visit.member().await? else {
        return staff::first(&paths::counter_check(id));
    };
    match cases::register(&mut scope, id).await {
        Ok(case) => {
            commit(scope).await?;
            go(paths::receipt(case))
        }
        Err(Error::Invalid(problems)) => mend(&visit, scope, id, &problems).await,
        Err(error) => elsewhere(id, error),
    }
}

/// The first page on which something needs another look.
async fn mend(visit: &Visit, mut scope: Scope, id: DraftId, problems: &Problems) -> Answer {
    let (draft, documents) = drafts::see(&mut scope, id).await?;
    let name = counter::visitor(&mut scope, id).await?.name().to_owned();
    commit(scope).await?;
    let form = &draft.service.form;
    if concern_typed(form, problems) {
        let page = AnswersPage::of(&draft, name, visit.lang(), problems);
        return again(page.changing(true));
    }
    let lines = file_lines(form, problems, visit.lang());
    again(DocumentsPage::of(&draft, &documents, visit.lang(), lines))
}
