//! What the desk's handlers stand on.

use domain::identity::Door;
use staff::StaffDoor;
use tenants::Desks;
use web::Places;
use web::frame::Nav;

use crate::{kept, paths};

/// Where every page of the desk leads.
const NAV: &[Nav] = &[Nav { href: paths::FRONT, begins: "/cartable", word: "desk-nav-cartable" }];

/// Given by the app once, shared by every request.
#[derive(Clone)]
pub struct DeskState {
    pub desks: Desks,
    /// Where the files host is.
    pub places: Places,
}

impl DeskState {
    pub(crate) fn door(&self) -> StaffDoor {
        let desks = self.desks.clone();
        StaffDoor { desks, door: Door::Desk, nav: |_| NAV, show_kept: Some(kept::show) }
    }
}
