//! From a component of a form to what stands in its own form, and back.

use forms::{Problems, Role};
use locale::digits;
use locale::jalali::Day;
use serde_json::{Map, Number, Value, json};
use strum::VariantArray;

use crate::services::typed::{Reading, Typed};

/// The types of components that can be added, each called `services-type-<type>`.
pub(crate) const TYPES: [&str; 14] = [
    "textfield",
    "textarea",
    "number",
    "select",
    "radio",
    "checkbox",
    "date",
    "nationalId",
    "companyId",
    "mobile",
    "filepicker",
    "group",
    "text",
    "separator",
];

pub(crate) const FILE_TYPES: [&str; 3] = ["pdf", "jpg", "png"];

const MEGABYTE: u64 = 1 << 20;

/// What the form of a component asks for.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a part of the page that is there or not"
)]
pub(crate) struct Asks {
    /// It has a key, can be required and can be told to the process.
    pub(crate) field: bool,
    pub(crate) label: bool,
    pub(crate) text: bool,
    pub(crate) lengths: bool,
    pub(crate) bounds: bool,
    pub(crate) number: bool,
    pub(crate) values: bool,
    pub(crate) files: bool,
}

pub(crate) fn asks(kind: &str) -> Asks {
    let is = |kinds: &[&str]| kinds.contains(&kind);
    let field = !is(&["group", "text", "separator"]);
    Asks {
        field,
        label: field || kind == "group",
        text: kind == "text",
        lengths: is(&["textfield", "textarea"]),
        bounds: is(&["number", "date"]),
        number: kind == "number",
        values: is(&["select", "radio"]),
        files: kind == "filepicker",
    }
}

/// The roles that a field of this type can have.
pub(crate) fn roles(kind: &str) -> Vec<Role> {
    let fits = |role: &Role| match role {
        Role::ApplicantName | Role::ContactEmail => kind == "textfield",
        Role::NationalCode => kind == "nationalId",
        Role::CompanyId => kind == "companyId",
        Role::ContactMobile => kind == "mobile",
    };
    Role::VARIANTS.iter().copied().filter(fits).collect()
}

pub(crate) fn kind_of(component: &Value) -> &str {
    component.get("type").and_then(Value::as_str).unwrap_or_default()
}

/// What stands in the form of a component.
pub(crate) fn flatten(component: &Value) -> Typed {
    let mut typed = Typed::default();
    let english = component.pointer("/properties/i18n/en");
    for (name, place) in [("label", ""), ("description", ""), ("text", ""), ("unit", "properties")]
    {
        let own = if place.is_empty() { Some(component) } else { component.get(place) };
        typed.set(format!("{name}.fa"), text(own, name));
        typed.set(format!("{name}.en"), text(english, name));
    }
    let plain = [
        ("key", "/key"),
        ("role", "/properties/role"),
        ("minLength", "/validate/minLength"),
        ("maxLength", "/validate/maxLength"),
        ("decimalDigits", "/decimalDigits"),
        ("maxFiles", "/properties/maxFiles"),
    ];
    for (name, pointer) in plain {
        typed.set(name, shown(component.pointer(pointer)));
    }
    for (name, pointer) in [("required", "/validate/required"), ("process", "/properties/process")]
    {
        if component.pointer(pointer) == Some(&Value::Bool(true)) {
            typed.set(name, "on");
        }
    }
    for name in ["min", "max"] {
        typed.set(name, bound(component.pointer(&format!("/validate/{name}"))));
    }
    if let Some(bytes) = component.pointer("/properties/maxBytes").and_then(Value::as_u64) {
        typed.set("maxBytes", bytes.div_ceil(MEGABYTE).to_string());
    }
    let accepted = component.pointer("/properties/accept").and_then(Value::as_array);
    for kind in accepted.into_iter().flatten().filter_map(Value::as_str) {
        typed.set(format!("accept.{kind}"), "on");
    }
    typed.set("values", options(component));
    typed
}

fn text<'a>(of: Option<&'a Value>, name: &str) -> &'a str {
    of.and_then(|of| of.get(name)).and_then(Value::as_str).unwrap_or_default()
}

fn shown(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// A day is kept as ISO 8601 has it and shown as people know it.
fn bound(value: Option<&Value>) -> String {
    let text = shown(value);
    match (value, text.parse()) {
        (Some(Value::String(_)), Ok(date)) => Day::from_gregorian(date).to_string(),
        _ => text,
    }
}

/// One option a line: `value | label | English label`.
fn options(component: &Value) -> String {
    let english = component.pointer("/properties/i18n/en/values");
    let values = component.get("values").and_then(Value::as_array);
    let line = |option: &Value| {
        let text = |name: &str| option.get(name).and_then(Value::as_str).unwrap_or_default();
        let (value, label) = (text("value"), text("label"));
        match english.and_then(|all| all.get(value)).and_then(Value::as_str) {
            Some(english) => format!("{value} | {label} | {english}"),
            None => format!("{value} | {label}"),
        }
    };
    values.into_iter().flatten().map(line).collect::<Vec<_>>().join("\n")
}

/// The component that was typed. Whether it fits the form, the domain says; here only what cannot be
/// written down is told.
pub(crate) fn read(kind: &str, typed: &Typed) -> Result<Value, Problems> {
    let asked = asks(kind);
    let mut reading = Reading::of(typed);
    let mut writing = Writing::new(kind);
    if asked.field {
        writing.put("/key", typed.plain("key").map(|key| json!(key)).or(Some(json!(""))));
        writing.put("/validate/required", typed.is_ticked("required").then_some(json!(true)));
        writing.put("/properties/process", typed.is_ticked("process").then_some(json!(true)));
        writing.put("/properties/role", typed.plain("role").map(|role| json!(role)));
        writing.words(&mut reading, "description", "/description");
    }
    if asked.label {
        writing.must(&mut reading, "label");
    }
    if asked.text {
        writing.must(&mut reading, "text");
    }
    if kind == "group" {
        writing.put("/components", Some(json!([])));
    }
    if asked.lengths {
        writing.whole(&mut reading, "minLength", "/validate/minLength");
        writing.whole(&mut reading, "maxLength", "/validate/maxLength");
    }
    if asked.bounds {
        for name in ["min", "max"] {
            let value =
                if asked.number { number(&mut reading, name) } else { day(&mut reading, name) };
            writing.put(&format!("/validate/{name}"), value);
        }
    }
    if asked.number {
        writing.whole(&mut reading, "decimalDigits", "/decimalDigits");
        writing.words(&mut reading, "unit", "/properties/unit");
    }
    if asked.values {
        choices(&mut reading, &mut writing);
    }
    if asked.files {
        files(&mut reading, &mut writing);
    }
    reading.problems.or(writing.0)
}

fn number(reading: &mut Reading<'_>, name: &str) -> Option<Value> {
    let typed = digits::ungrouped(&reading.typed.plain(name)?).replace('\u{2212}', "-");
    let whole = typed.parse::<i64>().ok().map(Number::from);
    let number = whole.or_else(|| typed.parse().ok().and_then(Number::from_f64));
    if number.is_none() {
        reading.flaw(name, "number-invalid");
    }
    number.map(Value::Number)
}

fn day(reading: &mut Reading<'_>, name: &str) -> Option<Value> {
    let day = Day::parse(&reading.typed.plain(name)?);
    if day.is_none() {
        reading.flaw(name, "date-invalid");
    }
    day.map(|day| json!(day.to_gregorian().to_string()))
}

fn choices(reading: &mut Reading<'_>, writing: &mut Writing) {
    let lines = reading.text("values").unwrap_or_default();
    let (mut values, mut english) = (Vec::new(), Map::new());
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut parts = line.splitn(3, '|').map(str::trim);
        let (value, label) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if value.is_empty() || label.is_empty() {
            reading.flaw("values", "service-option");
        }
        values.push(json!({"value": value, "label": label}));
        if let Some(text) = parts.next().filter(|text| !text.is_empty()) {
            english.insert(value.to_owned(), json!(text));
        }
    }
    writing.put("/values", Some(Value::Array(values)));
    let translated = !english.is_empty();
    writing.put("/properties/i18n/en/values", translated.then_some(Value::Object(english)));
}

fn files(reading: &mut Reading<'_>, writing: &mut Writing) {
    writing.whole(reading, "maxFiles", "/properties/maxFiles");
    let bytes = reading.whole("maxBytes", 1_000);
    let bytes = bytes.and_then(|mb| u64::try_from(mb).ok()).map(|mb| json!(mb * MEGABYTE));
    writing.put("/properties/maxBytes", bytes);
    let ticked = |kind: &&&str| reading.typed.is_ticked(&format!("accept.{kind}"));
    let accepted: Vec<&str> = FILE_TYPES.iter().filter(ticked).copied().collect();
    if accepted.is_empty() {
        reading.flaw("accept", "service-accept");
    }
    writing.put("/properties/accept", Some(json!(accepted)));
}

/// A component while it is put together.
struct Writing(Value);

impl Writing {
    fn new(kind: &str) -> Self {
        Self(json!({"type": kind}))
    }

    /// Put a value at a place, making what it stands in; nothing is put nowhere.
    fn put(&mut self, pointer: &str, value: Option<Value>) {
        let Some(value) = value else { return };
        let mut at = &mut self.0;
        for name in pointer.split('/').skip(1) {
            at = &mut at[name];
        }
        *at = value;
    }

    /// A text in its usual place, its translation in that of translations.
    fn words(&mut self, reading: &mut Reading<'_>, name: &str, pointer: &str) {
        let words = reading.words(name);
        let of = |lang: &str| words.as_ref().and_then(|words| words.get(lang)).cloned();
        self.put(pointer, of("fa"));
        self.put(&format!("/properties/i18n/en/{name}"), of("en"));
    }

    /// The same for one without which the component is none.
    fn must(&mut self, reading: &mut Reading<'_>, name: &str) {
        if reading.typed.plain(&format!("{name}.fa")).is_none() {
            reading.flaw(&format!("{name}.fa"), "required");
        }
        self.words(reading, name, &format!("/{name}"));
    }

    fn whole(&mut self, reading: &mut Reading<'_>, name: &str, pointer: &str) {
        let number = reading.whole(name, 1_000_000);
        self.put(pointer, number.map(|number| json!(number)));
    }
}
