//! What a visitor takes home, and what was registered at a counter of late.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use locale::tracking_code::TrackingCode;
use tenants::{Act, Scope};

use super::{Applicant, Office, office, store};
use crate::counter::{self, Reception};
use crate::documents::{self, Document};
use crate::{CaseId, DraftId, Error, Result, catalogue, drafts};

/// The receipt of a request that was registered at a counter.
#[derive(Debug, Clone)]
pub struct Receipt {
    pub id: CaseId,
    pub service: Arc<catalogue::Service>,
    pub code: TrackingCode,
    pub number: Option<String>,
    pub opened_at: DateTime<Utc>,
    pub promised_at: DateTime<Utc>,
    pub applicant: Applicant,
    pub documents: Vec<Document>,
    pub reception: Reception,
    /// Who has it now.
    pub office: Option<Arc<Office>>,
}

/// A request in the list of those registered at a counter.
#[derive(Debug, Clone)]
pub struct RegisteredLine {
    pub id: CaseId,
    pub service: Arc<catalogue::Service>,
    pub code: TrackingCode,
    pub number: Option<String>,
    pub stage: String,
    pub opened_at: DateTime<Utc>,
    pub promised_at: DateTime<Utc>,
}

/// The receipt, for whoever holds the counter at which the request was filled in. It says of the case
/// what its applicant may know, so the question is whether the draft that it was may be seen.
pub async fn receipt(scope: &mut Scope, id: CaseId) -> Result<Receipt> {
    let draft = drafts::draft(scope, DraftId(id.0)).await?;
    scope.allow(Act::See, &draft)?;
    let reception = counter::reception(scope, draft.id).await?.ok_or(Error::Missing("visitor"))?;
    let case = store::case(scope, id).await?.ok_or(Error::Missing("case"))?;
    let (applicant, _) = store::request(scope, id).await?;
    Ok(Receipt {
        id,
        service: draft.service,
        documents: documents::of_case(scope, id).await?,
        office: office::office(scope, id).await?,
        code: case.code,
        number: case.number,
        opened_at: case.opened_at,
        promised_at: case.promised_at,
        applicant,
        reception,
    })
}

/// What was registered last at the caller's counters, newest first.
pub async fn registered(scope: &mut Scope) -> Result<Vec<RegisteredLine>> {
    let positions = counter::allow_list(scope)?;
    let ids = counter::registered_at(scope, &positions).await?;
    let mut lines = Vec::with_capacity(ids.len());
    for id in ids {
        let case = store::case(scope, CaseId(id.0)).await?.ok_or(Error::Missing("case"))?;
        lines.push(RegisteredLine {
            id: case.id,
            service: catalogue::version(scope, case.version).await?,
            code: case.code,
            number: case.number,
            stage: case.stage,
            opened_at: case.opened_at,
            promised_at: case.promised_at,
        });
    }
    Ok(lines)
}
