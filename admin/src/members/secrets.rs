//! Drawing a password or an authenticator's key for a member who has lost theirs.

use domain::StaffId;
use domain::identity;
use poem::handler;
use poem::http::StatusCode;
use web::{Answer, At, Fields, Reply};

use super::SecretsPage;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn reset_password(visit: Visit, At(id): At<StaffId>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    let password = identity::reset_password(&mut scope, id).await?;
    let file = identity::member(&mut scope, id).await?;
    commit(scope).await?;
    let page = SecretsPage::of(&file.line, &visit.tenant, Some(password), None);
    Reply::page(StatusCode::OK, &page)
}

#[handler]
pub(crate) async fn reset_authenticator(
    visit: Visit,
    At(id): At<StaffId>,
    _fields: Fields,
) -> Answer {
    let mut scope = visit.admin().await?;
    let key = identity::reset_authenticator(&mut scope, id).await?;
    let file = identity::member(&mut scope, id).await?;
    commit(scope).await?;
    let page = SecretsPage::of(&file.line, &visit.tenant, None, Some(key));
    Reply::page(StatusCode::OK, &page)
}
