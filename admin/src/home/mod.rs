//! The console's first page: what the agency is made of, and what changed lately.

mod no_right;
mod page;

use domain::administration;
use poem::handler;
use tenants::CENTRAL;
use web::{Answer, go, show};

pub(crate) use no_right::NoRightPage;
pub(crate) use page::HomePage;

use crate::paths;
use crate::state::nav;
use crate::visit::{Visit, commit};

/// The operator's first page is the list of agencies, which the operator's own policy opens.
#[handler]
pub(crate) async fn see(visit: Visit) -> Answer {
    if visit.tenant.slug == CENTRAL {
        commit(visit.colleague().await?).await?;
        return go(paths::TENANTS);
    }
    let mut scope = visit.admin().await?;
    let overview = administration::overview(&mut scope).await?;
    commit(scope).await?;
    show(HomePage::of(&overview, nav(&visit.tenant), &visit))
}
