//! Which surface answers on which host, and what they stand on.

use poem::endpoint::BoxEndpoint;
use poem::{EndpointExt as _, Response, Route};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub use crate::start::Parts;

/// Everything that surfaces and worker share.
#[derive(Clone)]
pub struct State {
    pub parts: Parts,
}

/// Put the parts together.
pub async fn open(parts: Parts) -> anyhow::Result<State> {
    Ok(State { parts })
}

/// What answers people's requests.
pub fn site(_state: &State) -> BoxEndpoint<'static, Response> {
    Route::new().map_to_response().boxed()
}

/// What works on jobs until `stop` is cancelled.
pub fn worker(_state: &State, stop: CancellationToken) -> JoinHandle<()> {
    tokio::spawn(stop.cancelled_owned())
}
