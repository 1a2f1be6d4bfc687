//! Whom the request is for: noted before the form is filled in, and corrected while it is.

use domain::counter::{self, Arrival};
use domain::{DraftId, Error, drafts};
use forms::{Problems, Typed};
use poem::handler;
use serde::{Deserialize, Serialize};
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, again, go, show};

use super::{VisitorPage, elsewhere};
use crate::kept::{self, Kept};
use crate::paths;
use crate::visit::{Visit, commit};

/// Somebody about to be received, as it was sent. No `Debug`: it holds what a person typed.
#[derive(Serialize, Deserialize)]
pub(crate) struct Arriving {
    pub(crate) service: String,
    /// Minted with the page: however often the form is sent, one draft begins.
    pub(crate) draft: DraftId,
    pub(crate) typed: Typed,
}

#[handler]
pub(crate) async fn ask(visit: Visit, At(key): At<String>) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let service = counter::offer(&mut scope, &key).await?;
    commit(scope).await?;
    let (nothing, right) = (counter::blank(), Problems::default());
    show(VisitorPage::new(&service, DraftId::new(), visit.lang()).filled(&nothing, &right))
}

/// Receives a visitor: a draft begins at this counter.
#[handler]
pub(crate) async fn receive(visit: Visit, At(key): At<String>, fields: Fields) -> Answer {
    let draft = fields.text("_command")?.parse();
    let draft = draft.map_err(|_| Problem::BadRequest("no command"))?;
    let typed = counter::form().take(fields.pairs()?);
    let arriving = Arriving { service: key, draft, typed };
    match visit.member().await? {
        Some(scope) => received(&visit, scope, arriving).await,
        None => kept::keep(&visit, &visit.asked, &Kept::Arriving(arriving)),
    }
}

pub(crate) async fn received(visit: &staff::Visit, mut scope: Scope, arriving: Arriving) -> Answer {
    let Arriving { service, draft, typed } = arriving;
    let arrival = Arrival { draft, service: &service, typed: typed.clone() };
    match counter::receive(&mut scope, arrival).await {
        Ok(draft) => {
            commit(scope).await?;
            go(paths::counter_draft(draft))
        }
        Err(Error::Invalid(problems)) => {
            let service = counter::offer(&mut scope, &service).await?;
            commit(scope).await?;
            again(VisitorPage::new(&service, draft, visit.lang()).filled(&typed, &problems))
        }
        Err(other) => Err(other.into()),
    }
}

#[handler]
pub(crate) async fn see(visit: Visit, At(id): At<DraftId>) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let draft = match drafts::see(&mut scope, id).await {
        Ok((draft, _)) => draft,
        Err(error) => return elsewhere(id, error),
    };
    let visitor = counter::visitor(&mut scope, id).await?;
    commit(scope).await?;
    let page = VisitorPage::of(&draft, visit.lang());
    show(page.filled(visitor.typed(), &Problems::default()))
}

#[handler]
pub(crate) async fn change(visit: Visit, At(id): At<DraftId>, fields: Fields) -> Answer {
    let typed = counter::form().take(fields.pairs()?);
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    match counter::identify(&mut scope, id, typed.clone()).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::counter_draft(id)).notice("counter-visitor-saved"))
        }
        Err(Error::Invalid(problems)) => {
            let (draft, _) = drafts::see(&mut scope, id).await?;
            commit(scope).await?;
            again(VisitorPage::of(&draft, visit.lang()).filled(&typed, &problems))
        }
        Err(error) => elsewhere(id, error),
    }
}
