//! The page of a trial: where it stands, what happened, and what could be done now.

use bpmn::picture::{Picture, draw};
use chrono::{DateTime, Utc};
use domain::cases::With;
use domain::process_drafts::ProcessDraft;
use domain::trials::{Ahead, Command, Pause, Trial};
use forms::OptionView;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::problems::Line;

use super::said::{OutcomeView, Saying};
use crate::filled::Filled;
use crate::processes::steps::{StepView, steps};

/// What stands in the page's forms.
#[derive(Default)]
pub(super) struct Form {
    pub(super) filled: Filled,
    /// What was to be done and could not.
    pub(super) command: Option<Command>,
    /// The service that is to be tried out, while no trial has begun.
    pub(super) service: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct TrialPage {
    id: String,
    key: String,
    name: String,
    rev: i32,
    outdated: bool,
    now: DateTime<Utc>,
    stage: String,
    stands: String,
    promised_at: DateTime<Utc>,
    deadlines: Vec<String>,
    picture: Picture,
    /// The steps at which it waits.
    here: Vec<String>,
    steps: Vec<StepView>,
    turns: Vec<TurnView>,
    ahead: Vec<AheadView>,
    units: Vec<OptionView>,
    count: String,
    title: String,
    title_problem: Option<String>,
    problems: Vec<Line>,
}

#[derive(Serialize)]
struct TurnView {
    what: String,
    outcome: OutcomeView,
}

/// Something that could be done now.
#[derive(Serialize)]
struct AheadView {
    /// Its place, for the ids of its inputs.
    no: usize,
    what: String,
    /// What the form sends along.
    command: String,
    /// What it asks for: `documents`, `decision` or `nothing`.
    asks: &'static str,
    reasons: Vec<OptionView>,
    items: String,
    note: String,
    text: String,
    problem_items: Option<String>,
    problem_note: Option<String>,
    problem_reason: Option<String>,
    problem_text: Option<String>,
    unfolded: bool,
    problems: Vec<Line>,
    outcome: OutcomeView,
}

impl TrialPage {
    pub(super) fn of(
        draft: &ProcessDraft,
        trial: &Trial,
        saying: &Saying<'_>,
        form: &Form,
    ) -> Self {
        let lang = saying.lang;
        let last = trial.turns.last().map(|turn| &turn.outcome);
        let here = last.map(|outcome| outcome.stands.clone()).unwrap_or_default();
        let ended = last.and_then(|outcome| outcome.ended.as_deref());
        let turns = trial.turns.iter().map(|turn| TurnView {
            what: saying.command(turn.command.as_ref()),
            outcome: saying.outcome_of(&turn.outcome),
        });
        let deadline = |(node, at): &(String, Option<DateTime<Utc>>)| saying.deadline(node, *at);
        let ahead = trial.ahead.iter().enumerate();
        let ahead: Vec<AheadView> =
            ahead.map(|it| AheadView::of(it, trial, saying, form)).collect();
        let of_ahead = ahead.iter().flat_map(|it| it.problems.iter().cloned());
        let of_title = form.filled.lines().into_iter().filter(|line| line.key == "title");
        let elsewhere = form.filled.lines().into_iter().filter(|line| line.key == "command");
        let problems = of_title.chain(elsewhere).chain(of_ahead).collect();
        Self {
            id: draft.id.to_string(),
            key: draft.key.clone(),
            name: crate::processes::name(&trial.definition, lang),
            rev: trial.rev,
            outdated: trial.is_outdated,
            now: trial.now,
            stage: saying.stage(&trial.stage),
            stands: saying.stands(&here, ended),
            promised_at: trial.promised_at,
            deadlines: trial.deadlines.iter().map(deadline).collect(),
            picture: draw(&trial.definition, &trial.xml, lang.code(), lang.dir() == "rtl"),
            here,
            steps: steps(&trial.definition, &[], lang),
            turns: turns.collect(),
            ahead,
            units: units(form.filled.text("unit"), lang),
            count: form.filled.text("count").to_owned(),
            title: form.filled.text("title").to_owned(),
            title_problem: form.filled.problem("title"),
            problems,
        }
    }
}

fn units(chosen: &str, lang: Lang) -> Vec<OptionView> {
    let option = |(no, value): (usize, &str)| OptionView {
        value: value.to_owned(),
        label: say1(lang, &format!("trial-unit-{value}")),
        selected: if chosen.is_empty() { no == 0 } else { chosen == value },
    };
    ["working-days", "days", "hours"].into_iter().enumerate().map(option).collect()
}

impl AheadView {
    fn of((no, ahead): (usize, &Ahead), trial: &Trial, saying: &Saying<'_>, form: &Form) -> Self {
        let is_tried = form.command.as_ref().is_some_and(|it| same(it, &ahead.command));
        let asks = match &ahead.command {
            Command::Complete { with: With::Documents { .. }, .. } => "documents",
            Command::Complete { with: With::Decision { .. }, .. } => "decision",
            _ => "nothing",
        };
        let typed = |name: &str| {
            if is_tried { form.filled.text(name).to_owned() } else { String::new() }
        };
        let wrong = |name: &str| form.filled.problem(name).filter(|_| is_tried);
        let told = form.filled.lines().into_iter().filter(|line| line.key != "command");
        let at = |line: Line| Line { key: format!("{no}-{}", line.key), text: line.text };
        Self {
            no,
            what: saying.command(Some(&ahead.command)),
            command: serde_json::to_string(&ahead.command).unwrap_or_default(),
            asks,
            reasons: reasons(&ahead.command, trial, (&typed("reason"), saying.lang)),
            items: typed("items"),
            note: typed("note"),
            text: typed("text"),
            problem_items: wrong("items"),
            problem_note: wrong("note"),
            problem_reason: wrong("reason"),
            problem_text: wrong("text"),
            unfolded: is_tried,
            problems: if is_tried { told.map(at).collect() } else { Vec::new() },
            outcome: saying.outcome_of(&ahead.outcome),
        }
    }
}

/// Whether two commands are the same but for what they bring along.
fn same(one: &Command, other: &Command) -> bool {
    match (one, other) {
        (
            Command::Complete { node, outcome, .. },
            Command::Complete { node: step, outcome: way, .. },
        ) => node == step && outcome == way,
        _ => one == other,
    }
}

/// The reasons that an outcome can be given.
fn reasons(command: &Command, trial: &Trial, (chosen, lang): (&str, Lang)) -> Vec<OptionView> {
    let Command::Complete { outcome, .. } = command else { return Vec::new() };
    let fitting = trial.reasons.iter().filter(|reason| reason.outcome == *outcome);
    let option = |reason: &domain::cases::Reason| OptionView {
        value: reason.key.clone(),
        label: reason.title.say(lang).to_owned(),
        selected: reason.key == chosen,
    };
    fitting.map(option).collect()
}

impl Page for TrialPage {
    const TEMPLATE: &'static str = "admin/trials/trial.html";

    fn samples() -> Vec<Self> {
        vec![sample(&Form::default(), false), sample(&wrong(), true)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "trial-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}

const PROCESS: &str =
    include_str!("../../../tenants/blueprints/fda/processes/cosmetics-import.bpmn");

/// A decision without its reason.
fn wrong() -> Form {
    let problems = forms::Problems::one("reason", forms::Flaw::new("choose"));
    let filled = Filled::of([("text", "…")]);
    let told = filled.told(domain::Error::Invalid(problems), "command", Lang::Fa);
    Form { filled: told.unwrap_or_default(), command: Some(decision()), service: None }
}

fn decision() -> Command {
    Command::Complete {
        node: "decide".into(),
        outcome: "reject".into(),
        with: With::Decision { reason: String::new(), text: String::new() },
    }
}

fn sample(form: &Form, outdated: bool) -> TrialPage {
    use domain::trials::{Line as Told, Noted, Outcome, Turn};

    let read = bpmn::read(PROCESS, &|_| Ok(())).expect("the blueprint's process");
    let at = DateTime::UNIX_EPOCH;
    let noted = |line| Noted { at, line };
    let outcome = Outcome {
        lines: vec![
            noted(Told::Step { node: "review".into() }),
            noted(Told::Notice {
                kind: domain::notices::NoticeKind::Opened,
                channel: domain::notices::Channel::Sms,
                subject: None,
                text: "درخواست شما رسید.".into(),
            }),
        ],
        stands: vec!["decide".into()],
        ..Outcome::default()
    };
    let ask = |command| Ahead { command, outcome: outcome.clone() };
    let missing = Command::Complete {
        node: "review".into(),
        outcome: "missing".into(),
        with: With::Documents { items: Vec::new(), note: String::new() },
    };
    let trial = Trial {
        rev: 2,
        xml: PROCESS.into(),
        definition: std::sync::Arc::new(read.definition),
        is_outdated: outdated,
        now: at,
        stage: "in_review".into(),
        promised_at: at,
        turns: vec![Turn { command: None, outcome: outcome.clone() }],
        ahead: vec![
            ask(missing),
            ask(decision()),
            ask(Command::Wait { pause: Pause::UntilDue }),
            ask(Command::Withdraw),
        ],
        deadlines: vec![("review".into(), Some(at)), ("decide".into(), None)],
        reasons: Vec::new(),
    };
    let saying = Saying::of(PROCESS, (&[], &[]), Lang::Fa);
    TrialPage::of(&super::tests_page::sample_draft(), &trial, &saying, form)
}
