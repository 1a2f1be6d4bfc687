//! The fictional people of a demo agency.

use std::collections::HashMap;

use anyhow::anyhow;
use chrono::{DateTime, Utc};
use tenants::{Scope, Text};

use super::model::StaffPlan;
use crate::identity::{self, NewStaff};
use crate::{PositionId, Result, organisation};

/// How somebody of a demo agency signs in. Shown once, when the agency is opened; it has no
/// `Debug`, so that it is not logged by accident.
#[derive(Clone)]
pub struct DemoSignIn {
    pub username: String,
    pub name: String,
    pub password: String,
    /// Base32, as typed into an authenticator.
    pub totp_secret: String,
    /// The keys of the positions held.
    pub positions: Vec<String>,
    /// Their titles.
    pub titles: Vec<Text>,
}

impl DemoSignIn {
    /// What the person's authenticator shows at this time.
    pub fn code_at(&self, now: DateTime<Utc>) -> String {
        let secret = identity::totp_secret(&self.totp_secret).unwrap_or_default();
        identity::totp_now(&secret, now)
    }
}

/// Add a person and appoint them to their positions.
pub(super) async fn add(
    scope: &mut Scope,
    plan: &StaffPlan,
    positions: &HashMap<String, (PositionId, Text)>,
) -> Result<DemoSignIn> {
    let password = identity::new_password(&plan.username, &scope.tenant().slug);
    let secret = identity::new_totp_secret();
    let new = NewStaff {
        username: plan.username.clone(),
        name: plan.name.clone(),
        password: password.clone(),
        totp_secret: Some(secret.clone()),
    };
    let staff = identity::add_staff(scope, new).await?;
    let mut titles = Vec::with_capacity(plan.positions.len());
    for key in &plan.positions {
        let found = positions.get(key).ok_or_else(|| anyhow!("there is no position {key}"))?;
        organisation::appoint(scope, found.0, staff).await?;
        titles.push(found.1.clone());
    }
    Ok(DemoSignIn {
        username: plan.username.clone(),
        name: plan.name.clone(),
        password,
        totp_secret: identity::totp_base32(&secret),
        positions: plan.positions.clone(),
        titles,
    })
}
