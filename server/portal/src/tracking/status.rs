//! Where a request stands, as JSON.

use chrono::{DateTime, Utc};
use domain::cases;
use locale::words::{Lang, say1};
use poem::Response;
use poem::http::StatusCode;
use serde::Serialize;
use web::Problem;

use crate::requests::stage;

#[derive(Serialize)]
struct Status<'a> {
    code: &'a str,
    number: Option<&'a str>,
    stage: &'a str,
    stage_text: String,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    office: Option<Office<'a>>,
}

#[derive(Serialize)]
struct Office<'a> {
    unit: &'a str,
    position: &'a str,
    phone: Option<&'a str>,
}

/// A problem body (RFC 9457).
#[derive(Serialize)]
struct NotFound {
    r#type: &'static str,
    title: String,
    status: u16,
}

/// The status, or the same "not found" for an unknown code and a wrong fact.
pub(super) fn response(found: Option<&cases::Status>, lang: Lang) -> Result<Response, Problem> {
    if let Some(found) = found {
        return json(StatusCode::OK, "application/json", &Status::of(found, lang));
    }
    let title = say1(lang, "portal-tracking-unknown");
    let body = NotFound { r#type: "about:blank", title, status: 404 };
    json(StatusCode::NOT_FOUND, "application/problem+json", &body)
}

fn json(status: StatusCode, kind: &str, body: &impl Serialize) -> Result<Response, Problem> {
    let body = serde_json::to_vec(body).map_err(|error| Problem::Fault(error.into()))?;
    Ok(Response::builder().status(status).content_type(kind).body(body))
}

impl<'a> Status<'a> {
    fn of(found: &'a cases::Status, lang: Lang) -> Self {
        let office = found.office.as_ref().map(|office| Office {
            unit: office.unit.say(lang),
            position: office.position.say(lang),
            phone: office.phone.as_deref(),
        });
        Self {
            code: found.code.as_str(),
            number: found.number.as_deref(),
            stage: &found.stage,
            stage_text: stage(&found.stage, lang).word,
            opened_at: found.opened_at,
            promised_at: found.promised_at,
            office,
        }
    }
}
