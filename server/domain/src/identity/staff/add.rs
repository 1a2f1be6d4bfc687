//! Adding a member of staff.

use tenants::Scope;

use super::secret::seal_secret;
use super::{password, store};
use crate::{Error, Result, StaffId};

/// A member of staff to add.
pub(crate) struct NewStaff {
    /// Small Latin letters, digits, dots, dashes and underscores; unique within the agency.
    pub(crate) username: String,
    pub(crate) name: String,
    pub(crate) password: String,
    /// Without one the member cannot sign in: a second factor is compulsory.
    pub(crate) totp_secret: Option<Vec<u8>>,
}

/// Add somebody who can sign in at the desk; positions come by appointment.
pub(crate) async fn add_staff(scope: &mut Scope, new: NewStaff) -> Result<StaffId> {
    let username = canonical(&new.username);
    if !is_username(&username) {
        return Err(Error::invalid("username", "username-format"));
    }
    if let Some(problem) = password::problem(&new.password, &username, &scope.tenant().slug) {
        return Err(Error::invalid("password", problem));
    }
    let id = StaffId::new();
    let password_hash = password::hash(&new.password).await?;
    let totp_sealed = match &new.totp_secret {
        Some(secret) => Some(seal_secret(scope, id, secret)?),
        None => None,
    };
    let row = store::StaffRow { id, username, name: new.name, password_hash, totp_sealed };
    store::insert_staff(scope, &row).await?;
    Ok(id)
}

/// A user name as it is kept and compared, however it was typed.
pub(super) fn canonical(username: &str) -> String {
    locale::digits::to_latin(username.trim()).to_lowercase()
}

pub(super) fn is_username(name: &str) -> bool {
    let plain =
        |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'_');
    (2..=64).contains(&name.len()) && name.bytes().all(plain)
}
