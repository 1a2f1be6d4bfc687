//! The desk itself as a case's ground: whatever is done is kept, in the call's transaction.

use std::sync::Arc;

use bpmn::Definition;
use chrono::{DateTime, Utc};
use locale::identity::Mobile;
use locale::words::Lang;
use tenants::{Scope, Text};
use uuid::Uuid;

use super::ground::Ground;
use super::model::Case;
use super::{Applicant, Decision, Office, complete, office, store};
use crate::deadlines::{self, Timer};
use crate::decisions::{self, Pinned};
use crate::document_requests::{self, DocumentRequest};
use crate::incidents::{self, Found};
use crate::jobs::{self, Job, JobKind};
use crate::notices::{self, Contact, NewNotice};
use crate::processes;
use crate::processes::instances::{self, Run};
use crate::tasks::{self, Task};
use crate::{
    CaseId, Error, PositionId, RequestId, Result, StaffId, TaskId, catalogue, identity, letters,
    referrals,
};

impl Ground for Scope {
    fn scope(&mut self) -> &mut Scope {
        self
    }

    fn now(&self) -> DateTime<Utc> {
        Scope::now(self)
    }

    fn staff(&self) -> Result<StaffId> {
        complete::staff(self)
    }

    fn acting(&self, task: &Task) -> Result<PositionId> {
        if let Some(position) = task.position {
            return Ok(position);
        }
        let member = self.caller().staff().ok_or(Error::Missing("member of staff"))?;
        let held = member.positions.iter().find(|p| p.roles.contains(&task.role));
        held.map(|p| PositionId(p.position)).ok_or(Error::Missing("position"))
    }

    async fn definition(&mut self, case: &Case) -> Result<Arc<Definition>> {
        processes::definition(self, case.process).await
    }

    async fn decisions(&mut self, case: &Case) -> Result<Arc<Pinned>> {
        decisions::pinned(self, case.process).await
    }

    async fn keep_task(&mut self, task: &Task) -> Result<()> {
        tasks::open(self, task).await
    }

    async fn cancel_task(&mut self, case: CaseId, token: u64) -> Result<Option<TaskId>> {
        tasks::cancel(self, case, token).await
    }

    async fn finish_task(&mut self, task: TaskId, by: StaffId, outcome: &str) -> Result<()> {
        tasks::finish(self, task, by, outcome).await
    }

    async fn arm(&mut self, timer: Timer) -> Result<()> {
        deadlines::arm(self, timer).await
    }

    async fn disarm(&mut self, case: CaseId, token: u64, node: &str) -> Result<()> {
        deadlines::disarm(self, case, token, node).await
    }

    async fn disarm_all(&mut self, case: CaseId) -> Result<()> {
        deadlines::disarm_all(self, case).await
    }

    async fn fired(&mut self, timer: Uuid) -> Result<()> {
        deadlines::fired(self, timer).await
    }

    async fn stop_clock(&mut self, case: CaseId, promised_at: DateTime<Utc>) -> Result<()> {
        deadlines::stop_clock(self, case, promised_at).await
    }

    async fn start_clock(
        &mut self,
        case: CaseId,
        promised_at: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        deadlines::start_clock(self, case, promised_at).await
    }

    async fn subscribe(&mut self, case: CaseId, token: u64, name: &str) -> Result<()> {
        instances::subscribe(self, case, token, name).await
    }

    async fn unsubscribe(&mut self, case: CaseId, token: u64, name: &str) -> Result<()> {
        instances::unsubscribe(self, case, token, name).await
    }

    async fn keep_message(&mut self, case: CaseId, name: &str) -> Result<()> {
        instances::keep_message(self, case, name).await
    }

    async fn take_message(&mut self, case: CaseId, name: &str) -> Result<bool> {
        instances::take_message(self, case, name).await
    }

    async fn start_run(&mut self, id: Uuid, run: Run) -> Result<()> {
        instances::start_run(self, id, &run).await?;
        let run_at = Scope::now(self);
        jobs::enqueue(self, Job { id, kind: JobKind::RunService, subject: id, run_at }).await
    }

    async fn cancel_runs(&mut self, case: CaseId, token: u64) -> Result<()> {
        let runs = instances::cancel_run(self, case, token).await?;
        jobs::remove_all(self, &runs).await
    }

    async fn end_run(&mut self, id: Uuid) -> Result<()> {
        instances::end_run(self, id).await
    }

    async fn open_incident(&mut self, case: CaseId, found: Found<'_>) -> Result<()> {
        incidents::open(self, case, found).await
    }

    async fn end_referrals(&mut self, case: CaseId) -> Result<()> {
        referrals::end_all(self, case).await
    }

    async fn number(&mut self, register: &str, case: CaseId) -> Result<String> {
        let by = Ground::staff(self)?;
        letters::number(self, register, case, by).await
    }

    async fn ask(&mut self, case: CaseId, request: DocumentRequest) -> Result<()> {
        document_requests::insert(self, case, &request).await
    }

    async fn asked(&mut self, case: CaseId) -> Result<Option<DocumentRequest>> {
        let requests = document_requests::of_case(self, case).await?;
        Ok(requests.into_iter().rev().find(|r| r.answered_at.is_none()))
    }

    async fn supplied(&mut self, request: RequestId) -> Result<()> {
        document_requests::set_answered(self, request).await
    }

    async fn decide(&mut self, case: CaseId, decision: &Decision) -> Result<()> {
        store::insert_decision(self, case, decision).await
    }

    async fn decided(&mut self, case: CaseId) -> Result<Option<String>> {
        Ok(store::decision(self, case).await?.map(|decision| decision.outcome))
    }

    async fn contact(&mut self, case: &Case) -> Result<Contact> {
        let applicant = match &case.applicant {
            Some(applicant) => applicant.clone(),
            None => store::request(self, case.id).await?.0,
        };
        let lang = read_by(self, case, &applicant).await?;
        let mobile = applicant.mobile.as_deref().and_then(|mobile| Mobile::parse(mobile).ok());
        Ok(Contact { mobile, email: applicant.email, lang })
    }

    async fn service_title(&mut self, case: &Case) -> Result<Text> {
        Ok(catalogue::version(self, case.version).await?.sheet.title.clone())
    }

    async fn office(&mut self, case: CaseId) -> Result<Option<Arc<Office>>> {
        office::office(self, case).await
    }

    async fn write(&mut self, notice: NewNotice<'_>) -> Result<()> {
        notices::write(self, notice).await
    }
}

/// The language in which the applicant reads now: what their account says, and for a request that is
/// in none what was noted with it.
async fn read_by(scope: &mut Scope, case: &Case, applicant: &Applicant) -> Result<Lang> {
    let Some(account) = case.account else { return Ok(applicant.lang) };
    Ok(identity::account_language(scope, account).await?.unwrap_or(applicant.lang))
}
