//! What pages of signing in carry along.

use serde::Serialize;

use crate::{Fields, Problem, paths::safe_path};

/// Where to go on once somebody is recognised, and what to do then.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Along {
    /// An address of ours.
    pub next: String,
    /// What was sent when the session had ended already, sealed; empty when nothing was.
    pub kept: String,
}

impl Along {
    pub fn of<const LIMIT: usize>(fields: &Fields<LIMIT>) -> Result<Self, Problem> {
        let next = safe_path(fields.text("next")?).to_owned();
        Ok(Self { next, kept: fields.text("kept")?.to_owned() })
    }
}
