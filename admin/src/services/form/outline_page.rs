//! The form as a list of what stands in it.

use domain::revisions::Revision;
use forms::edit::{self, Place};
use locale::words::{Lang, say1};
use serde::Serialize;
use serde_json::{Value, json};
use web::Page;

use super::component::{TYPES, kind_of};
use super::component_page::kebab;

#[derive(Serialize)]
pub(crate) struct OutlinePage {
    service: String,
    title: String,
    rev: i32,
    lines: Vec<LineView>,
    types: Vec<TypeView>,
}

/// One component.
#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "what a template asks of a line")]
struct LineView {
    place: String,
    inner: bool,
    /// The number by which it is told from others of the same name.
    number: usize,
    name: String,
    key: Option<String>,
    kind: String,
    required: bool,
    first: bool,
    last: bool,
    editable: bool,
}

#[derive(Serialize)]
struct TypeView {
    kind: &'static str,
    label: String,
}

impl OutlinePage {
    pub(super) fn of(revision: &Revision, lang: Lang) -> Self {
        let title = revision.sheet.title.say(lang).to_owned();
        let key = revision.entry.key.clone();
        Self::new((key, title, revision.rev), revision.form.as_json(), lang)
    }

    fn new((service, title, rev): (String, String, i32), form: &Value, lang: Lang) -> Self {
        let all = edit::outline(form);
        let line = |(no, (place, component)): (usize, &(Place, &Value))| {
            let mut line = LineView::of(*place, component, lang);
            line.number = no + 1;
            // The first of all cannot move up; whether another can move down, the form knows.
            line.first = no == 0;
            line.last = edit::shift(form, *place, edit::Direction::Down).is_none();
            line
        };
        let lines = all.iter().enumerate().map(line).collect();
        let label = |kind: &str| say1(lang, &format!("services-type-{}", kebab(kind)));
        let types = TYPES.iter().map(|kind| TypeView { kind, label: label(kind) }).collect();
        Self { service, title, rev, lines, types }
    }
}

impl LineView {
    fn of(place: Place, component: &Value, lang: Lang) -> Self {
        let kind = kind_of(component);
        Self {
            place: place.to_string(),
            inner: place.inner.is_some(),
            number: 0,
            name: name(component, lang),
            key: component.get("key").and_then(Value::as_str).map(str::to_owned),
            kind: say1(lang, &format!("services-type-{}", kebab(kind))),
            required: component.pointer("/validate/required") == Some(&Value::Bool(true)),
            first: false,
            last: false,
            editable: kind != "separator",
        }
    }
}

/// What a component says, in a language or in Persian; long texts are cut.
pub(super) fn name(component: &Value, lang: Lang) -> String {
    let english = component.pointer("/properties/i18n/en").filter(|_| lang == Lang::En);
    let said = |name: &str| {
        let own = english.and_then(|en| en.get(name)).or_else(|| component.get(name));
        own.and_then(Value::as_str)
    };
    let text = said("label").or_else(|| said("text")).unwrap_or_default();
    match text.char_indices().nth(90) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

impl Page for OutlinePage {
    const TEMPLATE: &'static str = "admin/services/form.html";

    fn samples() -> Vec<Self> {
        let form = json!({"components": [
            {"type": "text", "text": "پیش از آغاز مدارک را آماده کنید."},
            {"type": "group", "label": "شرکت", "components": [
                {"type": "textfield", "key": "companyName", "label": "نام شرکت",
                 "validate": {"required": true}},
            ]},
            {"type": "separator"},
            {"type": "checkbox", "key": "consent", "label": "می‌پذیرم"},
        ]});
        let of = |form: &Value| {
            Self::new(("cosmetics-import".into(), "مجوز ورود".into(), 4), form, Lang::Fa)
        };
        vec![of(&form), of(&json!({"components": []}))]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "services-form-title")
    }
}
