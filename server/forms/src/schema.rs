//! What a form asks, as JSON Schema (draft 2020-12), for programs.

use locale::words::Lang;
use serde_json::{Map, Value, json};

use crate::definition::Choice;
use crate::{Field, Form, Kind, NumberRule};

impl Form {
    /// The schema of the answers that [`Form::given`] takes, with labels in a language. It says less
    /// than the check does: whether a code's digits agree stands in no schema.
    pub fn schema(&self, lang: Lang) -> Value {
        let asked = || self.fields().filter(|field| !matches!(field.kind, Kind::File(_)));
        let properties: Map<String, Value> =
            asked().map(|field| (field.key.clone(), field.schema(lang))).collect();
        let required: Vec<&str> = asked().filter(|f| f.required).map(|f| f.key.as_str()).collect();
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }
}

impl Field {
    fn schema(&self, lang: Lang) -> Value {
        let mut schema = self.kind.schema(self.required, lang);
        if let Some(rules) = schema.as_object_mut() {
            rules.insert("title".into(), self.label.get(lang).into());
            if let Some(description) = &self.description {
                rules.insert("description".into(), description.get(lang).into());
            }
        }
        schema
    }
}

impl Kind {
    fn schema(&self, required: bool, lang: Lang) -> Value {
        match self {
            Self::Text(lengths) => {
                json!({"type": "string", "minLength": lengths.min, "maxLength": lengths.max})
            }
            Self::Number(rule) => number(rule),
            Self::Select(options) | Self::Radio(options) => choice(options, lang),
            Self::Checkbox if required => json!({"type": "boolean", "const": true}),
            Self::Checkbox => json!({"type": "boolean"}),
            Self::Date(_) => json!({"type": "string", "format": "date"}),
            Self::NationalCode => json!({"type": "string", "pattern": "^[0-9]{10}$"}),
            Self::CompanyId => json!({"type": "string", "pattern": "^[0-9]{11}$"}),
            Self::Mobile => json!({"type": "string", "pattern": r"^(\+98|0)9[0-9]{9}$"}),
            Self::File(_) => json!(false),
        }
    }
}

fn number(rule: &NumberRule) -> Value {
    let kind = if rule.decimals == 0 { "integer" } else { "number" };
    let mut schema = Map::from_iter([("type".to_owned(), kind.into())]);
    let ends = [("minimum", &rule.min), ("maximum", &rule.max)];
    for (name, end) in ends {
        if let Some(end) = end {
            schema.insert(name.into(), Value::Number(end.clone()));
        }
    }
    Value::Object(schema)
}

fn choice(options: &[Choice], lang: Lang) -> Value {
    let option = |o: &Choice| json!({"const": o.value, "title": o.label.get(lang)});
    json!({"type": "string", "oneOf": options.iter().map(option).collect::<Vec<_>>()})
}
