//! Requests: the applicant's list, one request with all that happened to it, its receipt, handing
//! in what was asked for, taking it back, and taking one made in person into the account.

mod asked_view;
pub(crate) mod follow;
pub(crate) mod link;
mod link_page;
mod list_page;
mod progress;
mod receipt_page;
mod request_page;
mod stage;
pub(crate) mod supply;
mod timeline;
pub(crate) mod withdrawal;
mod withdrawal_page;

use domain::CaseId;
use domain::cases::{self, Followed};
use tenants::Scope;
use uuid::Uuid;
use web::{Fields, Problem};

pub(crate) use link_page::LinkPage;
pub(crate) use list_page::ListPage;
pub(crate) use progress::progress;
pub(crate) use receipt_page::ReceiptPage;
pub(crate) use request_page::{OfficeView, RequestPage};
pub(crate) use stage::{StageView, stage};
pub(crate) use timeline::{Entry, entries};
pub(crate) use withdrawal_page::WithdrawalPage;

use crate::visit::commit;

/// The case, for its applicant; the call ends with it.
async fn followed(mut scope: Scope, id: CaseId) -> Result<Followed, Problem> {
    let followed = cases::follow(&mut scope, id).await?;
    commit(scope).await?;
    Ok(followed)
}

/// Minted with the page: however often the form is sent, its work is done once.
fn command(fields: &Fields) -> Result<Uuid, Problem> {
    fields.text("_command")?.parse().map_err(|_| Problem::BadRequest("no command"))
}
