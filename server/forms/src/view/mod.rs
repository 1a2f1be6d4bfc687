//! A form as a page draws it: every text in one language, what was typed in its place, and what is
//! wrong beside it.

mod field;

use locale::words::Lang;
use serde::Serialize;

pub use field::{DateView, FieldView, OptionView};

use crate::{Form, Item, Problems, Typed};

/// A form to draw.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormView {
    pub items: Vec<ItemView>,
    /// What is wrong, in the form's order: for the summary on top, linked to the fields.
    pub problems: Vec<ProblemView>,
}

/// What stands in a form, from top to bottom.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum ItemView {
    Heading { text: String },
    Text { text: String },
    Separator,
    Field(Box<FieldView>),
}

/// A line of the error summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProblemView {
    pub key: String,
    /// The name of the first input to be mended; the key itself for files.
    pub input: String,
    pub label: String,
    pub text: String,
}

impl Form {
    /// The form with what was typed and what is wrong with it.
    pub fn view(&self, lang: Lang, typed: &Typed, problems: &Problems) -> FormView {
        let item = |item: &Item| match item {
            Item::Heading(text) => ItemView::Heading { text: text.get(lang).to_owned() },
            Item::Text(text) => ItemView::Text { text: text.get(lang).to_owned() },
            Item::Separator => ItemView::Separator,
            Item::Field(field) => {
                ItemView::Field(Box::new(FieldView::new(field, lang, typed, problems)))
            }
        };
        FormView {
            items: self.items().iter().map(item).collect(),
            problems: self.problem_views(lang, problems),
        }
    }

    fn problem_views(&self, lang: Lang, problems: &Problems) -> Vec<ProblemView> {
        self.fields()
            .filter_map(|field| {
                Some(ProblemView {
                    text: problems.text(lang, &field.key)?,
                    key: field.key.clone(),
                    input: field.inputs().into_iter().next().unwrap_or(field.key.clone()),
                    label: field.label.get(lang).to_owned(),
                })
            })
            .collect()
    }
}
