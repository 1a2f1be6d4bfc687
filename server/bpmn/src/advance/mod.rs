//! Token semantics: what follows when something happens to a case.
//!
//! The definition, the position, the trigger and the facts decide everything. There is no clock
//! here and no database, so every rule is tested with plain values. Times are told to the caller as
//! they were written (`P10D`); he counts them from the one moment of his command.
//!
//! One file for each family of elements; numbers in comments are clauses of BPMN 2.0.2
//! (formal/2013-12-09), chapter 13 above all.

mod begin;
mod cancel;
mod catch;
mod choose;
mod data;
mod enter;
mod inclusive;
mod instances;
mod leave;
mod listen;
mod migrate;
mod parallel;
mod run;
mod scopes;
mod settle;
mod skip;
mod throw;

pub use migrate::{Change, Migrated, Misfit, Plan, Why, fits, migrate};

use crate::definition::Definition;
use crate::effect::{Effect, NobodyWaits, Trigger};
use crate::facts::Facts;
use crate::position::Position;
use run::Run;

/// Work out what follows when `trigger` reaches a case that stands at `position`, and move it on
/// until every token rests.
///
/// `facts` answers what the definition asks of the case's data. An answer that cannot be given
/// becomes an incident, never a guess.
///
/// # Errors
/// When nobody waits for the trigger; the position is then as it was.
pub fn advance(
    definition: &Definition,
    position: &mut Position,
    trigger: &Trigger,
    facts: &dyn Facts,
) -> Result<Vec<Effect>, NobodyWaits> {
    let mut run = Run::new(definition, position, facts);
    run.begin(trigger)?;
    run.run_to_quiescence();
    let effects = run.effects;
    position.settle_layout();
    Ok(effects)
}

/// Whether nothing moves by itself: no join can fire.
#[cfg(test)]
pub(crate) fn rests(definition: &Definition, position: &mut Position, facts: &dyn Facts) -> bool {
    !Run::new(definition, position, facts).fire_inclusive()
}
