//! Why an operation did not happen: five kinds and no more.

use forms::{Flaw, Problems};
use sqlx::error::DatabaseError;
use tenants::Denied;

use crate::Refusal;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is none, or none this caller may know of.
    #[error("no such {0}")]
    Missing(&'static str),

    /// The policy said no.
    #[error(transparent)]
    Denied(#[from] Denied),

    /// What was sent does not fit the form.
    #[error("some of the answers need another look")]
    Invalid(Problems),

    /// A rule of the house said no, and the caller can be told which.
    #[error("refused: {}", .0.code())]
    Refused(Refusal),

    /// Something broke. The caller is told nothing; the log is told everything.
    #[error(transparent)]
    Fault(#[from] anyhow::Error),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// `lock_not_available`: somebody else holds the row for longer than the lock timeout.
const LOCKED: &str = "55P03";

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(DatabaseError::code);
        if code.as_deref() == Some(LOCKED) {
            return Self::Refused(Refusal::Busy);
        }
        Self::Fault(error.into())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl Error {
    /// What has to be there is not: a fault of ours, and not the answer "there is none".
    ///
    /// A job whose subject is missing counts as done; one that cannot be done because the books are
    /// wrong must not.
    pub(crate) fn unexpected(self) -> Self {
        match self {
            Self::Missing(what) => {
                Self::Fault(anyhow::anyhow!("there has to be a {what} and is none"))
            }
            other => other,
        }
    }

    /// One field of what was sent needs another look.
    pub fn invalid(field: &str, code: &str) -> Self {
        Self::Invalid(Problems::one(field, Flaw::new(code)))
    }
}
