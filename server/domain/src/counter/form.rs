//! What a clerk notes of a visitor, as a form: it is drawn and checked as any form of an agency is.

use std::sync::LazyLock;

use forms::{Form, Typed};
use locale::words::{Lang, say1};
use serde_json::{Value, json};

const CHANNELS: [&str; 4] = ["in-person", "phone", "post", "agent-office"];
const CHECKS: [&str; 5] = ["national-card", "shahkar", "passport", "residence-card", "letterhead"];
const KINDS: [&str; 3] = ["national-code", "company-id", "foreign-id"];
const OWNERS: [&str; 2] = ["own", "other"];
const LANGUAGES: [&str; 2] = ["fa", "en"];
const AUTHORITIES: [&str; 4] = ["oneself", "introduction-letter", "power-of-attorney", "gazette"];

static FORM: LazyLock<Form> = LazyLock::new(|| {
    let components = [request(), applicant(), representative()];
    let definition = json!({
        "type": "default", "schemaVersion": 19, "id": "visitor", "components": components,
    });
    Form::parse(&definition).expect("the definition in this file is a form")
});

/// The form, in each language.
pub fn form() -> &'static Form {
    &FORM
}

/// What stands in the form before anything was noted.
pub fn blank() -> Typed {
    Typed::from_iter([("lang", Lang::default().code())])
}

fn request() -> Value {
    let fields = [choice("channel", &CHANNELS, true), choice("check", &CHECKS, true)];
    group("request", &fields)
}

fn applicant() -> Value {
    let fields = [
        choice("kind", &KINDS, true),
        line("id", 30, true),
        line("name", 150, true),
        field("mobile", "mobile", &json!({})),
        choice("mobileOwner", &OWNERS, false),
        choice("lang", &LANGUAGES, false),
    ];
    group("applicant", &fields)
}

fn representative() -> Value {
    let fields = [
        choice("authority", &AUTHORITIES, true),
        line("agentName", 150, false),
        choice("agentKind", &["national-code", "foreign-id"], false),
        line("agentId", 30, false),
        line("documentNumber", 60, false),
        field("date", "documentUntil", &json!({})),
        line("documentScope", 300, false),
    ];
    group("representative", &fields)
}

fn group(name: &str, fields: &[Value]) -> Value {
    let [label, english] = words(&format!("counter-group-{name}"));
    json!({
        "type": "group", "label": label, "components": fields,
        "properties": { "i18n": { "en": { "label": english } } },
    })
}

fn line(key: &str, longest: usize, required: bool) -> Value {
    field("textfield", key, &json!({ "required": required, "maxLength": longest }))
}

fn field(kind: &str, key: &str, validate: &Value) -> Value {
    let [label, english] = words(&format!("counter-field-{}", kebab(key)));
    let [hint, english_hint] = words(&format!("counter-hint-{}", kebab(key)));
    json!({
        "type": kind, "key": key, "label": label, "description": hint, "validate": validate,
        "properties": { "i18n": { "en": { "label": english, "description": english_hint } } },
    })
}

fn choice(key: &str, values: &[&str], required: bool) -> Value {
    let [label, english] = words(&format!("counter-field-{}", kebab(key)));
    let option = |value: &&str| json!({ "value": value, "label": option(key, value, Lang::Fa) });
    let translated = |value: &&str| ((*value).to_owned(), option_en(key, value));
    let options: Vec<Value> = values.iter().map(option).collect();
    let english_options: serde_json::Map<_, _> = values.iter().map(translated).collect();
    json!({
        "type": "radio", "key": key, "label": label, "values": options,
        "validate": { "required": required },
        "properties": { "i18n": { "en": { "label": english, "values": english_options } } },
    })
}

/// The words for an option, which the history and the case's page use as well.
fn option(key: &str, value: &str, lang: Lang) -> String {
    say1(lang, &format!("counter-{}-{value}", kebab(key)))
}

fn option_en(key: &str, value: &str) -> Value {
    Value::String(option(key, value, Lang::En))
}

fn words(key: &str) -> [String; 2] {
    [Lang::Fa, Lang::En].map(|lang| say1(lang, key))
}

/// A field's key in the words' way of writing: `mobileOwner` is `mobile-owner`.
fn kebab(key: &str) -> String {
    let mut kebab = String::with_capacity(key.len() + 2);
    for letter in key.chars() {
        if letter.is_ascii_uppercase() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}
