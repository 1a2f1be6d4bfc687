//! What a surface of the staff says of itself.

use domain::identity::Door;
use futures_util::future::BoxFuture;
use tenants::{Desks, Scope};
use web::frame::Nav;
use web::{Problem, Reply};

use crate::Visit;

/// Shows a form that came when the session had ended already, filled in again: given the visit, the
/// token of the new session and the form as the surface sealed it. Nothing when it cannot be read.
pub type ShowKept =
    for<'a> fn(&'a Visit, &'a str, &'a str) -> BoxFuture<'a, Result<Option<Reply>, Problem>>;

/// Given by each surface once, shared by every request.
#[derive(Clone)]
pub struct StaffDoor {
    pub desks: Desks,
    /// A session of another door is none here.
    pub door: Door,
    /// Where the pages of the surface lead whoever is signed in.
    pub nav: fn(&Scope) -> &'static [Nav],
    /// Nothing where no form is ever kept.
    pub show_kept: Option<ShowKept>,
}
