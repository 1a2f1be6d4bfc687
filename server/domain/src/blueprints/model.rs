//! A blueprint as its files say it. What a module of the desk keeps has that module's type.

use std::collections::BTreeMap;

use chrono::Weekday;
use locale::digits;
use locale::working::{Calendar, Hours, Unusable};
use serde::Deserialize;
use serde_json::Value;
use tenants::{Rule, Text};

use crate::cases::Reason;
use crate::catalogue::Sheet;
use crate::notices::Wording;

/// Everything an agency is opened with.
pub(super) struct Blueprint {
    pub(super) name: String,
    pub(super) agency: AgencyPlan,
    pub(super) policy: Vec<Rule>,
    pub(super) reasons: Vec<Reason>,
    pub(super) wordings: Vec<Wording>,
    pub(super) services: Vec<ServicePlan>,
}

/// A service with its form and process, all under the service's key.
pub(super) struct ServicePlan {
    pub(super) key: String,
    pub(super) sheet: Sheet,
    pub(super) form: Value,
    /// BPMN.
    pub(super) process: String,
}

/// `agency.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgencyPlan {
    pub(super) name: Text,
    /// The name of a second agency from the same blueprint; `{n}` is what its slug adds.
    pub(super) look_alike: Text,
    /// Names of agencies of this kind, by what their slugs add to the blueprint's: an `abfa-yazd`
    /// is opened under its own.
    #[serde(default)]
    pub(super) names: BTreeMap<String, Text>,
    /// Parents before their children.
    pub(super) units: Vec<UnitPlan>,
    pub(super) positions: Vec<PositionPlan>,
    /// Fictional people, for demo agencies only.
    pub(super) staff: Vec<StaffPlan>,
    pub(super) registers: Vec<RegisterPlan>,
    pub(super) referral_actions: Vec<ActionPlan>,
    pub(super) calendar: CalendarPlan,
    /// The keys of the services, in the order of the catalogue.
    pub(super) services: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnitPlan {
    pub(super) key: String,
    #[serde(default)]
    pub(super) parent: Option<String>,
    pub(super) title: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PositionPlan {
    pub(super) key: String,
    pub(super) unit: String,
    pub(super) title: Text,
    #[serde(default)]
    pub(super) phone: Option<String>,
    pub(super) roles: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StaffPlan {
    pub(super) username: String,
    pub(super) name: String,
    pub(super) positions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RegisterPlan {
    pub(super) key: String,
    /// `incoming`, `outgoing` or `internal`.
    pub(super) kind: String,
    pub(super) title: Text,
    pub(super) pattern: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionPlan {
    pub(super) key: String,
    pub(super) title: Text,
    pub(super) requires_answer: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CalendarPlan {
    version: String,
    weekend: Vec<Weekday>,
    hours: Hours,
    holidays: Holidays,
}

/// Which list of holidays the agency follows.
#[derive(Clone, Copy, Deserialize)]
enum Holidays {
    #[serde(rename = "official-1405")]
    Official1405,
    #[serde(rename = "none")]
    None,
}

impl AgencyPlan {
    /// The name of the agency with this slug: the blueprint's own, one of those it knows, or one
    /// that tells it from the blueprint's own.
    pub(super) fn name_for(&self, blueprint: &str, slug: &str) -> Text {
        if slug == blueprint {
            return self.name.clone();
        }
        let added = slug.strip_prefix(blueprint).unwrap_or(slug).trim_start_matches('-');
        if let Some(known) = self.names.get(added) {
            return known.clone();
        }
        let fa = self.look_alike.fa.replace("{n}", &digits::to_persian(added));
        let en = self.look_alike.en.as_ref().map(|en| en.replace("{n}", added));
        Text { fa, en }
    }
}

impl CalendarPlan {
    pub(super) fn calendar(&self) -> Result<Calendar, Unusable> {
        let (weekend, hours) = (self.weekend.clone(), self.hours.clone());
        let calendar = Calendar::new(&self.version, weekend, hours)?;
        Ok(match self.holidays {
            Holidays::Official1405 => calendar.with_holidays_1405(),
            Holidays::None => calendar,
        })
    }
}
