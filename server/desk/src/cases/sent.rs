//! A form of the case's page, as it was sent.

use domain::{CaseId, Error, PositionId, ReferralId, TaskId, cases};
use forms::Typed;
use locale::text;
use serde::{Deserialize, Serialize};
use tenants::Scope;
use uuid::Uuid;
use web::{Fields, Problem, paths::safe_path};

use super::{completion, referral};

/// What a form does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "id", rename_all = "kebab-case")]
pub(crate) enum Action {
    /// Finishes a step.
    Complete(TaskId),
    /// Sends the case on.
    Refer,
    /// Answers a referral.
    Answer(ReferralId),
}

impl Action {
    /// What the ids of the form's inputs begin with; a step has a form for each outcome.
    pub(super) fn key(self, outcome: &str) -> String {
        match self {
            Self::Complete(task) => format!("step-{task}-{outcome}"),
            Self::Refer => "refer".to_owned(),
            Self::Answer(referral) => format!("answer-{referral}"),
        }
    }

    /// The words that say that it was done.
    pub(super) fn done(self) -> &'static str {
        match self {
            Self::Complete(_) => "desk-done-step",
            Self::Refer => "desk-done-referral",
            Self::Answer(_) => "desk-done-answer",
        }
    }
}

/// What was sent, before anything of it was believed. No `Debug`: it holds what a person typed.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Sent {
    pub(crate) case: CaseId,
    pub(super) action: Action,
    /// Minted with the page: however often the form is sent, its work is done once.
    pub(super) command: Uuid,
    pub(super) typed: Typed,
}

impl Sent {
    pub(super) fn read(case: CaseId, action: Action, fields: &Fields) -> Result<Self, Problem> {
        let typed: Typed = fields.pairs()?.collect();
        let command = typed.get("_command").parse();
        let command = command.map_err(|_| Problem::BadRequest("no command"))?;
        Ok(Self { case, action, command, typed })
    }

    pub(super) async fn carry_out(&self, scope: &mut Scope) -> Result<(), Error> {
        match self.action {
            Action::Complete(task) => completion::complete(scope, self, task).await,
            Action::Refer => cases::refer(scope, referral::read(self)?).await,
            Action::Answer(id) => {
                let (answer, of) = (self.text("answer"), (self.case, id));
                cases::answer(scope, of, &answer, self.command).await
            }
        }
    }

    /// The list to go back to.
    pub(crate) fn back(&self) -> &str {
        safe_path(self.typed.get("back"))
    }

    /// Which form of the page it was.
    pub(super) fn key(&self) -> String {
        self.action.key(self.typed.get("outcome"))
    }

    /// A text as it is kept.
    pub(super) fn text(&self, name: &str) -> String {
        text::clean(self.typed.get(name))
    }

    /// Whether the form had such an input at all.
    pub(super) fn has(&self, name: &str) -> bool {
        self.typed.iter().any(|(input, _)| input == name)
    }

    pub(super) fn is_ticked(&self, name: &str) -> bool {
        !self.typed.get(name).is_empty()
    }

    pub(super) fn position(&self, name: &str) -> Option<PositionId> {
        self.typed.get(name).parse().ok()
    }
}
