//! The fictional people of a demo agency.

use std::collections::HashMap;

use anyhow::anyhow;
use chrono::{DateTime, Utc};
use rand::Rng;
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
    let (password, secret) = (password(), identity::new_totp_secret());
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

/// Letters and digits that are not taken for one another.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz";
const DIGITS: &[u8] = b"23456789";
const GROUPS: usize = 5;

/// A password of about 75 bits, such as `k4m7-x2p9-…`. Letters and digits alternate, so that no
/// word and no agency's slug can come out by chance.
pub(super) fn password() -> String {
    let mut rng = rand::rng();
    let mut one = |of: &[u8]| char::from(of[rng.random_range(..of.len())]);
    let mut group = || String::from_iter([one(LETTERS), one(DIGITS), one(LETTERS), one(DIGITS)]);
    (0..GROUPS).map(|_| group()).collect::<Vec<_>>().join("-")
}
