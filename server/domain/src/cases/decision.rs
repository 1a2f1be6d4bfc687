//! Decisions and the reasons an agency lists for them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tenants::settings::Setting;
use tenants::{Scope, Text, settings};
use uuid::Uuid;

use crate::{PositionId, Result, StaffId};

/// What was decided on a case: nobody is turned away without a listed reason and a text.
#[derive(Debug, Clone)]
pub struct Decision {
    pub id: Uuid,
    /// The outcome of the deciding step, such as `approve` or `reject`.
    pub outcome: String,
    pub reason: String,
    /// What the applicant reads.
    pub text: String,
    pub decided_by: StaffId,
    pub position: PositionId,
    pub decided_at: DateTime<Utc>,
}

/// A reason as the agency lists it, with what the applicant can do about it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    pub key: String,
    /// The outcome it can be given for.
    pub outcome: String,
    pub title: Text,
    /// How to mend it, and how to object.
    #[serde(default)]
    pub advice: Option<Text>,
}

/// The reasons of an agency.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReasonsSetting(pub Vec<Reason>);

impl Setting for ReasonsSetting {
    const KEY: &'static str = "decision-reasons";
}

pub(crate) async fn reasons(scope: &mut Scope) -> Result<Vec<Reason>> {
    Ok(settings::read::<ReasonsSetting>(scope).await?.0)
}
