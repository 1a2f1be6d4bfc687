//! The members of staff: who can sign in, what they hold, and secrets that are drawn for them.

mod file_page;
mod form;
mod list_page;
mod new_page;
pub(crate) mod samples;
mod secrets;
mod secrets_page;
mod state;

pub(crate) use file_page::MemberPage;
pub(crate) use form::{enrol, new_member, rename, see};
pub(crate) use list_page::MembersPage;
pub(crate) use new_page::NewMemberPage;
pub(crate) use secrets::{reset_authenticator, reset_password};
pub(crate) use secrets_page::SecretsPage;
pub(crate) use state::{end_sessions, restore, suspend};

use domain::{StaffId, identity};
use poem::handler;
use poem::web::Query;
use serde::Deserialize;
use web::{Answer, At, go, show};

use crate::paths;
use crate::visit::{Visit, commit};

/// Whom somebody looks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Sought {
    q: String,
}

#[handler]
pub(crate) async fn list(visit: Visit, sought: Option<Query<Sought>>) -> Answer {
    let sought = sought.map(|Query(sought)| sought.q).unwrap_or_default();
    let mut scope = visit.admin().await?;
    let members = identity::members(&mut scope, &sought).await?;
    let structure = domain::organisation::structure(&mut scope).await?;
    commit(scope).await?;
    show(MembersPage::of(&members, &structure, (&sought, visit.lang())))
}

/// What is done to a member has addresses of its own. Loaded anew, each is the member's page.
#[handler]
pub(crate) fn whole(At(id): At<StaffId>) -> Answer {
    go(paths::member(id))
}
