//! Going on with a new token.

use tenants::Scope;

use super::{Session, SignedIn, store, token};
use crate::{Error, Result};

/// Give a session a new token; the one it had opens nothing any more. How long it lasts stays.
pub(crate) async fn renew(scope: &mut Scope, session: Session) -> Result<SignedIn> {
    let token = token::new_token();
    if !store::replace_token(scope, session.id, &token::hash(&token)).await? {
        return Err(Error::Missing("session"));
    }
    Ok(SignedIn { token, session })
}
