//! The agency's calendar.

use locale::working::{Calendar, Span};
use serde::{Deserialize, Serialize};
use tenants::settings::Setting;
use tenants::{Scope, settings};

use crate::Result;

/// Weekend, opening hours and holidays: they differ between agencies and change every year, so
/// they are data of the tenant.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CalendarSetting(pub Calendar);

impl Default for CalendarSetting {
    fn default() -> Self {
        Self(Calendar::iran_default())
    }
}

impl Setting for CalendarSetting {
    const KEY: &'static str = "calendar";
}

pub(crate) async fn calendar(scope: &mut Scope) -> Result<Calendar> {
    Ok(settings::read::<CalendarSetting>(scope).await?.0)
}

/// The span a step allows: `desk:within="P2D"`, counted in working days with
/// `desk:calendar="working"`.
pub(crate) fn within(step: &bpmn::Step) -> Option<Span> {
    let within = step.attributes.get("within")?;
    let working = step.attributes.get("calendar").is_some_and(|c| c == "working");
    Span::parse_iso(within, working)
}
