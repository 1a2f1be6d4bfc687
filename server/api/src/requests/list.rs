//! The list of requests, page by page.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use domain::CaseId;
use domain::cases::{self, After, CaseLine};
use locale::words::Lang;
use poem_openapi::Object;
use tenants::Scope;
use uuid::Uuid;

use crate::problem::Problem;
use crate::words::stage;

/// As many stand on a page where nothing is said.
const USUAL: u16 = 20;

/// A page of the list, newest first.
#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct RequestList {
    requests: Vec<RequestLine>,
    next: Option<String>,
}

#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct RequestLine {
    id: Uuid,
    service: String,
    tracking_code: String,
    number: Option<String>,
    state: String,
    stage: String,
    stage_text: String,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
}

/// Reads one case more than is shown, to know whether another page follows.
pub(super) async fn page(
    scope: &mut Scope,
    after: Option<&str>,
    limit: Option<u16>,
    lang: Lang,
) -> Result<RequestList, Problem> {
    let after = after.map(|text| read(text).ok_or(Problem::Parameter("after"))).transpose()?;
    let limit = usize::from(limit.unwrap_or(USUAL));
    let wanted = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut cases = cases::mine_after(scope, after, wanted).await?;
    let more = cases.len() > limit;
    cases.truncate(limit);
    Ok(RequestList {
        next: cases.last().filter(|_| more).map(written),
        requests: cases.iter().map(|case| line(case, lang)).collect(),
    })
}

fn line(case: &CaseLine, lang: Lang) -> RequestLine {
    RequestLine {
        id: case.id.0,
        service: case.service.key.clone(),
        tracking_code: case.code.as_str().to_owned(),
        number: case.number.clone(),
        state: <&str>::from(case.state).to_owned(),
        stage: case.stage.clone(),
        stage_text: stage(&case.stage, lang),
        opened_at: case.opened_at,
        promised_at: case.promised_at,
    }
}

/// Where a page ended, in a form that says of itself that nobody should read it.
fn written(case: &CaseLine) -> String {
    let at = case.opened_at.timestamp_micros().to_be_bytes();
    URL_SAFE_NO_PAD.encode([at.as_slice(), case.id.0.as_bytes()].concat())
}

fn read(text: &str) -> Option<After> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (at, id) = bytes.split_at_checked(8)?;
    let opened_at = DateTime::from_timestamp_micros(i64::from_be_bytes(at.try_into().ok()?))?;
    // PostgreSQL knows no later years.
    let within = (0..=253_402_300_799).contains(&opened_at.timestamp());
    within.then_some(After { opened_at, id: CaseId(Uuid::from_slice(id).ok()?) })
}
