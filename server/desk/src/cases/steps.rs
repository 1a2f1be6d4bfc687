//! The steps of a case: those before the caller, each with a form per outcome, and all of them with
//! who has them or had them.

use chrono::{DateTime, Utc};
use domain::cases::{CaseFile, OutcomeLine, TaskLine};
use domain::organisation::Position;
use domain::tasks::TaskState;
use forms::OptionView;
use locale::words::Lang;
use serde::Serialize;
use uuid::Uuid;

use super::completion::tick;
use super::form::{Choice, Form, Input};
use super::{Action, Filled, Look};
use crate::paths;

/// A step that the caller may finish.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StepView {
    pub(super) title: String,
    pub(super) due_at: Option<DateTime<Utc>>,
    pub(super) late: bool,
    pub(super) outcomes: Vec<OutcomeView>,
}

/// One way to finish it, with its form.
#[derive(Debug, Clone, Serialize)]
pub(super) struct OutcomeView {
    pub(super) key: String,
    pub(super) path: String,
    pub(super) command: Uuid,
    pub(super) id: String,
    pub(super) title: String,
    /// Whether its form is unfolded.
    pub(super) unfolded: bool,
    pub(super) ask: Ask,
}

/// What an outcome asks for.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(super) enum Ask {
    Nothing,
    Number,
    Documents(Missing),
    Decision { reason: Choice, text: Input },
}

/// The form that asks the applicant for documents.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Missing {
    pub(super) key: String,
    /// The documents of the service; `value` is the name of the checkbox.
    pub(super) listed: Vec<OptionView>,
    pub(super) problem: Option<String>,
    pub(super) others: Input,
    pub(super) note: Input,
}

/// What the caller has to do, in the order in which it came.
pub(super) fn mine(file: &CaseFile, look: &Look, filled: Option<&Filled>) -> Vec<StepView> {
    let offered = file.tasks.iter().filter(|line| !line.outcomes.is_empty());
    offered.map(|line| step(file, line, look, filled)).collect()
}

fn step(file: &CaseFile, line: &TaskLine, look: &Look, filled: Option<&Filled>) -> StepView {
    let action = Action::Complete(line.task.id);
    let alone = line.outcomes.len() == 1;
    let outcome = |outcome: &OutcomeLine| {
        let form = Form::of(action, &outcome.id, filled);
        OutcomeView {
            key: form.key().to_owned(),
            path: paths::completion(file.id, line.task.id),
            command: form.command(),
            id: outcome.id.clone(),
            title: outcome.title.say(look.lang).to_owned(),
            unfolded: alone || form.is_filled(),
            ask: ask(file, outcome, &form, look.lang),
        }
    };
    StepView {
        title: line.title.say(look.lang).to_owned(),
        due_at: line.task.due_at,
        late: look.is_past(line.task.due_at),
        outcomes: line.outcomes.iter().map(outcome).collect(),
    }
}

fn ask(file: &CaseFile, outcome: &OutcomeLine, form: &Form, lang: Lang) -> Ask {
    match outcome.asks.as_deref() {
        Some("number") => Ask::Number,
        Some("documents") => Ask::Documents(missing(file, form, lang)),
        Some("decision") => {
            let reasons = outcome.reasons.iter();
            let reasons = reasons.map(|r| (r.key.clone(), r.title.say(lang).to_owned()));
            Ask::Decision { reason: form.choice("reason", reasons), text: form.input("text") }
        }
        _ => Ask::Nothing,
    }
}

fn missing(file: &CaseFile, form: &Form, lang: Lang) -> Missing {
    let listed = file.service.sheet.documents.iter().map(|document| {
        let name = tick(&document.key);
        let label = document.title.say(lang).to_owned();
        OptionView { selected: !form.typed(&name).is_empty(), value: name, label }
    });
    Missing {
        key: form.input_key("items"),
        listed: listed.collect(),
        problem: form.problem("items"),
        others: form.input("others"),
        note: form.input("note"),
    }
}

/// A step in the list of all.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StepLine {
    pub(super) title: String,
    pub(super) state: &'static str,
    pub(super) position: Option<PositionView>,
    pub(super) due_at: Option<DateTime<Utc>>,
    pub(super) late: bool,
    pub(super) done_by: Option<String>,
    pub(super) done_at: Option<DateTime<Utc>>,
}

/// A position as the page names it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PositionView {
    pub(super) title: String,
    pub(super) unit: String,
    pub(super) holder: Option<String>,
}

impl PositionView {
    pub(super) fn of(position: &Position, lang: Lang) -> Self {
        Self {
            title: position.title.say(lang).to_owned(),
            unit: position.unit_title.say(lang).to_owned(),
            holder: position.holder.clone(),
        }
    }
}

/// Every step so far.
pub(super) fn all(file: &CaseFile, look: &Look) -> Vec<StepLine> {
    let line = |line: &TaskLine| StepLine {
        title: line.title.say(look.lang).to_owned(),
        state: line.task.state.into(),
        position: line.position.as_ref().map(|p| PositionView::of(p, look.lang)),
        due_at: line.task.due_at,
        late: line.task.state == TaskState::Open && look.is_past(line.task.due_at),
        done_by: line.done_by.clone(),
        done_at: line.task.done_at,
    };
    file.tasks.iter().map(line).collect()
}
