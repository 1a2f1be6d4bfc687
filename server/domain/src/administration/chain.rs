//! Whether the audit log is as it was written.

use tenants::audit::{self, Flaw};
use tenants::{Desks, Scope};

use crate::Result;
use crate::organisation::admit_admin;

/// A chain of up to this many lines is read whole whenever the log is looked at, which takes about as
/// long as a page does. A longer one is read when somebody asks for it.
const AT_ONCE: i64 = 5_000;

/// What is known of the chain now.
#[derive(Debug, PartialEq, Eq)]
pub enum Chain {
    /// Every line follows from the one before it; so many do, and so many were written just now and
    /// wait to be chained.
    Sound { lines: u64, unsealed: u64 },
    /// Somebody changed something behind the product's back.
    Broken(Flaw),
    /// It is long, and nobody asked for it.
    Unread { lines: i64 },
}

/// Read the chain: a short one always, a long one when it is `asked` for.
pub async fn chain(scope: &mut Scope, desks: &Desks, asked: bool) -> Result<Chain> {
    admit_admin(scope)?;
    let lines = audit::length(scope).await?;
    if lines > AT_ONCE && !asked {
        return Ok(Chain::Unread { lines });
    }
    let report = audit::verify(desks, &scope.tenant().clone()).await?;
    Ok(match report.flaw {
        Some(flaw) => Chain::Broken(flaw),
        None => Chain::Sound { lines: report.sound, unsealed: report.unsealed },
    })
}
