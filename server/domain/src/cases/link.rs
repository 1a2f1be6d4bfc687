//! Taking a request that was registered at a counter into one's own account.
//!
//! What a clerk typed proves nothing: a number of identity is known to many, and a mobile can be
//! mistyped or belong to a son. So a request from a counter is in no account by itself. Whoever wants
//! it there has proved a mobile by signing in, and brings the tracking code from the receipt with
//! one of two second facts:
//! - the mobile noted as the applicant's own is the very one that was proved: nothing more is asked;
//! - any other mobile: the whole number of identity, not the last four digits that open the public
//!   page, because an account shows every answer and document and the public page shows none.
//!
//! A request has one account. Once it has one, to everybody else it is as if there were none, and so
//! it is with a wrong fact and an unknown code.

use locale::digits;
use locale::identity::Mobile;
use locale::tracking_code::TrackingCode;
use tenants::{Act, Caller, Kind, Relation, Resource, Scope};
use uuid::Uuid;

use super::{Applicant, hold, store};
use crate::events::Event;
use crate::{AccountId, CaseId, Error, Result, identity};

struct Linking;

impl Resource for Linking {
    const KIND: Kind = Kind::Case;

    fn id(&self) -> Option<Uuid> {
        None
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}

/// Take the request with this code into the caller's account. `fact` may be empty where the proved
/// mobile is the applicant's own. Doing it again changes nothing.
pub async fn link(scope: &mut Scope, code: &str, fact: &str) -> Result<CaseId> {
    scope.allow(Act::Link, &Linking)?;
    let account = scope.caller().account().map(AccountId).ok_or(Error::Missing("account"))?;
    let code = TrackingCode::parse(code).ok_or(Error::Missing("case"))?;
    let id = store::with_code(scope, &code).await?.ok_or(Error::Missing("case"))?;
    let mut case = hold::hold(scope, id).await?;
    match case.account {
        Some(its) if its == account => return Ok(id),
        Some(_) => return Err(Error::Missing("case")),
        None => {}
    }
    let (applicant, _) = store::request(scope, id).await?;
    let proved = identity::account_mobile(scope, account).await?;
    if !is_known(&applicant, &proved, fact) {
        return Err(Error::Missing("case"));
    }
    store::set_account(scope, id, account).await?;
    case.account = Some(account);
    case.note(Event::Linked);
    hold::save(scope, case).await?;
    Ok(id)
}

fn is_known(applicant: &Applicant, proved: &Mobile, fact: &str) -> bool {
    let own = applicant.owns_mobile && applicant.mobile.as_deref() == Some(proved.as_str());
    let typed: String = digits::to_latin(fact).chars().filter(char::is_ascii_digit).collect();
    own || applicant.numbers().any(|number| *number == typed)
}
