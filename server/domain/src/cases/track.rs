//! Following a case without signing in: by its code and one more thing the applicant knows.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use locale::tracking_code::TrackingCode;
use locale::{digits, identity::Mobile};
use tenants::{Act, Caller, Kind, Relation, Resource, Scope};
use uuid::Uuid;

use super::timeline::{self, Moment};
use super::{CaseState, Office, store};
use crate::{CaseId, Error, Result, ServiceVersionId, catalogue};

/// What the public page shows: nothing that says who the applicant is.
#[derive(Debug, Clone)]
pub struct Tracked {
    pub case: CaseId,
    pub service: Arc<catalogue::Service>,
    pub code: TrackingCode,
    pub number: Option<String>,
    pub state: CaseState,
    pub stage: String,
    pub opened_at: DateTime<Utc>,
    pub promised_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub office: Option<Office>,
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
    let code = TrackingCode::parse(code).ok_or(Error::Missing("case"))?;
    let mark = store::fact(scope, &code, &canonical(fact));
    let row = store::track(scope, &code, &mark).await?.ok_or(Error::Missing("case"))?;
    let office = match (row.unit, row.position) {
        (Some(unit), Some(position)) => Some(Office {
            unit: serde_json::from_value(unit)?,
            position: serde_json::from_value(position)?,
            phone: row.phone,
        }),
        _ => None,
    };
    Ok(Tracked {
        case: CaseId(row.id),
        service: catalogue::version(scope, ServiceVersionId(row.service_version_id)).await?,
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

/// The public timeline of a case that was just looked up.
impl Tracked {
    pub async fn timeline(&self, scope: &mut Scope) -> Result<Vec<Moment>> {
        timeline::of_case(scope, self.case).await
    }
}

fn canonical(fact: &str) -> String {
    let typed = digits::to_latin(fact.trim());
    match Mobile::parse(&typed) {
        Ok(mobile) => mobile.as_str().to_owned(),
        Err(_) => typed,
    }
}
