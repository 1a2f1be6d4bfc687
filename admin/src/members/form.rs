//! Adding a member, and a member's own page.

use domain::StaffId;
use domain::identity::{self, Enrolment};
use domain::organisation::structure;
use poem::handler;
use poem::http::StatusCode;
use web::{Answer, At, Fields, Reply, show};

use super::{MemberPage, NewMemberPage, SecretsPage};
use crate::filled::Filled;
use crate::paths;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn new_member(visit: Visit) -> Answer {
    commit(visit.admin().await?).await?;
    show(NewMemberPage::of(&Filled::default()))
}

/// Answers with what was drawn, this once: nothing that leads to it again is kept. Whoever sends the
/// form twice is told that the user name is taken, and draws another password.
#[handler]
pub(crate) async fn enrol(visit: Visit, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let mut scope = visit.admin().await?;
    let (username, name) = (sent.text("username").to_owned(), sent.text("name").to_owned());
    let new = Enrolment { username, name, positions: Vec::new() };
    match identity::enrol_staff(&mut scope, new).await {
        Ok(secrets) => {
            let staff = identity::staff_named(&mut scope, sent.text("username")).await?;
            let file = identity::member(&mut scope, staff).await?;
            commit(scope).await?;
            let (password, totp) = (Some(secrets.password), Some(secrets.totp_secret));
            Reply::page(StatusCode::OK, &SecretsPage::of(&file.line, &visit.tenant, password, totp))
        }
        Err(error) => {
            drop(scope);
            commit(visit.admin().await?).await?;
            let told = sent.told(error, "username", visit.lang())?;
            told.answer(&NewMemberPage::of(&told))
        }
    }
}

#[handler]
pub(crate) async fn see(visit: Visit, At(id): At<StaffId>) -> Answer {
    shown(&visit, id, Filled::default()).await
}

#[handler]
pub(crate) async fn rename(visit: Visit, At(id): At<StaffId>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let mut scope = visit.admin().await?;
    match identity::rename_staff(&mut scope, id, sent.text("name")).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::member(id)).notice("admin-member-renamed"))
        }
        Err(error) => {
            drop(scope);
            shown(&visit, id, sent.told(error, "name", visit.lang())?).await
        }
    }
}

/// A member's page, with what a form on it told.
pub(super) async fn shown(visit: &Visit, id: StaffId, filled: Filled) -> Answer {
    let mut scope = visit.admin().await?;
    let file = identity::member(&mut scope, id).await?;
    let structure = structure(&mut scope).await?;
    let own = scope.caller().staff().is_some_and(|caller| caller.staff == id.0);
    commit(scope).await?;
    filled.answer(&MemberPage::of(&file, (&structure, own), (&filled, visit.lang())))
}
