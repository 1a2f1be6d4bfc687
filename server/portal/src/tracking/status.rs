//! Where a request stands, as JSON.

use chrono::{DateTime, Utc};
use domain::cases::Tracked;
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
pub(super) fn response(tracked: Option<&Tracked>, lang: Lang) -> Result<Response, Problem> {
    if let Some(tracked) = tracked {
        return json(StatusCode::OK, "application/json", &Status::of(tracked, lang));
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
    fn of(tracked: &'a Tracked, lang: Lang) -> Self {
        let office = tracked.office.as_ref().map(|office| Office {
            unit: office.unit.say(lang),
            position: office.position.say(lang),
            phone: office.phone.as_deref(),
        });
        Self {
            code: tracked.code.as_str(),
            number: tracked.number.as_deref(),
            stage: &tracked.stage,
            stage_text: stage(&tracked.stage, lang).word,
            opened_at: tracked.opened_at,
            promised_at: tracked.promised_at,
            office,
        }
    }
}
