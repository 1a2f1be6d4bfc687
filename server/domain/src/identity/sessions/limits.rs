//! How long sessions last.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use tenants::settings::Setting;

/// How long a session lasts (ASVS 5.0, 7.3). An agency can shorten these, never lengthen them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SessionLimits {
    /// Minutes without a sign of life after which an applicant is signed out.
    pub citizen_idle_minutes: u32,
    /// Minutes after which an applicant is signed out in any case.
    pub citizen_total_minutes: u32,
    /// Minutes without a sign of life after which a member of staff is signed out.
    pub staff_idle_minutes: u32,
    /// Minutes after which a member of staff is signed out in any case.
    pub staff_total_minutes: u32,
}

impl Default for SessionLimits {
    fn default() -> Self {
        Self {
            citizen_idle_minutes: 30,
            citizen_total_minutes: 12 * 60,
            staff_idle_minutes: 30,
            staff_total_minutes: 10 * 60,
        }
    }
}

impl Setting for SessionLimits {
    const KEY: &'static str = "session-limits";
}

impl SessionLimits {
    /// When a session ends: without a sign of life, and in any case.
    pub(super) fn ends(&self, staff: bool, times: Times) -> (DateTime<Utc>, DateTime<Utc>) {
        let most = Self::default();
        let (idle, total) = if staff {
            (
                self.staff_idle_minutes.min(most.staff_idle_minutes),
                self.staff_total_minutes.min(most.staff_total_minutes),
            )
        } else {
            (
                self.citizen_idle_minutes.min(most.citizen_idle_minutes),
                self.citizen_total_minutes.min(most.citizen_total_minutes),
            )
        };
        let ends_at = times.started_at + TimeDelta::minutes(total.into());
        ((times.seen_at + TimeDelta::minutes(idle.into())).min(ends_at), ends_at)
    }
}

/// When a session began, and its last sign of life.
#[derive(Debug, Clone, Copy)]
pub(super) struct Times {
    pub(super) started_at: DateTime<Utc>,
    pub(super) seen_at: DateTime<Utc>,
}
