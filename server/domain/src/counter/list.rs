//! What lies at a counter.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use tenants::{Act, Scope};

use super::model::Counters;
use super::store;
use crate::catalogue::Service;
use crate::{DraftId, PositionId, Result, drafts};

/// A draft at a counter.
#[derive(Debug, Clone)]
pub struct CounterDraft {
    pub id: DraftId,
    pub service: Arc<Service>,
    /// For whom it is filled in.
    pub name: String,
    pub updated_at: DateTime<Utc>,
}

/// Whether the caller receives visitors at all; it decides only what is shown.
pub fn is_open_to(scope: &Scope) -> bool {
    scope.caller().staff().is_some() && scope.may(Act::List, &Counters)
}

/// The unfinished drafts at the caller's counters, newest first.
pub async fn drafts(scope: &mut Scope) -> Result<Vec<CounterDraft>> {
    let positions = allow_list(scope)?;
    let lines = drafts::at_positions(scope, &positions).await?;
    let mut drafts = Vec::with_capacity(lines.len());
    for line in lines {
        let visitor = store::visitor(scope, line.id).await?;
        drafts.push(CounterDraft {
            id: line.id,
            service: line.service,
            name: visitor.map(|row| row.visitor.name().to_owned()).unwrap_or_default(),
            updated_at: line.updated_at,
        });
    }
    Ok(drafts)
}

/// Ask whether what lies at the caller's counters may be listed; answers which those are.
pub(crate) fn allow_list(scope: &mut Scope) -> Result<Vec<PositionId>> {
    scope.allow(Act::List, &Counters)?;
    let member = scope.caller().staff();
    let held = member.map(|member| member.positions.as_slice()).unwrap_or_default();
    Ok(held.iter().map(|held| PositionId(held.position)).collect())
}
