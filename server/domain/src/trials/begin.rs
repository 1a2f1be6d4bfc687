//! Beginning a trial, beginning it anew, and ending it.

use chrono::{DurationRound as _, TimeDelta};
use locale::words::Lang;
use serde_json::{Map, Value};
use tenants::{Act, Agency, Scope};

use super::model::Subject;
use super::play::{Beginning, Play};
use super::{see, store};
use crate::{Error, Result};

/// With what a trial begins.
#[derive(Debug, Clone)]
pub struct Begin {
    /// The service whose request is tried out; none where the process is tried by itself.
    pub service: Option<String>,
    /// What was typed into the fields of its form that the process may read, by their names.
    pub pairs: Vec<(String, String)>,
    /// What the process may ask, where there is no form.
    pub vars: Map<String, Value>,
    /// The language in which the applicant reads.
    pub lang: Lang,
}

/// Begin a trial of a process; the one before it ends.
///
/// # Errors
/// `Invalid` names the answers that need another look, or `process` where the draft cannot run.
pub async fn begin(scope: &mut Scope, subject: Subject<'_>, begin: Begin) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    let definition = see::definition(subject.xml)?;
    let vars = match &begin.service {
        Some(key) => {
            let form = see::service(scope, key).await?.form.of_process();
            let answers = form.check(&form.take(begin.pairs), &|_| 1).map_err(Error::Invalid)?;
            form.process_variables(&answers)
        }
        None => begin.vars,
    };
    // Whole minutes: what is shown of a moment is all there is to it.
    let at = scope.now().duration_trunc(TimeDelta::minutes(1)).unwrap_or(scope.now());
    let beginning = Beginning { service: begin.service, vars, lang: begin.lang, at };
    let play = Play::begin(scope, &definition, beginning).await?;
    store::put(scope, subject, &play).await
}

/// Play the trial again, from its beginning, on the draft as it is now.
pub async fn again(scope: &mut Scope, subject: Subject<'_>) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    let held = store::held(scope, subject.key).await?.ok_or(Error::Missing("trial"))?;
    let definition = see::definition(subject.xml)?;
    let commands = held.play.turns.iter().filter_map(|turn| turn.command.as_ref());
    let script = (held.play.beginning.clone(), commands);
    let play = Play::replay(scope, &definition, script).await?;
    store::put(scope, subject, &play).await
}

/// End a trial: nothing of it is left.
pub async fn end(scope: &mut Scope, subject: Subject<'_>) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    store::delete(scope, subject.key).await
}
