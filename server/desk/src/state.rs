//! What the desk's handlers stand on.

use domain::counter;
use domain::identity::Door;
use gateways::Store;
use staff::StaffDoor;
use tenants::{Desks, Scope};
use web::Places;
use web::frame::Nav;

use crate::{kept, paths};

const CARTABLE: Nav = Nav { href: paths::FRONT, begins: "/cartable", word: "desk-nav-cartable" };
const COUNTER: Nav = Nav { href: paths::COUNTER, begins: paths::COUNTER, word: "counter-nav" };

/// Where every page of the desk leads; the counter is open to its clerks only.
fn nav(scope: &Scope) -> &'static [Nav] {
    if counter::is_open_to(scope) { &[CARTABLE, COUNTER] } else { &[CARTABLE] }
}

/// Given by the app once, shared by every request.
#[derive(Clone)]
pub struct DeskState {
    pub desks: Desks,
    /// Where scans are kept.
    pub store: Store,
    /// Where the files host is.
    pub places: Places,
}

impl DeskState {
    pub(crate) fn door(&self) -> StaffDoor {
        let desks = self.desks.clone();
        StaffDoor { desks, door: Door::Desk, nav, show_kept: Some(kept::show) }
    }
}
