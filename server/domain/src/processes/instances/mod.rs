//! Running processes, as far as they are searched for beside the case's own row: what waits for a
//! message, and services under way.

mod store;

use serde::{Deserialize, Serialize};

pub(crate) use store::{
    cancel_run, end_run, keep_message, rename_run, run, start_run, subscribe, take_message,
    unsubscribe,
};

/// A service task under way.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Run {
    pub(crate) case: crate::CaseId,
    pub(crate) token: u64,
    pub(crate) node: String,
    pub(crate) kind: String,
}
