//! The register of tenants: which agencies are hosted here.

mod store;

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use crate::{Caller, Desks, Fault, Keys, Scope, Text};

/// The slug of the operator's own premises: a tenant like any other, with its own members and policy.
pub const CENTRAL: &str = "central";

/// Which agency. A cache or a statement without it does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct TenantId(pub Uuid);

/// A hosted agency, with its keys unwrapped.
pub struct Tenant {
    pub id: TenantId,
    pub slug: String,
    pub name: Text,
    pub demo: bool,
    pub policy_version: i64,
    pub created_at: DateTime<Utc>,
    pub keys: Keys,
}

impl std::fmt::Debug for Tenant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tenant").field("slug", &self.slug).finish_non_exhaustive()
    }
}

/// What it takes to open an agency's desk.
#[derive(Debug, Clone)]
pub struct NewTenant {
    /// Letters, digits and inner hyphens, or [`CENTRAL`], which the caller gives to nobody else.
    pub slug: String,
    pub name: Text,
    pub demo: bool,
}

/// Enter a new agency in the register and let the operator in, in one transaction: what is set up
/// in the returned scope and the agency itself are committed together.
pub async fn create(desks: &Desks, new: NewTenant) -> Result<Scope, Fault> {
    if let Some(problem) = slug_problem(&new.slug) {
        anyhow::bail!("the slug `{}` cannot be used: {problem}", new.slug);
    }
    let id = TenantId(Uuid::now_v7());
    let wrapped = desks.keyring().new_wrapped(id)?;
    let tenant = Tenant {
        id,
        keys: desks.keyring().unwrap(id, &wrapped)?,
        slug: new.slug,
        name: new.name,
        demo: new.demo,
        policy_version: 1,
        created_at: desks.clock().now(),
    };
    let mut scope = desks.enter_new(tenant, Caller::Operator(id)).await?;
    let key_id = desks.keyring().id().to_owned();
    store::insert(&mut scope, &wrapped, &key_id).await?;
    Ok(scope)
}

/// Every agency that is open, in the order of their slugs.
pub async fn list(desks: &Desks) -> Result<Vec<std::sync::Arc<Tenant>>, Fault> {
    let slugs = store::active_slugs(desks.pool()).await?;
    let mut tenants = Vec::with_capacity(slugs.len());
    for slug in slugs {
        tenants.extend(desks.at(&slug).await?);
    }
    Ok(tenants)
}

/// An entry of the register, without keys.
#[derive(Debug, Clone)]
pub struct Known {
    pub id: TenantId,
    pub slug: String,
    pub name: Text,
    pub demo: bool,
    /// Whether its doors are open.
    pub active: bool,
    pub created_at: DateTime<Utc>,
}

/// Everything in the register, closed agencies included, in the order of their slugs.
pub async fn known(desks: &Desks) -> Result<Vec<Known>, Fault> {
    store::known(desks.pool()).await
}

/// Let every replica know that the policy of this tenant changed, once the scope commits.
pub async fn mark_policy_changed(scope: &mut Scope) -> Result<(), Fault> {
    store::bump_policy(scope).await?;
    scope.note_policy_change();
    Ok(())
}

pub(crate) async fn by_slug(desks: &Desks, slug: &str) -> Result<Option<Tenant>, Fault> {
    let Some(row) = store::by_slug(desks.pool(), slug).await? else { return Ok(None) };
    let id = TenantId(row.id);
    Ok(Some(Tenant {
        id,
        keys: desks.keyring().unwrap(id, &row.wrapped_key)?,
        slug: row.slug,
        name: serde_json::from_value(row.name)?,
        demo: row.demo,
        policy_version: row.policy_version,
        created_at: row.created_at,
    }))
}

pub(crate) async fn slug_of(desks: &Desks, id: TenantId) -> Result<Option<String>, Fault> {
    Ok(store::slug_of(desks.pool(), id).await?)
}

/// Why a slug cannot name an agency: it becomes a host name beside `-desk`, `-admin` and `-files`.
fn slug_problem(slug: &str) -> Option<&'static str> {
    let plain = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if slug.is_empty() || slug.len() > 50 || !plain || slug.starts_with('-') || slug.ends_with('-')
    {
        return Some("use up to 50 lower-case letters, digits and inner hyphens");
    }
    if ["-desk", "-admin", "-files"].iter().any(|s| slug.ends_with(s)) {
        return Some("this name is kept for the platform");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::slug_problem;

    #[test]
    fn a_slug_is_a_host_name_of_its_own() {
        for good in ["fda", "fda2", "abfa-mazandaran", super::CENTRAL] {
            assert_eq!(slug_problem(good), None, "{good}");
        }
        for bad in ["", "-a", "a-", "FDA", "a.b", "fda-desk", "x-admin", "y-files", "ف"] {
            assert!(slug_problem(bad).is_some(), "{bad}");
        }
    }
}
