//! Somebody is left who can change the agency.

use tenants::{Act, Axis, Kind, Scope};

use super::store;
use crate::{Refusal, Result};

/// Looked at after a change and before it is kept: an active member with an authenticator holds,
/// without an end in sight, a position whose role may configure the agency.
///
/// Whoever changes the chart holds it meanwhile, so two admins cannot each be the other's last. The
/// command line may change everything: it is what helps an agency out that has nobody left.
pub(crate) async fn check(scope: &mut Scope) -> Result<()> {
    if scope.caller().staff().is_none() {
        return Ok(());
    }
    let may =
        |role: &&str| scope.policy().permits(Axis::Role, role, Kind::Agency, None, Act::Configure);
    let rules = scope.policy().rules().iter();
    let roles: Vec<String> =
        rules.map(|rule| rule.subject.as_str()).filter(may).map(str::to_owned).collect();
    if store::somebody_carries(scope, &roles).await? {
        return Ok(());
    }
    Err(Refusal::LastAdmin.into())
}
