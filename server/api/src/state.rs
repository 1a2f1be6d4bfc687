//! What the API's handlers stand on.

use std::path::PathBuf;
use std::sync::Arc;

use gateways::Store;
use tenants::Desks;
use web::Places;

use crate::pace::Pace;

/// Given by the app once, shared by every request.
#[derive(Clone)]
pub struct ApiState {
    pub desks: Desks,
    pub store: Store,
    /// Where the files host is.
    pub places: Places,
    /// Where uploads wait for their check.
    pub spool: PathBuf,
    /// How often the API may be asked.
    pub pace: Arc<Pace>,
    /// Whether programs reach us over HTTPS.
    pub https: bool,
}
