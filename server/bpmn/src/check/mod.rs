//! What can be said about a definition before it ever runs.

mod concurrency;
mod events;
mod gateways;
mod inclusive;
mod markings;
mod moves;
mod paths;
mod waits;

use crate::definition::Definition;
use crate::report::Report;

/// Run every check; each reports what it finds.
///
/// The token game is only played on a graph whose every node lies between the start and an end,
/// because on any other it repeats in a cloudier way what the paths already say.
pub(crate) fn all(definition: &Definition, report: &mut Report) {
    paths::check(definition, report);
    gateways::check(definition, report);
    events::check(definition, report);
    inclusive::check(definition, report);
    waits::check(definition, report);
    if !report.refuses() {
        markings::check(definition, report);
        concurrency::check(definition, report);
    }
}
