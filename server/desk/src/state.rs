//! What the desk's handlers stand on.

use gateways::Store;
use tenants::Desks;
use web::Places;

/// Given by the app once, shared by every request.
#[derive(Clone)]
pub struct DeskState {
    pub desks: Desks,
    /// Where scans are kept.
    pub store: Store,
    /// Where the files host is.
    pub places: Places,
}
