//! The page on which one component of a form is written.

use forms::{FieldView, Problems};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::problems::Line;

use super::component::{FILE_TYPES, asks, roles};
use crate::services::input::Showing;
use crate::services::typed::{Typed, lines};

#[derive(Serialize)]
pub(crate) struct ComponentPage {
    service: String,
    /// Where the form is sent.
    action: String,
    rev: i32,
    /// The component's type, and the place it is put behind.
    kind: String,
    behind: String,
    new: bool,
    fields: Vec<FieldView>,
    /// The types of files, where files are asked for.
    accept: Vec<FieldView>,
    accept_problem: Option<String>,
    problems: Vec<Line>,
    conflict: Option<String>,
}

/// What the page is of.
#[derive(Clone, Copy)]
pub(super) struct Component<'a> {
    pub(super) service: &'a str,
    pub(super) action: &'a str,
    pub(super) rev: i32,
    pub(super) kind: &'a str,
    pub(super) behind: &'a str,
    pub(super) new: bool,
}

impl ComponentPage {
    pub(super) fn of(it: Component<'_>, showing: Showing<'_>, conflict: Option<String>) -> Self {
        let fields = fields(it.kind, showing);
        let problems = beside(showing.problems, &fields);
        let showing = Showing { problems: &problems, ..showing };
        let fields = self::fields(it.kind, showing);
        let mut order: Vec<String> = fields.iter().map(|field| field.key.clone()).collect();
        order.push("accept".to_owned());
        Self {
            service: it.service.to_owned(),
            action: it.action.to_owned(),
            rev: it.rev,
            kind: it.kind.to_owned(),
            behind: it.behind.to_owned(),
            new: it.new,
            fields,
            accept: accept(it.kind, showing),
            accept_problem: problems.text(showing.lang, "accept"),
            problems: lines(&problems, &order, showing.lang),
            conflict,
        }
    }
}

/// The problems by the names of inputs: a text at fault stands in its Persian input, and what has
/// none here beside the first.
fn beside(problems: &Problems, fields: &[FieldView]) -> Problems {
    let has = |name: &str| name == "accept" || fields.iter().any(|field| field.key == name);
    let first = fields.first().map_or("key", |field| field.key.as_str());
    let mut found = Problems::default();
    for (key, flaw) in problems.iter() {
        let persian = format!("{key}.fa");
        let name = [key, persian.as_str()].into_iter().find(|name| has(name)).unwrap_or(first);
        found.insert(name, flaw.clone());
    }
    found
}

fn fields(kind: &str, showing: Showing<'_>) -> Vec<FieldView> {
    let asked = asks(kind);
    let label = |name: &str| showing.say(&format!("services-prop-{name}"));
    let hinted =
        |field: FieldView, hint: &str| FieldView { hint: Some(showing.say(hint)), ..field };
    let number = |name: &str, word: &str| FieldView {
        ltr: true,
        inputmode: Some("numeric"),
        ..showing.input("number", name, label(word))
    };
    let mut fields = Vec::new();
    if asked.label {
        let [fa, en] = showing.words("text", "label", &label("label"));
        fields.extend([FieldView { required: true, ..fa }, en]);
    }
    if asked.text {
        let [fa, en] = showing.words("textarea", "text", &label("text"));
        fields.extend([FieldView { required: true, ..fa }, en]);
    }
    if asked.field {
        let key =
            FieldView { required: true, ltr: true, ..showing.input("text", "key", label("key")) };
        fields.push(hinted(key, "services-key-hint"));
        fields.extend(showing.words("text", "description", &label("description")));
        fields.push(FieldView {
            required: true,
            ..showing.input("checkbox", "required", label("required"))
        });
    }
    if asked.values {
        let values =
            FieldView { required: true, ..showing.input("textarea", "values", label("values")) };
        fields.push(hinted(values, "services-values-hint"));
    }
    if asked.lengths {
        fields.extend([number("minLength", "min-length"), number("maxLength", "max-length")]);
    }
    if asked.bounds {
        let hint = if asked.number { "services-number-hint" } else { "services-day-hint" };
        fields.extend(["min", "max"].map(|name| {
            hinted(FieldView { ltr: true, ..showing.input("text", name, label(name)) }, hint)
        }));
    }
    if asked.number {
        fields.push(number("decimalDigits", "decimal-digits"));
        fields.extend(showing.words("text", "unit", &label("unit")));
    }
    if asked.files {
        fields.extend([number("maxFiles", "max-files"), number("maxBytes", "max-bytes")]);
    }
    if asked.field && !asked.files {
        let process = showing.input("checkbox", "process", label("process"));
        fields.push(hinted(
            FieldView { required: true, ..process },
            "services-component-process-hint",
        ));
    }
    let roles = roles(kind);
    if !roles.is_empty() {
        let option = |role: forms::Role| {
            let name = role.to_string();
            let word = format!("services-role-{}", kebab(&name));
            (name, showing.say(&word))
        };
        let field = showing.choice("role", label("role"), roles.into_iter().map(option));
        fields.push(hinted(field, "services-role-hint"));
    }
    fields
}

fn accept(kind: &str, showing: Showing<'_>) -> Vec<FieldView> {
    if !asks(kind).files {
        return Vec::new();
    }
    let field = |kind: &str| FieldView {
        required: true,
        ..showing.input("checkbox", &format!("accept.{kind}"), kind.to_uppercase())
    };
    FILE_TYPES.into_iter().map(field).collect()
}

/// `contact-email` of `contactEmail`.
pub(crate) fn kebab(camel: &str) -> String {
    let letter = |c: char| match c {
        c if c.is_ascii_uppercase() => format!("-{}", c.to_ascii_lowercase()),
        c => c.to_string(),
    };
    camel.chars().map(letter).collect()
}

impl Page for ComponentPage {
    const TEMPLATE: &'static str = "admin/services/component.html";

    fn samples() -> Vec<Self> {
        let sample = |kind: &str, new: bool| {
            let (typed, problems) = (Typed::default(), Problems::default());
            let it = Component {
                service: "cosmetics-import",
                action: "/services/x/draft/form",
                rev: 2,
                kind,
                behind: "1.2",
                new,
            };
            let lang = Lang::Fa;
            let right = Self::of(it, Showing { lang, typed: &typed, problems: &problems }, None);
            let conflict = (!new).then(|| "نسرین نمونه آن را تغییر داد.".to_owned());
            let problems = super::component::read(kind, &typed).err().unwrap_or_default();
            let wrong =
                Self::of(it, Showing { lang, typed: &typed, problems: &problems }, conflict);
            [right, wrong]
        };
        let kinds = super::component::TYPES.iter().enumerate();
        kinds.flat_map(|(no, kind)| sample(kind, no % 2 == 0)).collect()
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, if self.new { "services-component-new" } else { "services-component-title" })
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty() || self.conflict.is_some()
    }
}
