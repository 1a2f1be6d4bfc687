//! An applicant's own cases.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use locale::tracking_code::TrackingCode;
use tenants::{Act, Caller, Kind, Relation, Resource, Scope};
use uuid::Uuid;

use super::{CaseState, store};
use crate::{AccountId, CaseId, Result, ServiceVersionId, catalogue};

/// A case in the applicant's list.
#[derive(Debug, Clone)]
pub struct CaseLine {
    pub id: CaseId,
    pub service: Arc<catalogue::Service>,
    pub code: TrackingCode,
    pub number: Option<String>,
    pub state: CaseState,
    pub stage: String,
    pub opened_at: DateTime<Utc>,
    pub promised_at: DateTime<Utc>,
}

struct OwnCases;

impl Resource for OwnCases {
    const KIND: Kind = Kind::Case;

    fn id(&self) -> Option<Uuid> {
        None
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}

/// Where a page of a list ended: the case that was last on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    pub opened_at: DateTime<Utc>,
    pub id: CaseId,
}

/// At most `limit` of the caller's cases, newest first, those after a case of the list; none of
/// services that a program's key does not reach.
pub async fn mine_after(
    scope: &mut Scope,
    after: Option<After>,
    limit: i64,
) -> Result<Vec<CaseLine>> {
    scope.allow(Act::List, &OwnCases)?;
    let Some(account) = scope.caller().account() else { return Ok(Vec::new()) };
    let services = scope.caller().client().and_then(|client| client.services.clone());
    let page = store::Page { services: services.as_deref(), after, limit };
    let rows = store::page_of_account(scope, AccountId(account), page).await?;
    lines(scope, rows).await
}

/// The caller's cases, newest first.
pub async fn mine(scope: &mut Scope) -> Result<Vec<CaseLine>> {
    scope.allow(Act::List, &OwnCases)?;
    let Some(account) = scope.caller().account() else { return Ok(Vec::new()) };
    let rows = store::of_account(scope, AccountId(account)).await?;
    lines(scope, rows).await
}

async fn lines(scope: &mut Scope, rows: Vec<store::LineRow>) -> Result<Vec<CaseLine>> {
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let version = ServiceVersionId(row.service_version_id);
        lines.push(CaseLine {
            id: CaseId(row.id),
            service: catalogue::version(scope, version).await?,
            code: store::code(&row.tracking_code)?,
            number: row.number,
            state: store::state(&row.state)?,
            stage: row.stage,
            opened_at: row.opened_at,
            promised_at: row.promised_at,
        });
    }
    Ok(lines)
}
