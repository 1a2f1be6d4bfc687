//! Giving a variable another value, and trying again.

use serde_json::Value;
use tenants::Scope;
use uuid::Uuid;

use super::retry::again;
use super::take::{end, reason, take};
use crate::cases::hold;
use crate::events::Event;
use crate::incidents::{How, IncidentKind};
use crate::{Error, IncidentId, Refusal, Result};

/// What a variable is to be instead.
#[derive(Debug, Clone)]
pub struct Correction {
    pub incident: IncidentId,
    pub name: String,
    pub value: Value,
    pub reason: String,
    pub command: Uuid,
}

/// Set it and try again. The history says which variable, never its value.
pub async fn correct(scope: &mut Scope, correction: Correction) -> Result<()> {
    let taken = take(scope, correction.incident, correction.command).await?;
    let Some((mut case, incident)) = taken else { return Ok(()) };
    let reason = reason(&correction.reason)?;
    if !is_name(&correction.name) {
        return Err(Error::invalid("name", "choose"));
    }
    // A job asks for no variable.
    if incident.kind == IncidentKind::Job {
        return Err(Refusal::NotSoMended.into());
    }
    case.note(Event::VariableSet { node: incident.node.clone(), name: correction.name.clone() });
    case.vars.insert(correction.name, correction.value);
    end(scope, &mut case, &incident, (How::Retried, Some(reason))).await?;
    again(scope, &mut case, &incident).await?;
    hold::save(scope, case).await
}

/// A name that an expression can have.
fn is_name(name: &str) -> bool {
    let begins = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let goes_on = name.chars().all(|c| c.is_alphanumeric() || c == '_');
    begins && goes_on && name.chars().count() <= 64
}
