//! Following a case without signing in: by its code and one more thing the applicant knows.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use locale::tracking_code::TrackingCode;
use locale::{digits, identity::Mobile};
use sqlx::PgConnection;
use tenants::{Act, Caller, Glance, Kind, Relation, Resource, Scope, TenantId};
use uuid::Uuid;

use super::progress::{self, Progress};
use super::timeline::{self, Moment};
use super::{CaseState, Office, store};
use crate::{CaseId, Error, ProcessVersionId, Result, ServiceVersionId, catalogue, organisation};

/// Where a request stands: nothing that says who the applicant is.
#[derive(Debug, Clone)]
pub struct Status {
    pub code: TrackingCode,
    pub number: Option<String>,
    pub state: CaseState,
    pub stage: String,
    pub opened_at: DateTime<Utc>,
    pub promised_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub office: Option<Arc<Office>>,
}

/// What the public page shows.
#[derive(Debug, Clone)]
pub struct Tracked {
    pub service: Arc<catalogue::Service>,
    pub status: Status,
    pub timeline: Vec<Moment>,
    /// The stages of its process; none where the process names none.
    pub progress: Option<Progress>,
}

struct Tracking;

impl Resource for Tracking {
    const KIND: Kind = Kind::Case;

    fn id(&self) -> Option<Uuid> {
        None
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}

/// Look a case up by its code and a second fact: the last four digits of the national code or
/// company id, or the mobile number. An unknown code and a wrong fact are answered alike, by the
/// same statement.
pub async fn track(scope: &mut Scope, code: &str, fact: &str) -> Result<Tracked> {
    scope.allow(Act::Track, &Tracking)?;
    let (code, mark) = asked(scope, code, fact)?;
    let tenant = scope.tenant().id;
    let row = store::track(scope.conn(), tenant.0, (&code, &mark)).await?;
    let row = row.ok_or(Error::Missing("case"))?;
    let service = catalogue::version(scope, ServiceVersionId(row.service_version_id)).await?;
    let timeline = timeline::of_case(scope, CaseId(row.id)).await?;
    let stands = (row.stage.as_str(), store::state(&row.state)? == CaseState::Active);
    let process = ProcessVersionId(row.process_version_id);
    let progress = progress::public(scope, process, stands, &timeline).await?;
    let status = status_of(scope.conn(), tenant, (code, row)).await?;
    Ok(Tracked { service, status, timeline, progress })
}

/// The same look-up for programs, which ask often: the status alone, at a glance.
pub async fn status(glance: &mut Glance, code: &str, fact: &str) -> Result<Status> {
    glance.allow(Act::Track, &Tracking)?;
    let (code, mark) = asked(glance, code, fact)?;
    let tenant = glance.tenant().id;
    let row = store::track(glance.conn(), tenant.0, (&code, &mark)).await?;
    let row = row.ok_or(Error::Missing("case"))?;
    status_of(glance.conn(), tenant, (code, row)).await
}

fn asked(scope: &Scope, code: &str, fact: &str) -> Result<(TrackingCode, Vec<u8>)> {
    let code = TrackingCode::parse(code).ok_or(Error::Missing("case"))?;
    let mark = store::fact(scope, &code, &canonical(fact));
    Ok((code, mark))
}

async fn status_of(
    connection: &mut PgConnection,
    tenant: TenantId,
    (code, row): (TrackingCode, store::TrackRow),
) -> Result<Status> {
    let office = match row.role {
        Some(role) => {
            organisation::office(connection, tenant, store::seat_of(row.position_id, role)).await?
        }
        None => None,
    };
    Ok(Status {
        code,
        number: row.number,
        state: store::state(&row.state)?,
        stage: row.stage,
        opened_at: row.opened_at,
        promised_at: row.promised_at,
        closed_at: row.closed_at,
        office,
    })
}

fn canonical(fact: &str) -> String {
    let typed = digits::to_latin(fact.trim());
    match Mobile::parse(&typed) {
        Ok(mobile) => mobile.as_str().to_owned(),
        Err(_) => typed,
    }
}
