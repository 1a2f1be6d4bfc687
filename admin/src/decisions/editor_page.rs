//! The editor of a table: its columns, its rules, and a row to try it with.

use domain::decisions;
use locale::words::{self, Lang, say, say1};
use rules::tables::{Column, Flaw, Input, Kind, Output, Place, Policy, Rule, Table, Verdict};
use serde::Serialize;
use web::Page;
use web::problems::Line;

use super::version_page::called;
use super::{cells, trial, typed};
use crate::filled::Filled;

#[derive(Serialize)]
pub(crate) struct EditorPage {
    key: String,
    name: Cell,
    rev: i32,
    policy: Cell,
    inputs: Vec<InputView>,
    outputs: Vec<OutputView>,
    rules: Vec<RuleView>,
    facts: Vec<Cell>,
    tried: Option<TriedView>,
    problems: Vec<Line>,
    conflict: Option<String>,
}

/// An input or a choice: its name, what it is called, what stands in it, what is wrong with it.
#[derive(Serialize)]
struct Cell {
    key: String,
    label: String,
    value: String,
    options: Vec<OptionView>,
    problem: Option<String>,
}

#[derive(Serialize)]
struct OptionView {
    value: &'static str,
    label: String,
    selected: bool,
}

#[derive(Serialize)]
struct InputView {
    number: usize,
    title: String,
    label: Cell,
    expression: Cell,
    kind: Cell,
    values: Cell,
}

#[derive(Serialize)]
struct OutputView {
    number: usize,
    title: String,
    label: Cell,
    name: Cell,
    kind: Cell,
    values: Cell,
    default: Cell,
}

#[derive(Serialize)]
struct RuleView {
    number: usize,
    /// Whether the row that was tried fits.
    hit: bool,
    tests: Vec<TestView>,
    answers: Vec<Cell>,
    note: Cell,
}

#[derive(Serialize)]
struct TestView {
    column: String,
    operator: Cell,
    value: Cell,
}

/// What the table said.
#[derive(Serialize)]
struct TriedView {
    value: Option<String>,
    rules: Vec<usize>,
}

/// What the editor has to tell beside the table.
pub(super) struct Told {
    lang: Lang,
    problems: Vec<Line>,
    conflict: Option<String>,
    tried: Option<TriedView>,
    typed: Filled,
}

impl Told {
    pub(super) fn nothing(lang: Lang) -> Self {
        let (problems, typed) = (Vec::new(), Filled::default());
        Self { lang, problems, conflict: None, tried: None, typed }
    }

    pub(super) fn problems(lang: Lang, sent: &Filled) -> Self {
        Self { problems: sent.lines(), typed: sent.clone(), ..Self::nothing(lang) }
    }

    pub(super) fn conflict(lang: Lang, text: String) -> Self {
        Self { conflict: Some(text), ..Self::nothing(lang) }
    }

    pub(super) fn flaws(lang: Lang, flaws: &[Flaw]) -> Self {
        let problems = flaws.iter().map(|flaw| line(flaw, lang)).collect();
        Self { problems, ..Self::nothing(lang) }
    }

    /// What the trial said, or why it said nothing.
    pub(super) fn tried(lang: Lang, verdict: Result<Verdict, Vec<Flaw>>, sent: &Filled) -> Self {
        let typed = sent.clone();
        match verdict {
            Ok(verdict) => {
                let value = Some(trial::say(&verdict.value));
                let tried = Some(TriedView { value, rules: verdict.rules });
                Self { tried, typed, ..Self::nothing(lang) }
            }
            Err(flaws) => {
                let tried = Some(TriedView { value: None, rules: Vec::new() });
                Self { tried, typed, ..Self::flaws(lang, &flaws) }
            }
        }
    }

    fn problem(&self, key: &str) -> Option<String> {
        self.problems.iter().find(|line| line.key == key).map(|line| line.text.clone())
    }

    fn cell(&self, key: String, label: String, value: &str) -> Cell {
        let problem = self.problem(&key);
        Cell { label, value: value.to_owned(), options: Vec::new(), problem, key }
    }

    /// A choice; the words of its options stand under `decisions-<family>-<value>`.
    fn choice(
        &self,
        (key, label): (String, String),
        family: &str,
        options: impl Iterator<Item = &'static str>,
        chosen: &str,
    ) -> Cell {
        let option = |value: &'static str| OptionView {
            value,
            label: say1(self.lang, &format!("decisions-{family}-{}", value.to_lowercase())),
            selected: value == chosen,
        };
        let problem = self.problem(&key);
        Cell {
            label,
            value: chosen.to_owned(),
            options: options.map(option).collect(),
            problem,
            key,
        }
    }

    fn word(&self, key: &str) -> String {
        say1(self.lang, key)
    }

    /// A word about a column or a rule.
    fn about(&self, key: &str, number: usize, column: &str) -> String {
        let values = [("number", number.into()), ("column", column.into())];
        say(self.lang, key, &values)
    }

    fn kind(&self, key: String, kind: Kind) -> Cell {
        let kinds = Kind::ALL.into_iter().map(Kind::as_str);
        self.choice((key, self.word("decisions-kind")), "kind", kinds, kind.as_str())
    }
}

/// A flaw with its place in words, leading to its input.
fn line(flaw: &Flaw, lang: Lang) -> Line {
    let text = decisions::flaw(flaw).text(lang);
    let place = place(&flaw.place, lang);
    let text = if place.is_empty() { text } else { format!("{place}: {text}") };
    Line { key: typed::field(&flaw.place), text }
}

fn place(place: &Place, lang: Lang) -> String {
    let (key, column) = match (place.rule, place.column) {
        (Some(_), Some(Column::Input(column))) => ("decisions-at-rule-input", column),
        (Some(_), Some(Column::Output(column))) => ("decisions-at-rule-output", column),
        (Some(_), None) => ("decisions-at-rule", 0),
        (None, Some(Column::Input(column))) => ("decisions-at-input", column),
        (None, Some(Column::Output(column))) => ("decisions-at-output", column),
        (None, None) => return String::new(),
    };
    let values: [(&str, words::Value); 2] =
        [("rule", place.rule.unwrap_or_default().into()), ("column", column.into())];
    say(lang, key, &values)
}

impl EditorPage {
    pub(super) fn of((key, name, rev): (&str, &str, i32), table: &Table, told: &Told) -> Self {
        let hits = told.tried.as_ref().map(|tried| tried.rules.clone()).unwrap_or_default();
        let policies = Policy::ALL.into_iter().map(Policy::as_str);
        let policy = ("policy".to_owned(), told.word("decisions-policy"));
        let rule = |(number, rule)| rule_view((number, rule), table, (told, &hits));
        Self {
            key: key.to_owned(),
            name: told.cell("name".to_owned(), told.word("decisions-name"), name),
            rev,
            policy: told.choice(policy, "policy", policies, table.policy.as_str()),
            inputs: (1..).zip(&table.inputs).map(|it| input_view(it, told)).collect(),
            outputs: (1..).zip(&table.outputs).map(|it| output_view(it, told)).collect(),
            rules: (1..).zip(&table.rules).map(rule).collect(),
            facts: facts(table, key, told),
            tried: told
                .tried
                .as_ref()
                .map(|tried| TriedView { value: tried.value.clone(), rules: tried.rules.clone() }),
            problems: told.problems.clone(),
            conflict: told.conflict.clone(),
        }
    }
}

fn input_view((number, input): (usize, &Input), told: &Told) -> InputView {
    let key = |part: &str| format!("in.{number}.{part}");
    let values = cells::read_values(input.kind, &input.values);
    InputView {
        number,
        title: told.about("decisions-input", number, ""),
        label: told.cell(key("label"), told.word("decisions-label"), &input.label),
        expression: told.cell(
            key("expression"),
            told.word("decisions-expression"),
            &input.expression,
        ),
        kind: told.kind(key("kind"), input.kind),
        values: told.cell(key("values"), told.word("decisions-values"), &values),
    }
}

fn output_view((number, output): (usize, &Output), told: &Told) -> OutputView {
    let key = |part: &str| format!("out.{number}.{part}");
    let values = cells::read_values(output.kind, &output.values);
    let default = cells::read_answer(output.kind, &output.default);
    OutputView {
        number,
        title: told.about("decisions-output", number, ""),
        label: told.cell(key("label"), told.word("decisions-label"), &output.label),
        name: told.cell(key("name"), told.word("decisions-output-name"), &output.name),
        kind: told.kind(key("kind"), output.kind),
        values: told.cell(key("values"), told.word("decisions-values"), &values),
        default: told.cell(key("default"), told.word("decisions-default"), &default),
    }
}

fn rule_view(
    (number, rule): (usize, &Rule),
    table: &Table,
    (told, hits): (&Told, &[usize]),
) -> RuleView {
    let test = |(at, (cell, input)): (usize, (&String, &Input))| {
        let column = called(&input.label, &input.expression, at);
        let key = format!("r.{number}.t.{at}");
        let (operator, value) = cells::read(input.kind, cell);
        let label = told.about("decisions-cell-operator", number, &column);
        let operators = cells::operators(input.kind).iter().copied();
        TestView {
            operator: told.choice((format!("{key}.op"), label), "op", operators, operator),
            value: told.cell(key, told.about("decisions-cell-value", number, &column), &value),
            column,
        }
    };
    let answer = |(at, (cell, output)): (usize, (&String, &Output))| {
        let column = called(&output.label, &output.name, at);
        let value = cells::read_answer(output.kind, cell);
        told.cell(
            format!("r.{number}.a.{at}"),
            told.about("decisions-cell-answer", number, &column),
            &value,
        )
    };
    let note = told.about("decisions-cell-note", number, "");
    RuleView {
        number,
        hit: hits.contains(&number),
        tests: (1..).zip(rule.tests.iter().zip(&table.inputs)).map(test).collect(),
        answers: (1..).zip(rule.answers.iter().zip(&table.outputs)).map(answer).collect(),
        note: told.cell(format!("r.{number}.note"), note, &rule.note),
    }
}

fn facts(table: &Table, key: &str, told: &Told) -> Vec<Cell> {
    let fact = |(number, (name, _)): (usize, (String, Kind))| {
        let key = format!("try.{number}");
        let value = told.typed.text(&key).to_owned();
        told.cell(key, name, &value)
    };
    (1..).zip(trial::facts(table, key)).map(fact).collect()
}

/// A table for samples.
pub(super) fn sample() -> Table {
    let input = |label: &str, expression: &str, kind| Input {
        label: label.into(),
        expression: expression.into(),
        kind,
        values: String::new(),
    };
    let output = Output {
        label: "رسیدگی‌کننده".into(),
        kind: Kind::Text,
        values: "\"manager\", \"expert\"".into(),
        ..Output::default()
    };
    let rule = |tests: [&str; 2], answer: &str| Rule {
        tests: tests.map(str::to_owned).to_vec(),
        answers: vec![answer.to_owned()],
        note: String::new(),
    };
    Table {
        policy: Policy::First,
        inputs: vec![input("مبلغ", "amount", Kind::Number), input("نوع", "kind", Kind::Text)],
        outputs: vec![output],
        rules: vec![
            rule(["> 1000000", "-"], "\"manager\""),
            rule(["-", "starts with(?, \"x\")"], "\"expert\""),
        ],
    }
}

impl Page for EditorPage {
    const TEMPLATE: &'static str = "admin/decisions/editor.html";

    fn samples() -> Vec<Self> {
        let head = ("route", "چه کسی رسیدگی می‌کند", 3);
        let lang = Lang::Fa;
        let verdict = Verdict { value: "manager".into(), rules: vec![1] };
        let place = Place { rule: Some(2), column: Some(Column::Input(1)), ..Place::default() };
        let flaw = Flaw { place, fault: rules::tables::Fault::Empty };
        let nothing = Filled::default();
        let mut blank = Table::blank();
        blank.rules.clear();
        vec![
            Self::of(head, &sample(), &Told::nothing(lang)),
            Self::of(head, &blank, &Told::nothing(lang)),
            Self::of(head, &sample(), &Told::flaws(lang, std::slice::from_ref(&flaw))),
            Self::of(
                head,
                &sample(),
                &Told::conflict(lang, "همکار شما آن را تغییر داده است.".into()),
            ),
            Self::of(head, &sample(), &Told::tried(lang, Ok(verdict), &nothing)),
            Self::of(head, &sample(), &Told::tried(lang, Err(vec![flaw]), &nothing)),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say(lang, "decisions-editor-title", &[("name", self.name.value.as_str().into())])
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty() || self.conflict.is_some()
    }
}
