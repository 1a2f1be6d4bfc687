//! One incident: what happened, where, and what can be done about it.

use bpmn::Definition;
use bpmn::picture::{Picture, draw};
use domain::cases::repair::{IncidentFile, Way};
use domain::organisation::Position;
use locale::words::{Lang, say, say1};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;
use web::{Page, problems::Line};

use super::list_page::LineView;
use crate::filled::{Choice, Filled, Input};

#[derive(Serialize)]
pub(crate) struct IncidentPage {
    line: LineView,
    /// In the words of the engine.
    detail: String,
    /// What the agency can do about it, in a sentence.
    advice: String,
    process: String,
    picture: Picture,
    /// The node that is marked in the picture.
    node: String,
    variables: Vec<VariableView>,
    command: Uuid,
    retry: bool,
    retry_problem: Option<String>,
    skip: Option<SkipForm>,
    assign: Option<Choice>,
    assign_problem: Option<String>,
    correct: Option<CorrectForm>,
    close: Option<Input>,
    close_problem: Option<String>,
    problems: Vec<Line>,
}

#[derive(Serialize)]
struct VariableView {
    name: String,
    value: String,
}

#[derive(Serialize)]
struct SkipForm {
    /// Which way to go, where there are several.
    way: Option<Choice>,
    reason: Input,
    problem: Option<String>,
}

#[derive(Serialize)]
struct CorrectForm {
    name: Input,
    kind: Choice,
    value: Input,
    reason: Input,
    problem: Option<String>,
}

impl IncidentPage {
    pub(super) fn of(file: &IncidentFile, (filled, lang): (&Filled, Lang)) -> Self {
        let (line, remedies) = (&file.line, &file.remedies);
        let kind: &str = line.incident.kind.into();
        let positions = || remedies.assign.iter().map(|it| titled(it, lang));
        Self {
            detail: line.incident.detail.clone(),
            advice: say1(lang, &format!("incidents-advice-{kind}")),
            process: format!("/processes/{}", line.process),
            picture: draw(&line.definition, &file.xml, lang.code(), lang.dir() == "rtl"),
            node: line.incident.node.clone(),
            variables: file.variables.iter().map(VariableView::of).collect(),
            command: filled.command(),
            retry: remedies.retry,
            retry_problem: filled.problem("retry"),
            skip: remedies.skip.then(|| SkipForm::of(file, filled, lang)),
            assign: (!remedies.assign.is_empty())
                .then(|| filled.choice("assign-position", positions())),
            assign_problem: filled.problem("assign"),
            correct: remedies.correct.then(|| CorrectForm::of(filled, lang)),
            close: remedies.set_aside.then(|| filled.input("close-reason")),
            close_problem: filled.problem("close"),
            line: LineView::of(line, lang),
            problems: filled.lines(),
        }
    }
}

impl VariableView {
    fn of((name, value): (&String, &Value)) -> Self {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Self { name: name.clone(), value }
    }
}

impl SkipForm {
    fn of(file: &IncidentFile, filled: &Filled, lang: Lang) -> Self {
        let ways = &file.remedies.ways;
        let way = |way: &Way| {
            let to = step_name(&file.line.definition, &way.to, lang);
            let label = if way.name.is_empty() {
                to
            } else {
                let words = [("way", way.name.as_str().into()), ("step", to.into())];
                say(lang, "incidents-way", &words)
            };
            (way.flow.clone(), label)
        };
        let choose = || filled.choice("skip-way", ways.iter().map(way));
        Self {
            way: (!ways.is_empty()).then(choose),
            reason: filled.input("skip-reason"),
            problem: filled.problem("skip"),
        }
    }
}

/// What a variable can be.
const KINDS: [&str; 5] = ["text", "number", "yes", "no", "nothing"];

impl CorrectForm {
    fn of(filled: &Filled, lang: Lang) -> Self {
        let kinds = KINDS
            .iter()
            .map(|kind| ((*kind).to_owned(), say1(lang, &format!("incidents-value-{kind}"))));
        Self {
            name: filled.input("correct-name"),
            kind: filled.choice("correct-kind", kinds),
            value: filled.input("correct-value"),
            reason: filled.input("correct-reason"),
            problem: filled.problem("correct"),
        }
    }
}

fn titled(position: &Position, lang: Lang) -> (String, String) {
    let words = [
        ("position", position.title.say(lang).into()),
        ("unit", position.unit_title.say(lang).into()),
    ];
    (position.id.to_string(), say(lang, "incidents-position", &words))
}

/// What a step is called, or its id where it has no name.
pub(crate) fn step_name(definition: &Definition, id: &str, lang: Lang) -> String {
    let Some(node) = definition.node(id) else { return id.to_owned() };
    let own = node.step.texts.get(lang.code()).unwrap_or(&node.name);
    if own.is_empty() { id.to_owned() } else { own.clone() }
}

impl Page for IncidentPage {
    const TEMPLATE: &'static str = "admin/incidents/incident.html";

    fn samples() -> Vec<Self> {
        const PROCESS: &str =
            include_str!("../../../tenants/blueprints/fda/processes/cosmetics-import.bpmn");
        let read = bpmn::read(PROCESS, &|_| Ok(())).expect("the blueprint's process");
        let wrong = |form: &str, key: &str| {
            let error = super::typed::within(domain::Error::invalid(key, "required"), form);
            Filled::default().told(error, form, Lang::Fa).unwrap_or_default()
        };
        let refused = |form: &str| {
            let error = domain::Refusal::NotSoMended.into();
            Filled::default().told(error, form, Lang::Fa).unwrap_or_default()
        };
        let page = |filled: &Filled, ended| Self {
            line: LineView::sample(ended),
            detail: "amount > 5: null is not a number".into(),
            advice: "شرط را ببینید.".into(),
            process: "/processes/00000000-0000-0000-0000-000000000000".into(),
            picture: draw(&read.definition, PROCESS, "fa", true),
            node: "review".into(),
            variables: vec![VariableView { name: "outcome".into(), value: "complete".into() }],
            command: Uuid::nil(),
            retry: !ended,
            retry_problem: filled.problem("retry"),
            skip: (!ended).then(|| SkipForm {
                way: Some(filled.choice("skip-way", [("a".into(), "راه".into())].into_iter())),
                reason: filled.input("skip-reason"),
                problem: filled.problem("skip"),
            }),
            assign: (!ended).then(|| {
                filled.choice("assign-position", [("a".into(), "کارشناس".into())].into_iter())
            }),
            assign_problem: filled.problem("assign"),
            correct: (!ended).then(|| CorrectForm::of(filled, Lang::Fa)),
            close: (!ended).then(|| filled.input("close-reason")),
            close_problem: filled.problem("close"),
            problems: filled.lines(),
        };
        vec![
            page(&Filled::default(), false),
            page(&wrong("skip", "reason"), false),
            page(&wrong("correct", "value"), false),
            page(&refused("retry"), false),
            page(&refused("close"), false),
            page(&Filled::default(), true),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "incidents-one-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
