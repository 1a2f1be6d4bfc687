//! What a case stands on. The rules of a case (`advance`, `complete`, `supply`, `withdraw`,
//! `fire_timer`, `service`, `tell`) are written once, over this: the desk keeps what they do, a
//! sandbox (`trials`) only notes it. So what is tried out cannot come to differ from what is done.

use std::future::Future;
use std::sync::Arc;

use bpmn::Definition;
use chrono::{DateTime, Utc};
use tenants::{Scope, Text};
use uuid::Uuid;

use super::model::Case;
use super::{Decision, Office};
use crate::deadlines::Timer;
use crate::decisions::Pinned;
use crate::document_requests::DocumentRequest;
use crate::incidents::Found;
use crate::notices::{Contact, NewNotice};
use crate::processes::instances::Run;
use crate::tasks::Task;
use crate::{CaseId, PositionId, RequestId, Result, StaffId, TaskId};

/// Where what follows from a command is carried out.
pub(crate) trait Ground: Send {
    /// For looking things up: calendars, roles and words are the agency's own on every ground.
    fn scope(&mut self) -> &mut Scope;

    fn now(&self) -> DateTime<Utc>;

    /// Who of the staff acts.
    fn staff(&self) -> Result<StaffId>;

    /// In which position a task is done.
    fn acting(&self, task: &Task) -> Result<PositionId>;

    fn definition(&mut self, case: &Case) -> impl Future<Output = Result<Arc<Definition>>> + Send;

    /// The decisions by which its business rule tasks go.
    fn decisions(&mut self, case: &Case) -> impl Future<Output = Result<Arc<Pinned>>> + Send;

    /// A step was entered. The desk keeps no line of that: its events say what came of it.
    fn entered(&mut self, _node: &str) {}

    fn keep_task(&mut self, task: &Task) -> impl Future<Output = Result<()>> + Send;

    fn cancel_task(
        &mut self,
        case: CaseId,
        token: u64,
    ) -> impl Future<Output = Result<Option<TaskId>>> + Send;

    fn finish_task(
        &mut self,
        task: TaskId,
        by: StaffId,
        outcome: &str,
    ) -> impl Future<Output = Result<()>> + Send;

    fn arm(&mut self, timer: Timer) -> impl Future<Output = Result<()>> + Send;

    fn disarm(
        &mut self,
        case: CaseId,
        token: u64,
        node: &str,
    ) -> impl Future<Output = Result<()>> + Send;

    fn disarm_all(&mut self, case: CaseId) -> impl Future<Output = Result<()>> + Send;

    fn fired(&mut self, timer: Uuid) -> impl Future<Output = Result<()>> + Send;

    fn stop_clock(
        &mut self,
        case: CaseId,
        promised_at: DateTime<Utc>,
    ) -> impl Future<Output = Result<()>> + Send;

    fn start_clock(
        &mut self,
        case: CaseId,
        promised_at: DateTime<Utc>,
    ) -> impl Future<Output = Result<Option<DateTime<Utc>>>> + Send;

    fn subscribe(
        &mut self,
        case: CaseId,
        token: u64,
        name: &str,
    ) -> impl Future<Output = Result<()>> + Send;

    fn unsubscribe(
        &mut self,
        case: CaseId,
        token: u64,
        name: &str,
    ) -> impl Future<Output = Result<()>> + Send;

    fn keep_message(&mut self, case: CaseId, name: &str)
    -> impl Future<Output = Result<()>> + Send;

    fn take_message(
        &mut self,
        case: CaseId,
        name: &str,
    ) -> impl Future<Output = Result<bool>> + Send;

    /// Start a service's run, under a new id.
    fn start_run(&mut self, id: Uuid, run: Run) -> impl Future<Output = Result<()>> + Send;

    fn cancel_runs(&mut self, case: CaseId, token: u64) -> impl Future<Output = Result<()>> + Send;

    /// A run has ended well.
    fn end_run(&mut self, id: Uuid) -> impl Future<Output = Result<()>> + Send;

    /// Something stands in the case's way.
    fn open_incident(
        &mut self,
        case: CaseId,
        found: Found<'_>,
    ) -> impl Future<Output = Result<()>> + Send;

    fn end_referrals(&mut self, case: CaseId) -> impl Future<Output = Result<()>> + Send;

    /// Enter the case in a register; returns the number it is given.
    fn number(
        &mut self,
        register: &str,
        case: CaseId,
    ) -> impl Future<Output = Result<String>> + Send;

    fn ask(
        &mut self,
        case: CaseId,
        request: DocumentRequest,
    ) -> impl Future<Output = Result<()>> + Send;

    /// What the applicant is asked for now.
    fn asked(
        &mut self,
        case: CaseId,
    ) -> impl Future<Output = Result<Option<DocumentRequest>>> + Send;

    fn supplied(&mut self, request: RequestId) -> impl Future<Output = Result<()>> + Send;

    fn decide(
        &mut self,
        case: CaseId,
        decision: &Decision,
    ) -> impl Future<Output = Result<()>> + Send;

    /// The outcome of the decision, once there is one.
    fn decided(&mut self, case: CaseId) -> impl Future<Output = Result<Option<String>>> + Send;

    /// Where the applicant is reached, and in which language.
    fn contact(&mut self, case: &Case) -> impl Future<Output = Result<Contact>> + Send;

    fn service_title(&mut self, case: &Case) -> impl Future<Output = Result<Text>> + Send;

    /// The office before which the case lies.
    fn office(&mut self, case: CaseId) -> impl Future<Output = Result<Option<Arc<Office>>>> + Send;

    fn write(&mut self, notice: NewNotice<'_>) -> impl Future<Output = Result<()>> + Send;
}
