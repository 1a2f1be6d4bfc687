//! What the console's handlers stand on.

use domain::identity::Door;
use staff::StaffDoor;
use tenants::{CENTRAL, Desks, Scope, Tenant};
use web::Places;
use web::frame::Nav;

const fn part(path: &'static str, word: &'static str) -> Nav {
    Nav { href: path, begins: path, word }
}

/// Where every page of an agency's console leads.
pub(crate) const AGENCY: &[Nav] = &[
    part("/services", "admin-nav-services"),
    part("/processes", "admin-nav-processes"),
    part("/decisions", "decisions-title"),
    part("/incidents", "admin-nav-incidents"),
    part("/organisation", "admin-nav-organisation"),
    part("/notices", "admin-nav-notices"),
    part("/audit", "admin-nav-audit"),
];

/// The same on the operator's premises, which offer no services.
const OPERATOR: &[Nav] = &[
    part("/tenants", "admin-nav-tenants"),
    part("/organisation", "admin-nav-organisation"),
    part("/audit", "admin-nav-audit"),
];

/// The parts of a tenant's console.
pub(crate) fn nav(tenant: &Tenant) -> &'static [Nav] {
    if tenant.slug == CENTRAL { OPERATOR } else { AGENCY }
}

/// Given by the app once, shared by every request.
#[derive(Clone)]
pub struct AdminState {
    pub desks: Desks,
    /// Where the other surfaces are.
    pub places: Places,
}

impl AdminState {
    pub(crate) fn door(&self) -> StaffDoor {
        // A form that comes too late is not kept: its page is opened again after signing in.
        let nav = |scope: &Scope| nav(scope.tenant());
        StaffDoor { desks: self.desks.clone(), door: Door::Console, nav, show_kept: None }
    }
}
