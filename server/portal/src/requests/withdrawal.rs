//! Taking a request back, after asking once more.

use domain::{CaseId, Error, Refusal, cases};
use poem::handler;
use web::{Answer, At, Fields, Reply, show};

use super::{WithdrawalPage, command, followed};
use crate::visit::{Visit, commit};
use crate::{paths, sign_in};

#[handler]
pub(crate) async fn page(visit: Visit, At(id): At<CaseId>) -> Answer {
    let Some(scope) = visit.applicant().await? else { return sign_in::first(&paths::request(id)) };
    let case = followed(scope, id).await?;
    if !case.may_withdraw {
        return Err(Error::Refused(Refusal::TooLateToWithdraw).into());
    }
    show(WithdrawalPage::of(&case, visit.lang()))
}

#[handler]
pub(crate) async fn withdraw(visit: Visit, At(id): At<CaseId>, fields: Fields) -> Answer {
    let path = paths::request(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
    cases::withdraw(&mut scope, id, command(&fields)?).await?;
    commit(scope).await?;
    Ok(Reply::to(path).notice("portal-withdrawn"))
}
