//! The chart: units, the positions within them, and who holds each.

mod appointment;
mod appointment_page;
mod page;
mod position;
mod position_page;
pub(crate) mod samples;
mod unit;
mod unit_page;

use domain::organisation::{self, Structure};
use poem::handler;
use web::{Answer, Problem, show};

pub(crate) use appointment::{appoint, end, see_appointment};
pub(crate) use appointment_page::AppointmentPage;
pub(crate) use page::OrganisationPage;
pub(crate) use position::{
    change, close_position, found_position, new_position, see_position, whole_position,
};
pub(crate) use position_page::PositionPage;
pub(crate) use unit::{close_unit, found_unit, new_unit, rename_unit, see_unit, whole_unit};
pub(crate) use unit_page::UnitPage;

use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn see(visit: Visit) -> Answer {
    let structure = structure(&visit).await?;
    show(OrganisationPage::of(&structure, visit.lang()))
}

/// The chart, read in a call of its own.
async fn structure(visit: &Visit) -> Result<Structure, Problem> {
    let mut scope = visit.admin().await?;
    let structure = organisation::structure(&mut scope).await?;
    commit(scope).await?;
    Ok(structure)
}
