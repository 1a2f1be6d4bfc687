//! Cases that cannot go on by themselves: the list of them, and what is done about each.

mod incident_page;
mod list_page;
mod typed;

use domain::cases::repair::{self, Correction, IncidentFile, Skip};
use domain::{Error, IncidentId, PositionId};
use poem::handler;
use poem::web::Query;
use serde::Deserialize;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, show};

pub(crate) use incident_page::{IncidentPage, step_name};
pub(crate) use list_page::IncidentsPage;

use crate::filled::Filled;
use crate::paths;
use crate::visit::{Visit, commit};

/// Which of them, and which page. What cannot be read is as good as none.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    ended: String,
    page: String,
}

#[handler]
pub(crate) async fn list(visit: Visit, wanted: Option<Query<Wanted>>) -> Answer {
    let wanted = wanted.map(|Query(wanted)| wanted).unwrap_or_default();
    let (ended, number) = (!wanted.ended.is_empty(), wanted.page.parse().unwrap_or(1).max(1));
    let mut scope = visit.admin().await?;
    let found = repair::incidents(&mut scope, ended, number).await?;
    commit(scope).await?;
    show(IncidentsPage::of(&found, (ended, number), visit.lang()))
}

#[handler]
pub(crate) async fn see(visit: Visit, At(id): At<IncidentId>) -> Answer {
    let file = looked_at(&visit, id).await?;
    show(IncidentPage::of(&file, (&Filled::default(), visit.lang())))
}

async fn looked_at(visit: &Visit, id: IncidentId) -> Result<IncidentFile, Problem> {
    let mut scope = visit.admin().await?;
    let file = repair::incident(&mut scope, id).await?;
    commit(scope).await?;
    Ok(file)
}

#[handler]
pub(crate) async fn retry(visit: Visit, At(id): At<IncidentId>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let mut scope = visit.admin().await?;
    let done = repair::retry(&mut scope, id, sent.sent_command()?).await;
    told(&visit, (id, "retry"), sent, (scope, done)).await
}

#[handler]
pub(crate) async fn skip(visit: Visit, At(id): At<IncidentId>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let way = Some(sent.text("skip-way").to_owned()).filter(|way| !way.is_empty());
    let reason = sent.text("skip-reason").to_owned();
    let skip = Skip { incident: id, way, reason, command: sent.sent_command()? };
    let mut scope = visit.admin().await?;
    let done = repair::skip(&mut scope, skip).await;
    told(&visit, (id, "skip"), sent, (scope, done)).await
}

#[handler]
pub(crate) async fn assign(visit: Visit, At(id): At<IncidentId>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let command = sent.sent_command()?;
    let mut scope = visit.admin().await?;
    let done = match sent.text("assign-position").parse::<PositionId>() {
        Ok(position) => repair::assign(&mut scope, id, position, command).await,
        Err(_) => Err(Error::invalid("position", "choose")),
    };
    told(&visit, (id, "assign"), sent, (scope, done)).await
}

#[handler]
pub(crate) async fn correct(visit: Visit, At(id): At<IncidentId>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let command = sent.sent_command()?;
    let mut scope = visit.admin().await?;
    let done = match typed::value(&sent) {
        Ok(value) => {
            let name = sent.text("correct-name").trim().to_owned();
            let reason = sent.text("correct-reason").to_owned();
            let correction = Correction { incident: id, name, value, reason, command };
            repair::correct(&mut scope, correction).await
        }
        Err(error) => Err(error),
    };
    told(&visit, (id, "correct"), sent, (scope, done)).await
}

#[handler]
pub(crate) async fn close(visit: Visit, At(id): At<IncidentId>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let command = sent.sent_command()?;
    let mut scope = visit.admin().await?;
    let done = repair::set_aside(&mut scope, id, sent.text("close-reason"), command).await;
    told(&visit, (id, "close"), sent, (scope, done)).await
}

/// Back to the list with what was done, or the page once more with why it was not.
async fn told(
    visit: &Visit,
    (id, form): (IncidentId, &str),
    sent: Filled,
    (scope, done): (Scope, domain::Result<()>),
) -> Answer {
    match done {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::INCIDENTS).notice("incidents-done"))
        }
        Err(error) => {
            drop(scope);
            let lang = visit.lang();
            let told = sent.told(typed::within(error, form), form, lang)?;
            let file = looked_at(visit, id).await?;
            told.answer(&IncidentPage::of(&file, (&told, lang)))
        }
    }
}
