//! Token semantics: what follows when something happens to a case.
//!
//! The definition, the position and the trigger decide everything. There is no clock here and no
//! database, so every rule is tested with plain values.

mod begin;
mod cancel;
mod choose;
mod enter;
mod leave;
mod run;

use crate::definition::Definition;
use crate::effect::{Effect, NobodyWaits, Trigger};
use crate::position::Position;
use run::Run;

/// Work out what follows when `trigger` reaches a case that stands at `position`, and move it on
/// until every token rests (BPMN 2.0, chapter 13).
///
/// `holds` decides one condition of the definition with the case's data. Its error becomes an
/// incident, never a "no".
///
/// # Errors
/// When nobody waits for the trigger; the position is then as it was.
pub fn advance(
    definition: &Definition,
    position: &mut Position,
    trigger: &Trigger,
    holds: &dyn Fn(&str) -> Result<bool, String>,
) -> Result<Vec<Effect>, NobodyWaits> {
    let mut run = Run::new(definition, position, holds);
    run.begin(trigger)?;
    run.run_to_quiescence();
    Ok(run.effects)
}
