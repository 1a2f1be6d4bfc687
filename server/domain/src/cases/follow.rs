//! The applicant's page of a case.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use forms::Answers;
use locale::tracking_code::TrackingCode;
use tenants::{Act, Scope, Text};

use super::ground::Ground as _;
use super::progress::{self, Progress};
use super::timeline::{self, Moment};
use super::{
    Applicant, CaseState, Decision, DocumentRequest, Office, decision, office, stake, store,
};
use crate::documents::{self, Document};
use crate::{CaseId, Error, Result, catalogue};

/// What is still to be handed in, with what lies ready.
#[derive(Debug, Clone)]
pub struct OpenRequest {
    pub request: DocumentRequest,
    pub staged: Vec<Document>,
}

/// A case as its applicant sees it.
#[derive(Debug, Clone)]
pub struct Followed {
    pub id: CaseId,
    pub service: Arc<catalogue::Service>,
    pub code: TrackingCode,
    pub number: Option<String>,
    pub state: CaseState,
    pub stage: String,
    pub opened_at: DateTime<Utc>,
    pub promised_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub applicant: Applicant,
    pub answers: Answers,
    pub documents: Vec<Document>,
    pub office: Option<Arc<Office>>,
    pub timeline: Vec<Moment>,
    /// The stages of its process; none where the process names none.
    pub progress: Option<Progress>,
    pub asked: Option<OpenRequest>,
    /// The answer, once there is one: with the reason's words and what can be done about it.
    pub decision: Option<Decided>,
    pub may_withdraw: bool,
}

/// The case, for whose it is.
pub async fn follow(scope: &mut Scope, id: CaseId) -> Result<Followed> {
    let case = store::case(scope, id).await?.ok_or(Error::Missing("case"))?;
    let stake = stake::stake(scope, &case).await?;
    scope.allow(Act::See, &stake)?;
    let (applicant, answers) = store::request(scope, id).await?;
    let decision = decided(scope, id).await?;
    let may_withdraw = case.is_open() && decision.is_none() && scope.may(Act::Withdraw, &stake);
    let timeline = timeline::of_case(scope, id).await?;
    let stands = (case.stage.as_str(), case.is_open());
    Ok(Followed {
        id,
        service: catalogue::version(scope, case.version).await?,
        asked: asked(scope, id, case.is_open()).await?,
        documents: documents::of_case(scope, id).await?,
        office: office::office(scope, id).await?,
        progress: progress::public(scope, case.process, stands, &timeline).await?,
        timeline,
        code: case.code,
        number: case.number,
        state: case.state,
        stage: case.stage,
        opened_at: case.opened_at,
        promised_at: case.promised_at,
        closed_at: case.closed_at,
        applicant,
        answers,
        decision,
        may_withdraw,
    })
}

async fn asked(scope: &mut Scope, id: CaseId, open: bool) -> Result<Option<OpenRequest>> {
    if !open {
        return Ok(None);
    }
    let Some(request) = scope.asked(id).await? else { return Ok(None) };
    let staged = documents::of_request(scope, request.id).await?;
    Ok(Some(OpenRequest { request, staged }))
}

/// A decision with the words of its reason and the agency's advice.
pub type Decided = (Decision, Option<Text>, Option<Text>);

pub(super) async fn decided(scope: &mut Scope, id: CaseId) -> Result<Option<Decided>> {
    let Some(decision) = store::decision(scope, id).await? else { return Ok(None) };
    let reasons = decision::reasons(scope).await?;
    let reason = reasons.into_iter().find(|r| r.key == decision.reason);
    let (title, advice) = reason.map_or((None, None), |r| (Some(r.title), r.advice));
    Ok(Some((decision, title, advice)))
}
