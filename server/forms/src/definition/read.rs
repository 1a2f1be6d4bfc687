//! Reading a definition.

use std::collections::HashSet;

use locale::text;
use serde::Deserialize;
use serde_json::Value;

use super::field::{Field, Role, Wording};
use super::form::Item;
use super::problem::{DefinitionFlaw as Flaw, DefinitionProblem as Problem};
use super::raw::{Component, Document};
use super::rules;

const MAX_BYTES: usize = 200_000;
const MAX_FIELDS: usize = 200;
const MAX_KEY: usize = 64;
/// Longest label, hint or paragraph, in characters.
const MAX_TEXT: usize = 2_000;

/// The items of a definition, or everything that is wrong with it.
pub(super) fn items(json: &Value) -> Result<Vec<Item>, Vec<Problem>> {
    if json.to_string().len() > MAX_BYTES {
        return Err(vec![Problem::new("form", Flaw::TooLarge, "")]);
    }
    let document = document(json).map_err(|problem| vec![problem])?;
    let mut reader = Reader::default();
    reader.components("components", &document.components, false);
    reader.whole();
    if reader.problems.is_empty() { Ok(reader.items) } else { Err(reader.problems) }
}

fn document(json: &Value) -> Result<Document, Problem> {
    let document = Document::deserialize(json)
        .map_err(|error| Problem::new("form", Flaw::Shape, error.to_string()))?;
    if document.r#type != "default" || document.schema_version != 19 {
        return Err(Problem::new("form", Flaw::Version, ""));
    }
    Ok(document)
}

#[derive(Default)]
struct Reader {
    items: Vec<Item>,
    problems: Vec<Problem>,
}

impl Reader {
    fn components(&mut self, at: &str, components: &[Value], in_group: bool) {
        for (number, json) in components.iter().enumerate() {
            let at = format!("{at}[{number}]");
            if let Err(problem) = self.component(&at, json, in_group) {
                self.problems.push(problem);
            }
        }
    }

    fn component(&mut self, at: &str, json: &Value, in_group: bool) -> Result<(), Problem> {
        let mut raw = Component::deserialize(json)
            .map_err(|error| Problem::new(at, Flaw::Shape, error.to_string()))?;
        let mut inner = None;
        let item = match raw.r#type.as_str() {
            "group" if in_group => return Err(Problem::new(at, Flaw::NestedGroup, "")),
            "group" => {
                inner = raw.components.take();
                Item::Heading(label(at, &mut raw)?)
            }
            "text" => Item::Text(paragraph(at, &mut raw)?),
            "separator" => Item::Separator,
            _ => Item::Field(field(at, &mut raw)?),
        };
        if let Some(left) = raw.left() {
            return Err(Problem::new(at, Flaw::UnknownProperty, left));
        }
        self.items.push(item);
        if let Some(inner) = inner {
            self.components(&format!("{at}.components"), &inner, true);
        }
        Ok(())
    }

    /// What only the form as a whole can get wrong.
    fn whole(&mut self) {
        let (mut keys, mut roles, mut count) = (HashSet::new(), HashSet::new(), 0);
        for item in &self.items {
            let Item::Field(field) = item else { continue };
            count += 1;
            if !keys.insert(&field.key) {
                self.problems.push(Problem::new(&field.key, Flaw::KeyRepeated, ""));
            }
            if let Some(role) = field.role.filter(|role| !roles.insert(*role)) {
                let problem = Problem::new(&field.key, Flaw::RoleRepeated, role.to_string());
                self.problems.push(problem);
            }
        }
        if count > MAX_FIELDS {
            self.problems.push(Problem::new("form", Flaw::TooManyFields, count.to_string()));
        }
    }
}

fn field(at: &str, raw: &mut Component) -> Result<Field, Problem> {
    let kind = rules::kind(at, raw)?;
    let key = raw.key.take().ok_or_else(|| Problem::new(at, Flaw::MissingProperty, "key"))?;
    if !is_key(&key) {
        return Err(Problem::new(at, Flaw::KeyFormat, key));
    }
    let role = role(&key, raw)?;
    if let Some(role) = role.filter(|role| !role.fits(&kind)) {
        return Err(Problem::new(&key, Flaw::RoleMisplaced, role.to_string()));
    }
    Ok(Field {
        label: label(&key, raw)?,
        description: description(&key, raw)?,
        required: raw.validate.required.take().unwrap_or(false),
        process: raw.properties.process.take().unwrap_or(false),
        role,
        kind,
        key,
    })
}

fn role(at: &str, raw: &mut Component) -> Result<Option<Role>, Problem> {
    let Some(name) = raw.properties.role.take() else { return Ok(None) };
    name.parse().map(Some).map_err(|_| Problem::new(at, Flaw::UnknownRole, name))
}

fn is_key(key: &str) -> bool {
    key.len() <= MAX_KEY
        && key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
}

fn label(at: &str, raw: &mut Component) -> Result<Wording, Problem> {
    let en = raw.properties.i18n.en.label.take();
    wording(at, "label", raw.label.take(), en)?
        .ok_or_else(|| Problem::new(at, Flaw::MissingProperty, "label"))
}

fn description(at: &str, raw: &mut Component) -> Result<Option<Wording>, Problem> {
    let en = raw.properties.i18n.en.description.take();
    wording(at, "description", raw.description.take(), en)
}

fn paragraph(at: &str, raw: &mut Component) -> Result<Wording, Problem> {
    let en = raw.properties.i18n.en.text.take();
    wording(at, "text", raw.text.take(), en)?
        .ok_or_else(|| Problem::new(at, Flaw::MissingProperty, "text"))
}

/// A text with its translation, cleaned. A translation of nothing is a problem.
pub(super) fn wording(
    at: &str,
    property: &str,
    fa: Option<String>,
    en: Option<String>,
) -> Result<Option<Wording>, Problem> {
    if fa.is_none() && en.is_none() {
        return Ok(None);
    }
    let problem = || Problem::new(at, Flaw::Text, property);
    let fits = |text: &str| !text.is_empty() && text.chars().count() <= MAX_TEXT;
    let fa = text::clean(&fa.ok_or_else(problem)?);
    let en = en.map(|en| text::clean(&en));
    if !fits(&fa) || !en.as_deref().is_none_or(fits) {
        return Err(problem());
    }
    Ok(Some(Wording { fa, en }))
}
