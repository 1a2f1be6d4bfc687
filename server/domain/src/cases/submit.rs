//! Submitting a request: the desk opens a case.

use bpmn::{Position, Trigger};
use chrono::{DateTime, Utc};
use forms::Answers;
use locale::tracking_code::TrackingCode;
use tenants::{Act, Caller, Scope};

use super::model::{Case, CaseState};
use super::store::NewCase;
use super::{Applicant, advance, hold, store};
use crate::documents::{self, Owner};
use crate::drafts::{self, Draft};
use crate::events::Event;
use crate::{CaseId, DraftId, Result, catalogue, deadlines, identity};

/// What the applicant is told at once.
#[derive(Debug, Clone)]
pub struct Submitted {
    pub case: CaseId,
    pub code: TrackingCode,
    pub promised_at: DateTime<Utc>,
}

/// Submit a draft. The answers are checked against the form as it was published when the applicant
/// began. The process starts in the same transaction, so no one ever meets a case without a first
/// step. Submitting the same draft again answers with the case it became.
pub async fn submit(scope: &mut Scope, id: DraftId) -> Result<Submitted> {
    let draft = drafts::hold(scope, id).await?;
    scope.allow(Act::Submit, &draft)?;
    let case = CaseId(id.0);
    if draft.submitted_at.is_some() {
        return store::submitted(scope, case).await;
    }
    catalogue::is_open(scope, draft.service.id).await?;
    let documents = documents::hold(scope, Owner::Draft(id)).await?;
    let answers = drafts::answers(&draft, &documents)?;
    let submitted = open(scope, case, &draft, &answers).await?;
    documents::keep(scope, Owner::Draft(id), case).await?;
    drafts::set_submitted(scope, id).await?;
    Ok(submitted)
}

async fn open(
    scope: &mut Scope,
    id: CaseId,
    draft: &Draft,
    answers: &Answers,
) -> Result<Submitted> {
    let mobile = identity::account_mobile(scope, draft.account).await?;
    let applicant = Applicant::of(&draft.service.form, answers, mobile.as_str());
    let mut case = new_case(scope, id, draft, answers).await?;
    let submitted = Submitted { case: id, code: case.code.clone(), promised_at: case.promised_at };

    case.applicant = Some(applicant.clone());
    case.note(Event::Opened);
    advance::advance(scope, &mut case, &Trigger::Start).await?;
    let channel = channel(scope.caller());
    let new = NewCase { service: draft.service.id, channel, applicant: &applicant, answers };
    hold::open_new(scope, case, new).await?;
    Ok(submitted)
}

/// The way on which a request came.
fn channel(caller: &Caller) -> &'static str {
    match caller {
        Caller::Client(..) => "api",
        _ => "portal",
    }
}

async fn new_case(scope: &mut Scope, id: CaseId, draft: &Draft, answers: &Answers) -> Result<Case> {
    let promise = &draft.service.sheet.duration.span;
    let promised_at = deadlines::calendar(scope).await?.add(scope.now(), promise);
    Ok(Case {
        id,
        version: draft.service.version,
        process: draft.service.process,
        code: TrackingCode::generate(&mut rand::rng()),
        number: None,
        account: Some(draft.account),
        state: CaseState::Active,
        stage: "submitted".to_owned(),
        position: Position::default(),
        // The answers that the process may ask: those whose fields say so, and no others.
        vars: draft.service.form.process_variables(answers),
        next_no: 1,
        event_head: Vec::new(),
        opened_at: scope.now(),
        promised_at,
        closed_at: None,
        applicant: None,
        news: Vec::new(),
    })
}
