//! What the desk's handlers stand on.

use tenants::Desks;
use web::Places;

/// Given by the app once, shared by every request.
#[derive(Clone)]
pub struct DeskState {
    pub desks: Desks,
    /// Where the files host is.
    pub places: Places,
}
