//! Taking a request that was registered at a counter into one's own account.

use domain::{Error, cases};
use poem::handler;
use poem::http::StatusCode;
use web::{Answer, Fields, Reply, show};

use super::LinkPage;
use crate::visit::{Visit, commit};
use crate::{paths, sign_in};

#[handler]
pub(crate) async fn page(visit: Visit) -> Answer {
    let Some(scope) = visit.applicant().await? else { return sign_in::first(paths::LINK) };
    commit(scope).await?;
    show(LinkPage::default())
}

/// Looked up as rarely as on the public page: the code is counted whether or not a request has it.
#[handler]
pub(crate) async fn link(visit: Visit, fields: Fields) -> Answer {
    let (code, fact) = (fields.text("code")?, fields.text("fact")?);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(paths::LINK) };
    visit.state.look_ups.check(&visit, code)?;
    match cases::link(&mut scope, code, fact).await {
        Ok(case) => {
            commit(scope).await?;
            Ok(Reply::to(paths::request(case)).notice("portal-linked"))
        }
        // An unknown code, a wrong fact and a request that is somebody else's: the same page.
        Err(Error::Missing(_)) => {
            commit(scope).await?;
            Reply::page(StatusCode::NOT_FOUND, &LinkPage::unknown(code, visit.lang()))
        }
        Err(other) => Err(other.into()),
    }
}
