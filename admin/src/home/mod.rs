//! The console's first page: what can be looked after here.

mod no_right;
mod page;

use poem::handler;
use web::{Answer, show};

pub(crate) use no_right::NoRightPage;
pub(crate) use page::HomePage;

use crate::state::nav;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn see(visit: Visit) -> Answer {
    let scope = visit.admin().await?;
    commit(scope).await?;
    show(HomePage::of(nav(&visit.tenant), &visit))
}
