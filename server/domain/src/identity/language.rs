//! The language that a person reads, kept with the person and not with a browser: pages follow it
//! wherever one signs in, and notices are written in it.

use locale::words::Lang;
use tenants::Scope;

use super::sessions::Who;
use super::{accounts, staff};
use crate::{AccountId, Result, StaffId};

/// In which language somebody reads the page on which they sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    pub lang: Lang,
    /// Whether it was chosen on this browser by a visitor, who now says who it is.
    pub chosen: bool,
}

/// Keep the language that the caller chose. A visitor has nowhere to keep it but the browser.
pub async fn change_language(scope: &mut Scope, lang: Lang) -> Result<()> {
    let caller = scope.caller();
    match (caller.account().map(AccountId), caller.staff().map(|m| StaffId(m.staff))) {
        (Some(account), _) => accounts::set_language(scope, account, lang).await,
        (None, Some(member)) => staff::set_language(scope, member, lang).await,
        (None, None) => Ok(()),
    }
}

/// The language of whoever signs in here. What they kept goes before what this browser happens to
/// show, which may be left over from somebody else; what they have just chosen on it, before they
/// said who they are, is newer and goes before both. The first sign-in keeps the language of its page.
pub(super) async fn settle(scope: &mut Scope, who: &Who, reading: Reading) -> Result<Lang> {
    let kept = match who {
        Who::Account(account) => accounts::language(scope, *account).await?,
        Who::Staff { id, .. } => staff::language(scope, *id).await?,
    };
    match kept {
        Some(kept) if !reading.chosen || kept == reading.lang => return Ok(kept),
        _ => {}
    }
    match who {
        Who::Account(account) => accounts::set_language(scope, *account, reading.lang).await?,
        Who::Staff { id, .. } => staff::set_language(scope, *id, reading.lang).await?,
    }
    Ok(reading.lang)
}
