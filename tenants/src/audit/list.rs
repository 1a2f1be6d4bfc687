//! Reading lines back, for whoever may: the caller asks.

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::store;
use crate::{Act, Fault, Kind, Scope};

/// Which lines are wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    pub since: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
    /// Calls of this member of staff.
    pub staff: Option<Uuid>,
    /// Calls in which this was asked, with the kind if that is given too.
    pub act: Option<Act>,
    pub kind: Option<Kind>,
    /// Only calls in which something was refused.
    pub refused: bool,
    /// Only lines before this one, in the order of the list: where a page begins.
    pub before: Option<(DateTime<Utc>, Uuid)>,
}

/// A line as it was written. Ids only: no line ever holds more of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub caller: Value,
    pub decisions: Value,
    /// Whether it is chained.
    pub sealed: bool,
}

/// The newest lines that are wanted, `most` at most.
pub async fn list(scope: &mut Scope, filter: &Filter, most: i64) -> Result<Vec<Entry>, Fault> {
    store::list(scope, filter, most).await
}

/// How many lines are chained.
pub async fn length(scope: &mut Scope) -> Result<i64, Fault> {
    Ok(store::head(scope).await?.seq)
}

/// When the newest line was written.
pub async fn last_at(scope: &mut Scope) -> Result<Option<DateTime<Utc>>, Fault> {
    store::last_at(scope).await
}
