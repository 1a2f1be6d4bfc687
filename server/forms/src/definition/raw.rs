//! The JSON of a definition, as it is written.
//!
//! One shape for every type of component: serde refuses what no type knows, and [`Component::left`]
//! finds what this type does not, after its reader has taken what it does.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Number, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Document {
    pub(super) r#type: String,
    pub(super) schema_version: u64,
    #[serde(rename = "id")]
    pub(super) _id: String,
    pub(super) components: Vec<Value>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Component {
    pub(super) r#type: String,
    /// form-js numbers its components; nothing of ours refers to it.
    #[serde(rename = "id")]
    pub(super) _id: Option<String>,
    pub(super) key: Option<String>,
    pub(super) label: Option<String>,
    pub(super) description: Option<String>,
    pub(super) text: Option<String>,
    pub(super) values: Option<Vec<Choice>>,
    pub(super) decimal_digits: Option<usize>,
    pub(super) validate: Validate,
    pub(super) properties: Properties,
    pub(super) components: Option<Vec<Value>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Validate {
    pub(super) required: Option<bool>,
    pub(super) min_length: Option<usize>,
    pub(super) max_length: Option<usize>,
    /// A number, or the text of an ISO date.
    pub(super) min: Option<Bound>,
    pub(super) max: Option<Bound>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Bound {
    Number(Number),
    Text(String),
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Properties {
    pub(super) process: Option<bool>,
    pub(super) role: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) max_files: Option<usize>,
    pub(super) max_bytes: Option<u64>,
    pub(super) accept: Option<Vec<String>>,
    pub(super) i18n: Translations,
}

/// One language beside Persian so far.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Translations {
    pub(super) en: Translation,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Translation {
    pub(super) label: Option<String>,
    pub(super) description: Option<String>,
    pub(super) text: Option<String>,
    pub(super) unit: Option<String>,
    /// Labels of options by value.
    pub(super) values: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
}

impl Component {
    /// What nobody has taken: the first property that does not belong to this type.
    pub(super) fn left(&self) -> Option<&'static str> {
        let (validate, properties) = (&self.validate, &self.properties);
        let english = &properties.i18n.en;
        [
            (self.key.is_some(), "key"),
            (self.label.is_some(), "label"),
            (self.description.is_some(), "description"),
            (self.text.is_some(), "text"),
            (self.values.is_some(), "values"),
            (self.decimal_digits.is_some(), "decimalDigits"),
            (self.components.is_some(), "components"),
            (validate.required.is_some(), "validate.required"),
            (validate.min_length.is_some(), "validate.minLength"),
            (validate.max_length.is_some(), "validate.maxLength"),
            (validate.min.is_some(), "validate.min"),
            (validate.max.is_some(), "validate.max"),
            (properties.process.is_some(), "properties.process"),
            (properties.role.is_some(), "properties.role"),
            (properties.unit.is_some(), "properties.unit"),
            (properties.max_files.is_some(), "properties.maxFiles"),
            (properties.max_bytes.is_some(), "properties.maxBytes"),
            (properties.accept.is_some(), "properties.accept"),
            (english.label.is_some(), "properties.i18n.en.label"),
            (english.description.is_some(), "properties.i18n.en.description"),
            (english.text.is_some(), "properties.i18n.en.text"),
            (english.unit.is_some(), "properties.i18n.en.unit"),
            (!english.values.is_empty(), "properties.i18n.en.values"),
        ]
        .into_iter()
        .find_map(|(left, name)| left.then_some(name))
    }
}
