//! The hosted agencies, for the central operator.

use chrono::{DateTime, Utc};
use tenants::{Act, CENTRAL, Caller, Desks, Kind, Relation, Resource, Scope, TenantId, Text};
use uuid::Uuid;

use super::health::{self, Health};
use crate::{Error, Result};

/// A hosted agency.
#[derive(Debug, Clone)]
pub struct Hosting {
    pub slug: String,
    pub name: Text,
    pub demo: bool,
    /// Whether its doors are open.
    pub active: bool,
    pub created_at: DateTime<Utc>,
    /// Nothing of an agency whose doors are closed.
    pub health: Option<Health>,
}

/// The hosted agencies as a thing the policy is asked about: all of them, or one.
struct Hosted(Option<TenantId>);

impl Resource for Hosted {
    const KIND: Kind = Kind::Tenant;

    fn id(&self) -> Option<Uuid> {
        self.0.map(|TenantId(id)| id)
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}

/// Every hosted agency with how it is doing, in the order of their slugs. Only on the operator's own
/// premises; elsewhere there is no such list, whatever the policy there says.
pub async fn hosted(scope: &mut Scope, desks: &Desks) -> Result<Vec<Hosting>> {
    at_home(scope)?;
    scope.allow(Act::List, &Hosted(None))?;
    let mut all = Vec::new();
    for known in tenants::known(desks).await? {
        all.push(look(desks, known).await?);
    }
    Ok(all)
}

/// One of them.
pub async fn hosted_one(scope: &mut Scope, desks: &Desks, slug: &str) -> Result<Hosting> {
    at_home(scope)?;
    let all = tenants::known(desks).await?;
    let known = all.into_iter().find(|known| known.slug == slug);
    scope.allow(Act::See, &Hosted(known.as_ref().map(|known| known.id)))?;
    look(desks, known.ok_or(Error::Missing("tenant"))?).await
}

fn at_home(scope: &Scope) -> Result<()> {
    if scope.tenant().slug == CENTRAL {
        return Ok(());
    }
    Err(Error::Missing("tenant"))
}

async fn look(desks: &Desks, known: tenants::Known) -> Result<Hosting> {
    let health = match desks.at(&known.slug).await? {
        Some(tenant) => Some(health::of(desks, &tenant).await?),
        None => None,
    };
    let tenants::Known { slug, name, demo, active, created_at, .. } = known;
    Ok(Hosting { slug, name, demo, active, created_at, health })
}
