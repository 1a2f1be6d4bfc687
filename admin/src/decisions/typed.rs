//! The editor's form: a table as inputs by their names, and back.

use rules::tables::{Column, Input, Kind, Output, Place, Policy, Rule, Table};

use super::cells;
use crate::filled::Filled;

/// The most of each that the editor's one form can hold: a browser may send a thousand fields.
pub(super) const MOST_COLUMNS: usize = 12;
const MOST_FIELDS: usize = 900;

/// What a button of the editor asks for, beside saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Save,
    Publish,
    Try,
    AddInput,
    AddOutput,
    AddRule,
    /// From 0.
    RemoveInput(usize),
    RemoveOutput(usize),
    RemoveRule(usize),
    Raise(usize),
}

impl Step {
    pub(super) fn read(text: &str) -> Self {
        let (name, number) = text.rsplit_once('-').unwrap_or((text, ""));
        let at = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        match (name, at) {
            ("publish", _) => Self::Publish,
            ("try", _) => Self::Try,
            ("add", _) if number == "input" => Self::AddInput,
            ("add", _) if number == "output" => Self::AddOutput,
            ("add", _) if number == "rule" => Self::AddRule,
            ("remove-input", Some(at)) => Self::RemoveInput(at),
            ("remove-output", Some(at)) => Self::RemoveOutput(at),
            ("remove-rule", Some(at)) => Self::RemoveRule(at),
            ("raise-rule", Some(at)) => Self::Raise(at),
            _ => Self::Save,
        }
    }

    /// Do it; says whether the table still fits the editor.
    pub(super) fn apply(self, table: &mut Table) -> bool {
        match self {
            Self::AddInput => {
                table.inputs.push(Input::default());
                table.rules.iter_mut().for_each(|rule| rule.tests.push("-".to_owned()));
            }
            Self::AddOutput => {
                table.outputs.push(Output::default());
                table.rules.iter_mut().for_each(|rule| rule.answers.push(String::new()));
            }
            Self::AddRule => table.rules.push(Rule {
                tests: vec!["-".to_owned(); table.inputs.len()],
                answers: vec![String::new(); table.outputs.len()],
                note: String::new(),
            }),
            Self::RemoveInput(at) if at < table.inputs.len() => {
                table.inputs.remove(at);
                table.rules.iter_mut().for_each(|rule| drop(rule.tests.remove(at)));
            }
            Self::RemoveOutput(at) if at < table.outputs.len() => {
                table.outputs.remove(at);
                table.rules.iter_mut().for_each(|rule| drop(rule.answers.remove(at)));
            }
            Self::RemoveRule(at) if at < table.rules.len() => drop(table.rules.remove(at)),
            Self::Raise(at) if at > 0 && at < table.rules.len() => table.rules.swap(at, at - 1),
            // Nothing but saving, or a row that is gone already.
            Self::Save
            | Self::Publish
            | Self::Try
            | Self::RemoveInput(_)
            | Self::RemoveOutput(_)
            | Self::RemoveRule(_)
            | Self::Raise(_) => {}
        }
        fits(table)
    }
}

/// Whether the editor's form can hold the table.
pub(super) fn fits(table: &Table) -> bool {
    let (inputs, outputs) = (table.inputs.len(), table.outputs.len());
    let fields = 4 * inputs + 5 * outputs + table.rules.len() * (2 * inputs + outputs + 1);
    inputs <= MOST_COLUMNS && outputs <= MOST_COLUMNS && fields <= MOST_FIELDS
}

/// The table that was typed. None if the form does not say how large it is.
pub(super) fn read(sent: &Filled) -> Option<Table> {
    let count = |name: &str| sent.text(name).parse::<usize>().ok();
    let (inputs, outputs) = (count("inputs")?, count("outputs")?);
    let rules = count("rules")?;
    if inputs > MOST_COLUMNS || outputs > MOST_COLUMNS || rules > MOST_FIELDS {
        return None;
    }
    let text = |name: String| sent.text(&name).trim().replace("\r\n", "\n");
    let inputs: Vec<Input> = (1..=inputs).map(|at| input(&text, at)).collect();
    let outputs: Vec<Output> = (1..=outputs).map(|at| output(&text, at)).collect();
    let rule = |row: usize| Rule {
        tests: (1..)
            .zip(&inputs)
            .map(|(at, input)| {
                let cell = format!("r.{row}.t.{at}");
                // A column that has changed its type may know fewer operators than its cells.
                let operator = text(format!("{cell}.op"));
                cells::spell(input.kind, &operator, &text(cell))
            })
            .collect(),
        answers: (1..)
            .zip(&outputs)
            .map(|(at, output)| cells::spell_answer(output.kind, &text(format!("r.{row}.a.{at}"))))
            .collect(),
        note: text(format!("r.{row}.note")),
    };
    let rules = (1..=rules).map(rule).collect();
    let policy = sent.text("policy");
    let policy = Policy::ALL.into_iter().find(|known| known.as_str() == policy)?;
    let table = Table { policy, inputs, outputs, rules };
    fits(&table).then_some(table)
}

fn input(text: &impl Fn(String) -> String, at: usize) -> Input {
    let kind = kind(&text(format!("in.{at}.kind")));
    Input {
        label: text(format!("in.{at}.label")),
        expression: text(format!("in.{at}.expression")),
        kind,
        values: cells::spell_values(kind, &text(format!("in.{at}.values"))),
    }
}

fn output(text: &impl Fn(String) -> String, at: usize) -> Output {
    let kind = kind(&text(format!("out.{at}.kind")));
    Output {
        label: text(format!("out.{at}.label")),
        name: text(format!("out.{at}.name")),
        kind,
        values: cells::spell_values(kind, &text(format!("out.{at}.values"))),
        default: cells::spell_answer(kind, &text(format!("out.{at}.default"))),
    }
}

fn kind(name: &str) -> Kind {
    Kind::ALL.into_iter().find(|known| known.as_str() == name).unwrap_or_default()
}

/// The name of the input that a place of the table stands in.
pub(super) fn field(place: &Place) -> String {
    match (place.rule, place.column) {
        (Some(rule), Some(Column::Input(at))) => format!("r.{rule}.t.{at}"),
        (Some(rule), Some(Column::Output(at))) => format!("r.{rule}.a.{at}"),
        (Some(rule), None) => format!("r.{rule}.note"),
        (None, Some(Column::Input(at))) => format!("in.{at}.expression"),
        (None, Some(Column::Output(at))) => format!("out.{at}.label"),
        (None, None) => "policy".to_owned(),
    }
}
