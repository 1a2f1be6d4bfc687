//! Looking at a trial.

use std::sync::Arc;

use bpmn::Definition;
use chrono::{DateTime, Utc};
use forms::Form;
use tenants::{Scope, Text};

use super::ahead::{Ahead, ahead};
use super::model::{Subject, Turn};
use super::play::Play;
use super::store::{self, Held};
use crate::cases::{self, Reason};
use crate::catalogue::{self, Service};
use crate::organisation::admit_admin;
use crate::{Error, Refusal, Result, processes};

/// A trial as it stands.
#[derive(Debug, Clone)]
pub struct Trial {
    /// Grows with every command.
    pub rev: i32,
    /// The draft with which it began, and whether that has been changed since.
    pub xml: String,
    pub definition: Arc<Definition>,
    pub is_outdated: bool,
    /// Its own clock.
    pub now: DateTime<Utc>,
    pub stage: String,
    pub promised_at: DateTime<Utc>,
    /// Everything that was done, with what came of it.
    pub turns: Vec<Turn>,
    /// What could be done now, with what would come of it.
    pub ahead: Vec<Ahead>,
    /// Deadlines that run: the event and the moment; none while the clock stands still.
    pub deadlines: Vec<(String, Option<DateTime<Utc>>)>,
    /// The reasons that the agency lists for decisions.
    pub reasons: Vec<Reason>,
}

/// With what a trial may begin.
#[derive(Debug, Clone)]
pub struct Choices {
    /// The services that run through the process: key, title, and of the form what the process reads.
    pub services: Vec<(String, Text, Form)>,
}

/// The trial of a process, if one was begun.
pub async fn see(scope: &mut Scope, subject: Subject<'_>) -> Result<Option<Trial>> {
    admit_admin(scope)?;
    let Some(Held { rev, xml, play, .. }) = store::held(scope, subject.key).await? else {
        return Ok(None);
    };
    let definition = definition(&xml)?;
    let reasons = cases::reasons(scope).await?;
    let ahead = ahead(scope, &definition, (&play, &reasons)).await?;
    let Play { standing, things, turns, .. } = play;
    let deadline =
        |it: super::sandbox::Armed| (it.timer.node, it.left.is_none().then_some(it.timer.due_at));
    Ok(Some(Trial {
        rev,
        is_outdated: xml != subject.xml,
        xml,
        definition,
        now: things.now,
        stage: standing.stage,
        promised_at: standing.promised_at,
        turns,
        ahead,
        deadlines: things.timers.into_iter().map(deadline).collect(),
        reasons,
    }))
}

/// With what a trial of a process may begin: as a request for one of the services that run through it.
pub async fn choices(scope: &mut Scope, services: &[String]) -> Result<Choices> {
    admit_admin(scope)?;
    let mut found = Vec::new();
    for key in services {
        let service = service(scope, key).await?;
        found.push((key.clone(), service.sheet.title.clone(), service.form.of_process()));
    }
    Ok(Choices { services: found })
}

/// A service as it is published now, whether it takes requests or not.
pub(super) async fn service(scope: &mut Scope, key: &str) -> Result<Arc<Service>> {
    let entry = catalogue::find(scope, key).await?;
    catalogue::version(scope, entry.version.id).await
}

/// The reasons that the agency lists for decisions.
pub async fn reasons(scope: &mut Scope) -> Result<Vec<Reason>> {
    admit_admin(scope)?;
    cases::reasons(scope).await
}

/// The graph of a text that can run.
pub(super) fn definition(xml: &str) -> Result<Arc<Definition>> {
    let read = processes::read(xml).map_err(|_| Error::invalid("process", "process-unsound"))?;
    Ok(Arc::new(read.definition))
}

/// A trial to go on with, locked, in the state in which it was looked at.
pub(super) async fn hold(scope: &mut Scope, key: &str, rev: i32) -> Result<Held> {
    store::lock(scope, key).await?;
    let held = store::held(scope, key).await?.ok_or(Error::Missing("trial"))?;
    if held.rev == rev {
        return Ok(held);
    }
    let by = held.updated_by.unwrap_or_default();
    Err(Refusal::ChangedMeanwhile { by, at: held.updated_at }.into())
}
