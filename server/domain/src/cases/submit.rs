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
use crate::drafts::{self, Draft, Whose};
use crate::events::Event;
use crate::{AccountId, CaseId, DraftId, Error, Result, catalogue, deadlines, identity};

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
    let Whose::Account(account) = draft.whose else { return Err(Error::Missing("account")) };
    catalogue::is_open(scope, draft.service.id).await?;
    let documents = documents::hold(scope, Owner::Draft(id)).await?;
    let answers = drafts::answers(&draft, &documents)?;
    let mobile = identity::account_mobile(scope, account).await?;
    let applicant = Applicant::of(&draft.service.form, &answers, mobile.as_str());
    let (account, channel) = (Some(account), channel(scope.caller()));
    let request = Request { draft: &draft, answers: &answers, applicant, account, channel };
    let submitted = open(scope, &request).await?;
    documents::keep(scope, Owner::Draft(id), case).await?;
    drafts::set_submitted(scope, id).await?;
    Ok(submitted)
}

/// A request that a desk opens a case for.
pub(super) struct Request<'a> {
    pub(super) draft: &'a Draft,
    pub(super) answers: &'a Answers,
    pub(super) applicant: Applicant,
    /// In whose account it is, if in any.
    pub(super) account: Option<AccountId>,
    /// Where it came in: `portal`, `api` or `counter`.
    pub(super) channel: &'static str,
}

impl<'a> Request<'a> {
    /// What the case keeps of it.
    pub(super) fn kept(&'a self) -> NewCase<'a> {
        NewCase {
            service: self.draft.service.id,
            channel: self.channel,
            applicant: &self.applicant,
            answers: self.answers,
        }
    }
}

async fn open(scope: &mut Scope, request: &Request<'_>) -> Result<Submitted> {
    let mut case = begin(scope, request).await?;
    let submitted =
        Submitted { case: case.id, code: case.code.clone(), promised_at: case.promised_at };
    advance::advance(scope, &mut case, &Trigger::Start).await?;
    hold::open_new(scope, case, request.kept()).await?;
    Ok(submitted)
}

/// The way on which a request came.
fn channel(caller: &Caller) -> &'static str {
    match caller {
        Caller::Client(..) => "api",
        _ => "portal",
    }
}

/// A case that has not begun its process yet. Nothing of it is written: its row is, once, when the
/// process has begun.
pub(super) async fn begin(scope: &mut Scope, request: &Request<'_>) -> Result<Case> {
    let mut case = new_case(scope, request).await?;
    case.applicant = Some(request.applicant.clone());
    case.note(Event::Opened);
    Ok(case)
}

async fn new_case(scope: &mut Scope, request: &Request<'_>) -> Result<Case> {
    let service = &request.draft.service;
    let promise = &service.sheet.duration.span;
    let promised_at = deadlines::calendar(scope).await?.add(scope.now(), promise);
    Ok(Case {
        id: CaseId(request.draft.id.0),
        version: service.version,
        process: service.process,
        code: TrackingCode::generate(&mut rand::rng()),
        number: None,
        account: request.account,
        state: CaseState::Active,
        stage: "submitted".to_owned(),
        position: Position::default(),
        // The answers that the process may ask: those whose fields say so, and no others.
        vars: service.form.process_variables(request.answers),
        next_no: 1,
        event_head: Vec::new(),
        opened_at: scope.now(),
        promised_at,
        closed_at: None,
        troubled: false,
        applicant: None,
        news: Vec::new(),
    })
}
