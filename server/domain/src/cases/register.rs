//! Registering what was filled in at a counter: the desk opens a case, and where its process begins
//! with the secretariat's registration, that is done in the same step.

use bpmn::{Outcome, Trigger};
use tenants::{Act, Scope};

use super::complete::{self, With, asks, staff};
use super::model::Case;
use super::submit::{self, Request};
use super::{Applicant, advance, hold};
use crate::counter::{self, Reception};
use crate::documents::{self, Owner};
use crate::drafts::{self, Draft, Whose};
use crate::events::Event;
use crate::tasks::{self, Task};
use crate::{CaseId, DraftId, Error, Result, catalogue, letters, processes};

/// Register a draft that lies at one of the caller's counters. Registering it again answers with the
/// case that it became: however often the button is pressed, one request is registered.
///
/// # Errors
/// `Invalid` names the answers and documents that need another look; `Refused(ServiceClosed)`.
pub async fn register(scope: &mut Scope, id: DraftId) -> Result<CaseId> {
    let draft = drafts::hold(scope, id).await?;
    scope.allow(Act::Submit, &draft)?;
    let case = CaseId(id.0);
    if draft.submitted_at.is_some() {
        return Ok(case);
    }
    let by = staff(scope)?;
    let reception = counter::reception(scope, id).await?.ok_or(Error::Missing("visitor"))?;
    catalogue::is_open(scope, draft.service.id).await?;
    let documents = documents::hold(scope, Owner::Draft(id)).await?;
    let answers = drafts::answers(&draft, &documents)?;
    let applicant = Applicant::received(&draft.service.form, &answers, &reception.visitor);
    let request =
        Request { draft: &draft, answers: &answers, applicant, account: None, channel: "counter" };
    open(scope, &request, &reception).await?;
    documents::keep(scope, Owner::Draft(id), case).await?;
    counter::set_registered(scope, id, by).await?;
    drafts::set_submitted(scope, id).await?;
    Ok(case)
}

async fn open(scope: &mut Scope, request: &Request<'_>, reception: &Reception) -> Result<()> {
    let taken = taken(request.draft, reception)?;
    let mut case = submit::begin(scope, request).await?;
    case.note(taken);
    advance::advance(scope, &mut case, &Trigger::Start).await?;
    enter(scope, &mut case).await?;
    hold::open_new(scope, case, request.kept()).await
}

fn taken(draft: &Draft, reception: &Reception) -> Result<Event> {
    let Whose::Counter(position) = draft.whose else { return Err(Error::Missing("counter")) };
    let visitor = &reception.visitor;
    Ok(Event::TakenAtCounter {
        position,
        channel: visitor.channel().to_owned(),
        check: visitor.check().to_owned(),
    })
}

/// Give it its number at once, where the process waits for nothing else and the agency lets its
/// counter enter in the register; otherwise the secretariat numbers it as it does any other.
///
/// The task is the secretariat's. What the policy is asked is whether this clerk enters in the
/// register: that is what is done, and the step is finished by it.
async fn enter(scope: &mut Scope, case: &mut Case) -> Result<()> {
    let Some((task, outcome)) = registration(scope, case).await? else { return Ok(()) };
    if !letters::may_number(scope, register_of(&outcome)).await? {
        return Ok(());
    }
    complete::finish(scope, case, &task, (&outcome, With::Nothing)).await
}

/// The step with which the process begins, if it is entering in a register.
async fn registration(scope: &mut Scope, case: &Case) -> Result<Option<(Task, Outcome)>> {
    let definition = processes::definition(scope, case.process).await?;
    let open = tasks::of_case(scope, case.id).await?.into_iter().filter(Task::is_open);
    let mut numbering = open.filter_map(|task| {
        let outcomes = &definition.node(&task.node)?.step.outcomes;
        let outcome = outcomes.iter().find(|outcome| asks(outcome) == Some("number"))?;
        Some((task, outcome.clone()))
    });
    Ok(numbering.next())
}

/// The register that an outcome enters in.
pub(super) fn register_of(outcome: &Outcome) -> &str {
    outcome.attributes.get("register").map_or("incoming", String::as_str)
}
