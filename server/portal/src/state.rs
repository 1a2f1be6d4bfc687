//! What the portal's handlers stand on.

use std::sync::Arc;

use gateways::Store;
use tenants::Desks;
use web::Places;

use crate::tracking::LookUps;

/// Given by the app once, shared by every request.
#[derive(Clone)]
pub struct PortalState {
    pub desks: Desks,
    pub store: Store,
    /// Where the files host is.
    pub places: Places,
    /// How often the tracking page may be asked.
    pub look_ups: Arc<LookUps>,
}
