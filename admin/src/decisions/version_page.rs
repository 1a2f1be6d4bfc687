//! A published version as a table to read.

use chrono::{DateTime, Utc};
use domain::decisions::Version;
use locale::words::{Lang, say1};
use rules::tables::{Kind, Table};
use serde::Serialize;
use web::Page;

use super::cells;

#[derive(Serialize)]
pub(crate) struct TablePage {
    key: String,
    name: String,
    number: i32,
    at: DateTime<Utc>,
    by: Option<String>,
    table: Option<TableView>,
    xml: String,
}

#[derive(Serialize)]
struct TableView {
    policy: String,
    inputs: Vec<String>,
    outputs: Vec<String>,
    rules: Vec<RuleView>,
}

#[derive(Serialize)]
struct RuleView {
    number: usize,
    tests: Vec<CellView>,
    answers: Vec<CellView>,
    note: String,
}

/// A cell in words: the operator, and what it stands before.
#[derive(Serialize)]
struct CellView {
    label: String,
    operator: Option<String>,
    value: String,
}

impl TablePage {
    pub(super) fn of(key: &str, version: &Version, lang: Lang) -> Self {
        Self {
            key: key.to_owned(),
            name: version.name.clone(),
            number: version.number,
            at: version.published_at,
            by: version.published_by.clone(),
            table: Table::read(&version.xml).map(|table| TableView::of(&table, lang)),
            xml: version.xml.clone(),
        }
    }
}

/// What a column is called.
pub(super) fn called(label: &str, otherwise: &str, number: usize) -> String {
    let names = [label, otherwise].into_iter().find(|name| !name.is_empty());
    names.map_or_else(|| number.to_string(), str::to_owned)
}

impl TableView {
    fn of(table: &Table, lang: Lang) -> Self {
        let inputs: Vec<String> = (1..)
            .zip(&table.inputs)
            .map(|(no, it)| called(&it.label, &it.expression, no))
            .collect();
        let outputs: Vec<String> =
            (1..).zip(&table.outputs).map(|(no, it)| called(&it.label, &it.name, no)).collect();
        let rule = |(number, rule): (usize, &rules::tables::Rule)| RuleView {
            number,
            tests: (rule.tests.iter().zip(&table.inputs).zip(&inputs))
                .map(|((cell, input), label)| CellView::test(input.kind, cell, (label, lang)))
                .collect(),
            answers: (rule.answers.iter().zip(&table.outputs).zip(&outputs))
                .map(|((cell, output), label)| CellView {
                    label: label.clone(),
                    operator: None,
                    value: cells::read_answer(output.kind, cell),
                })
                .collect(),
            note: rule.note.clone(),
        };
        let rules = (1..).zip(&table.rules).map(rule).collect();
        let policy = say1(lang, &format!("decisions-policy-{}", table.policy.as_str()));
        Self { policy, inputs, outputs, rules }
    }
}

impl CellView {
    fn test(kind: Kind, cell: &str, (label, lang): (&str, Lang)) -> Self {
        let (operator, value) = cells::read(kind, cell);
        let operator = Some(say1(lang, &format!("decisions-op-{operator}")));
        Self { label: label.to_owned(), operator, value }
    }
}

impl Page for TablePage {
    const TEMPLATE: &'static str = "admin/decisions/version.html";

    fn samples() -> Vec<Self> {
        let table = super::editor_page::sample();
        let version = |xml: String| Version {
            id: domain::DecisionVersionId(uuid::Uuid::nil()),
            number: 2,
            name: "چه کسی رسیدگی می‌کند".into(),
            xml,
            published_by: Some("نرگس نمونه".into()),
            published_at: DateTime::UNIX_EPOCH,
        };
        vec![
            Self::of("route", &version(table.write("route", "x")), Lang::Fa),
            Self::of("route", &version("<definitions/>".into()), Lang::Fa),
        ]
    }

    fn title(&self, _: Lang) -> String {
        self.name.clone()
    }
}
