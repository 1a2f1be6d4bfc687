//! The date by which a referral is to be answered: three inputs, read and drawn as any date of a
//! form is.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use forms::{FieldView, Flaw, Form, ItemView, Problems, Typed};
use locale::jalali::Day;
use locale::words::{Lang, say1};
use serde_json::json;

const KEY: &str = "due";

static FORM: LazyLock<Form> = LazyLock::new(|| {
    let [label, english] = [Lang::Fa, Lang::En].map(|lang| say1(lang, "desk-refer-due"));
    let [hint, english_hint] = [Lang::Fa, Lang::En].map(|lang| say1(lang, "desk-refer-due-hint"));
    let definition = json!({
        "type": "default",
        "schemaVersion": 19,
        "id": "referral",
        "components": [{
            "type": "date",
            "key": KEY,
            "label": label,
            "description": hint,
            "properties": {"i18n": {"en": {"label": english, "description": english_hint}}},
        }],
    });
    Form::parse(&definition).expect("the definition above is a form")
});

/// The end of the chosen day in Tehran; nothing when none was chosen.
pub(super) fn read(typed: &Typed) -> Result<Option<DateTime<Utc>>, Flaw> {
    let parts = ["day", "month", "year"].map(|part| format!("{KEY}.{part}"));
    let typed: Typed = parts.iter().map(|name| (name.as_str(), typed.get(name))).collect();
    match FORM.check(&typed, &|_| 0) {
        Ok(answers) => Ok(answers.text(KEY).and_then(end_of_day)),
        Err(problems) => Err(problems.get(KEY).cloned().unwrap_or(Flaw::new("date-invalid"))),
    }
}

fn end_of_day(date: &str) -> Option<DateTime<Utc>> {
    let date: NaiveDate = date.parse().ok()?;
    Some(Day::from_gregorian(date).end_of_day())
}

/// The three inputs, under an id of the page's choice.
pub(super) fn view(lang: Lang, typed: &Typed, key: String, problem: Option<String>) -> FieldView {
    let drawn = FORM.view(lang, typed, &Problems::default()).items.into_iter();
    let mut fields = drawn.filter_map(|item| match item {
        ItemView::Field(field) => Some(*field),
        _ => None,
    });
    let field = fields.next().expect("the form has one field");
    FieldView { key, problem, ..field }
}
