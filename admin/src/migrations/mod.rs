//! Running cases go on with another version of their process: the plan, its trial, and how far it
//! has come.

mod list_page;
mod migration_page;
mod plan_page;

use bpmn::Plan;
use domain::migrations::{self, Choice, MigrationPlan, Trial};
use domain::{Error, MigrationId, ProcessVersionId, processes};
use poem::handler;
use poem::web::Query;
use serde::Deserialize;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, show};

pub(crate) use list_page::MigrationsPage;
pub(crate) use migration_page::MigrationPage;
pub(crate) use plan_page::PlanPage;

use crate::filled::Filled;
use crate::paths;
use crate::visit::{Visit, commit};

/// From which version to which.
#[derive(Debug, Clone, Copy, Deserialize)]
struct Between {
    from: ProcessVersionId,
    to: ProcessVersionId,
}

#[handler]
pub(crate) async fn list(visit: Visit) -> Answer {
    let mut scope = visit.admin().await?;
    let versions = migrations::versions(&mut scope).await?;
    let latest = migrations::list(&mut scope).await?;
    commit(scope).await?;
    show(MigrationsPage::of(&versions, &latest))
}

/// The form of a plan, in which every node goes to the one of the same name.
#[handler]
pub(crate) async fn plan(visit: Visit, between: Option<Query<Between>>) -> Answer {
    // Without two versions there is no plan: the list leads to those there can be.
    let Some(Query(between)) = between else {
        drop(visit.admin().await?);
        return Ok(Reply::to(paths::MIGRATIONS));
    };
    shown(&visit, between, (Filled::default(), None)).await
}

/// Tries the plan out, or starts it.
#[handler]
pub(crate) async fn go(visit: Visit, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let id = |name: &str| sent.text(name).parse::<ProcessVersionId>().map_err(|_| Problem::Missing);
    let between = Between { from: id("from")?, to: id("to")? };
    let mut scope = visit.admin().await?;
    let choices = migrations::choices(&mut scope, (between.from, between.to)).await?;
    let chosen = planned(between, &choices, &sent);
    if sent.text("step") != "start" {
        let trial = migrations::trial(&mut scope, &chosen).await?;
        drop(scope);
        return shown(&visit, between, (sent, Some(trial))).await;
    }
    let started = MigrationId(sent.sent_command()?);
    match migrations::start(&mut scope, started, &chosen).await {
        Ok(id) => {
            commit(scope).await?;
            Ok(Reply::to(paths::migration(id)).notice("migrations-started"))
        }
        Err(error @ Error::Refused(_)) => {
            let trial = migrations::trial(&mut scope, &chosen).await?;
            drop(scope);
            let told = sent.told(error, "plan", visit.lang())?;
            shown(&visit, between, (told, Some(trial))).await
        }
        Err(other) => Err(other.into()),
    }
}

fn planned(between: Between, choices: &[Choice], sent: &Filled) -> MigrationPlan {
    let mut steps = Plan::new();
    for choice in choices {
        let goal = sent.text(&plan_page::field(&choice.node));
        if choice.goals.iter().any(|known| known == goal) {
            steps.insert(choice.node.clone(), goal.to_owned());
        }
    }
    MigrationPlan { from: between.from, to: between.to, steps }
}

async fn shown(visit: &Visit, between: Between, (sent, trial): (Filled, Option<Trial>)) -> Answer {
    let mut scope = visit.admin().await?;
    let choices = migrations::choices(&mut scope, (between.from, between.to)).await?;
    let (from, to) = both(&mut scope, between).await?;
    commit(scope).await?;
    let page = PlanPage::of((&from, &to), &choices, (&sent, trial.as_ref(), visit.lang()));
    sent.answer(&page)
}

async fn both(
    scope: &mut Scope,
    between: Between,
) -> Result<(processes::ProcessVersion, processes::ProcessVersion), Error> {
    let from = processes::see(scope, between.from).await?;
    Ok((from, processes::see(scope, between.to).await?))
}

#[handler]
pub(crate) async fn see(visit: Visit, At(id): At<MigrationId>) -> Answer {
    let mut scope = visit.admin().await?;
    let (migration, misfits) = migrations::see(&mut scope, id).await?;
    let from = processes::see(&mut scope, migration.from.id).await?;
    commit(scope).await?;
    show(MigrationPage::of(&migration, (&misfits, &from.definition), visit.lang()))
}

#[handler]
pub(crate) async fn stop(visit: Visit, At(id): At<MigrationId>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    migrations::stop(&mut scope, id).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::migration(id)).notice("migrations-stopped"))
}
