//! A form.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::field::{Field, Role, Wording};
use super::problem::{self, DefinitionProblem};
use super::read;
use crate::Answers;

/// A form as the agency defined it. Cheap to clone; its serde form is the definition itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub struct Form {
    json: Arc<Value>,
    items: Arc<[Item]>,
}

/// What stands in a form, from top to bottom. A group is its heading and what follows.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    Heading(Wording),
    Text(Wording),
    Separator,
    Field(Field),
}

impl Form {
    /// Read a definition: `{"type": "default", "schemaVersion": 19, "id": …, "components": […]}`,
    /// at most 200 kB, 200 fields and 100 options each. All problems are told at once.
    pub fn parse(json: &Value) -> Result<Self, Vec<DefinitionProblem>> {
        let items = read::items(json)?;
        Ok(Self { json: Arc::new(json.clone()), items: items.into() })
    }

    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The inputs, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.items.iter().filter_map(|item| match item {
            Item::Field(field) => Some(field),
            _ => None,
        })
    }

    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields().find(|field| field.key == key)
    }

    /// The field whose answer has this role.
    pub fn with_role(&self, role: Role) -> Option<&Field> {
        self.fields().find(|field| field.role == Some(role))
    }

    /// What the answers say in this role.
    pub fn told<'a>(&self, role: Role, answers: &'a Answers) -> Option<&'a str> {
        self.with_role(role).and_then(|field| answers.text(&field.key))
    }

    /// The answers that the process may read. A field that was left empty is null, so that a
    /// condition can ask for it.
    pub fn process_variables(&self, answers: &Answers) -> Map<String, Value> {
        self.fields()
            .filter(|field| field.process)
            .map(|field| (field.key.clone(), answers.get(&field.key).cloned().unwrap_or_default()))
            .collect()
    }

    /// The same form with nothing but the fields that the process may read.
    #[must_use]
    pub fn of_process(&self) -> Self {
        let is_read = |item: &&Item| matches!(item, Item::Field(field) if field.process);
        let items = self.items.iter().filter(is_read).cloned().collect();
        Self { json: self.json.clone(), items }
    }

    /// The definition.
    pub fn as_json(&self) -> &Value {
        &self.json
    }
}

impl TryFrom<Value> for Form {
    type Error = String;

    fn try_from(json: Value) -> Result<Self, String> {
        Self::parse(&json).map_err(|problems| problem::sentence(&problems))
    }
}

impl From<Form> for Value {
    fn from(form: Form) -> Self {
        Arc::unwrap_or_clone(form.json)
    }
}
