//! A sheet's form as a page draws it.

use forms::FieldView;
use locale::words::{say, say1};
use serde::Serialize;

use super::read::{REMOVED, join, numbers, says_something};
use super::rows::{Kind, Row, SECTIONS};
use crate::services::input::{Showing, row_label};

#[derive(Debug, Serialize)]
pub(crate) struct SectionView {
    key: &'static str,
    title: String,
    items: Vec<ItemView>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(super) enum ItemView {
    Field { field: Box<FieldView> },
    Set { set: SetView },
    Part { key: String, title: String, items: Vec<ItemView> },
    List { key: String, title: String, entries: Vec<EntryView> },
}

/// Several boxes to tick.
#[derive(Debug, Serialize)]
pub(super) struct SetView {
    key: String,
    label: String,
    options: Vec<BoxView>,
}

#[derive(Debug, Serialize)]
struct BoxView {
    name: String,
    label: String,
    ticked: bool,
}

/// One part of a list; the last is for one more.
#[derive(Debug, Serialize)]
pub(super) struct EntryView {
    title: String,
    unfolded: bool,
    /// The box that takes it away; none for one that is not there yet.
    remove: Option<Box<FieldView>>,
    items: Vec<ItemView>,
}

/// Draws rows; knows which documents the form asks for.
pub(super) struct Drawing<'a> {
    pub(super) showing: Showing<'a>,
    /// The file fields of the form: key and label.
    pub(super) documents: &'a [(String, String)],
    /// The names of the inputs, in their order.
    pub(super) names: Vec<String>,
}

impl Drawing<'_> {
    pub(super) fn sections(&mut self) -> Vec<SectionView> {
        let sections = SECTIONS.iter().map(|section| SectionView {
            key: section.key,
            title: say1(self.showing.lang, &format!("services-section-{}", section.key)),
            items: self.rows("", section.rows),
        });
        sections.collect()
    }

    fn rows(&mut self, at: &str, rows: &[Row]) -> Vec<ItemView> {
        rows.iter().flat_map(|row| self.row(&join(at, row.name), row)).collect()
    }

    fn row(&mut self, at: &str, row: &Row) -> Vec<ItemView> {
        let showing = self.showing;
        let label = row_label(row.name, showing.lang);
        match &row.kind {
            Kind::Words => self.words("text", at, &label, row.open),
            Kind::Paragraph => self.words("textarea", at, &label, row.open),
            Kind::Sentences => {
                let hint = say1(showing.lang, "services-sentences-hint");
                let pair = showing.words("textarea", at, &label);
                pair.map(|field| self.field(FieldView { hint: Some(hint.clone()), ..field })).into()
            }
            Kind::Part(rows) => {
                let items = self.rows(at, rows);
                vec![ItemView::Part { key: at.to_owned(), title: label, items }]
            }
            Kind::List(rows) => vec![self.list(at, label, rows)],
            Kind::Set(choices) => {
                let option = |(value, word): (&str, String)| {
                    let name = format!("{at}.{value}");
                    let ticked = showing.typed.is_ticked(&name);
                    BoxView { name, label: say1(showing.lang, &word), ticked }
                };
                let options = choices().into_iter().map(option).collect();
                vec![ItemView::Set { set: SetView { key: at.to_owned(), label, options } }]
            }
            _ => {
                let field = self.single(at, row, label);
                vec![self.field(FieldView { required: !row.open, ..field })]
            }
        }
    }

    fn single(&self, at: &str, row: &Row, label: String) -> FieldView {
        let showing = self.showing;
        let hint = |key: &str| Some(showing.say(key));
        match &row.kind {
            Kind::Choice(choices) => {
                let word = |(value, word): (&str, String)| (value.to_owned(), showing.say(&word));
                showing.choice(at, label, choices().into_iter().map(word))
            }
            Kind::Document => {
                let field = showing.choice(at, label, self.documents.iter().cloned());
                FieldView { hint: hint("services-document-hint"), ..field }
            }
            Kind::Yes => showing.input("checkbox", at, label),
            Kind::Number(_) => {
                let field = showing.input("number", at, label);
                FieldView { ltr: true, inputmode: Some("numeric"), ..field }
            }
            Kind::Day => {
                let field = showing.input("text", at, label);
                FieldView { ltr: true, hint: hint("services-day-hint"), ..field }
            }
            _ => FieldView { ltr: true, ..showing.input("text", at, label) },
        }
    }

    fn words(&mut self, kind: &'static str, at: &str, label: &str, open: bool) -> Vec<ItemView> {
        let [fa, en] = self.showing.words(kind, at, label);
        vec![self.field(FieldView { required: !open, ..fa }), self.field(en)]
    }

    fn field(&mut self, field: FieldView) -> ItemView {
        self.names.push(field.key.clone());
        ItemView::Field { field: Box::new(field) }
    }

    fn list(&mut self, at: &str, title: String, rows: &[Row]) -> ItemView {
        let typed = self.showing.typed;
        let there: Vec<usize> = numbers(typed, at)
            .into_iter()
            .filter(|no| says_something(typed, &format!("{at}.{no}"), rows))
            .collect();
        let next = there.last().map_or(0, |no| no + 1);
        let mut entries: Vec<EntryView> =
            there.into_iter().map(|no| self.entry(at, no, rows)).collect();
        let items = self.rows(&format!("{at}.{next}"), rows);
        let new = say1(self.showing.lang, "services-entry-new");
        entries.push(EntryView { title: new, unfolded: false, remove: None, items });
        ItemView::List { key: at.to_owned(), title, entries }
    }

    fn entry(&mut self, list: &str, no: usize, rows: &[Row]) -> EntryView {
        let at = format!("{list}.{no}");
        let showing = self.showing;
        let items = self.rows(&at, rows);
        let first = ["title.fa", "question.fa", "agency.fa"].map(|name| join(&at, name));
        let name = first.iter().find_map(|name| showing.typed.plain(name)).unwrap_or_default();
        let number = i64::try_from(no + 1).unwrap_or_default();
        let values = [("number", number.into()), ("name", name.into())];
        let within = format!("{at}.");
        let remove = showing.say("services-entry-remove");
        EntryView {
            title: say(showing.lang, "services-entry", &values),
            unfolded: showing.problems.iter().any(|(key, _)| key.starts_with(&within)),
            remove: Some(Box::new(FieldView {
                required: true,
                ..showing.input("checkbox", &join(&at, REMOVED), remove)
            })),
            items,
        }
    }
}
