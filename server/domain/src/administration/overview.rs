//! What an agency is made of, in numbers, and what changed lately.

use tenants::audit::Filter;
use tenants::{Act, Scope};

use super::audit_log::{self, AuditLine};
use crate::organisation::{self, admit_admin};
use crate::{Result, catalogue, identity, notices};

/// The first page of an agency's console.
#[derive(Debug)]
pub struct Overview {
    pub services: usize,
    pub units: usize,
    pub positions: usize,
    /// Positions that nobody holds now: what comes before them waits.
    pub vacant: usize,
    pub members: i64,
    /// Texts of notices, each channel and language counted.
    pub wordings: i64,
    /// What was changed last, the newest first.
    pub changes: Vec<AuditLine>,
}

const CHANGES: i64 = 8;

/// What the agency is made of.
pub async fn overview(scope: &mut Scope) -> Result<Overview> {
    admit_admin(scope)?;
    let structure = organisation::structure(scope).await?;
    let open = structure.posts.iter().filter(|post| post.closed_at.is_none());
    let filter = Filter { act: Some(Act::Configure), ..Filter::default() };
    Ok(Overview {
        services: catalogue::list(scope).await?.len(),
        units: structure.units.iter().filter(|unit| unit.closed_at.is_none()).count(),
        positions: open.clone().count(),
        vacant: open.filter(|post| post.position.holder.is_none()).count(),
        members: identity::count_members(scope).await?,
        wordings: notices::count_wordings(scope).await?,
        changes: audit_log::lines(scope, &filter, CHANGES).await?.lines,
    })
}
