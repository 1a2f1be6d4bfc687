//! Following any request by its code and one more thing that its applicant knows.

use chrono::{DateTime, Utc};
use domain::cases::{self, Tracked};
use locale::words::Lang;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::client::{Client, commit};
use crate::problem::Shown;
use crate::requests::Office;
use crate::services::Tag;
use crate::words::stage;

/// What opens the public state of a request.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct TrackingQuery {
    code: String,
    fact: String,
}

/// Where a request stands; nothing that says whose it is.
#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct Status {
    service: String,
    tracking_code: String,
    number: Option<String>,
    state: String,
    stage: String,
    stage_text: String,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    office: Option<Office>,
}

pub(crate) struct TrackingApi;

#[OpenApi(tag = "Tag::Tracking")]
impl TrackingApi {
    #[oai(path = "/tracking", method = "post", operation_id = "track_request")]
    async fn track(&self, client: Client, asked: Json<TrackingQuery>) -> Shown<Status> {
        let (visit, mut scope) = client.enter();
        visit.state.pace.of_code(visit.tenant.id, &asked.code)?;
        let tracked = cases::track(&mut scope, &asked.code, &asked.fact).await?;
        commit(scope).await?;
        Ok(Json(Status::of(&tracked, visit.lang)))
    }
}

impl Status {
    fn of(case: &Tracked, lang: Lang) -> Self {
        let status = &case.status;
        Self {
            service: case.service.key.clone(),
            tracking_code: status.code.as_str().to_owned(),
            number: status.number.clone(),
            state: <&str>::from(status.state).to_owned(),
            stage: status.stage.clone(),
            stage_text: stage(&status.stage, lang),
            opened_at: status.opened_at,
            promised_at: status.promised_at,
            closed_at: status.closed_at,
            office: status.office.as_ref().map(|office| Office::of(office, lang)),
        }
    }
}
