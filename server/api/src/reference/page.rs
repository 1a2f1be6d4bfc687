//! The document as a page shows it.

use locale::words::{Lang, say1};
use serde::Serialize;
use serde_json::{Map, Value};
use web::Page;

use crate::document::document;
use crate::router::ROOT;

#[derive(Serialize)]
pub(crate) struct ReferencePage {
    groups: Vec<Group>,
    schemas: Vec<Schema>,
}

/// The operations of one noun.
#[derive(Serialize)]
struct Group {
    title: String,
    operations: Vec<Operation>,
}

#[derive(Serialize)]
struct Operation {
    id: String,
    method: String,
    /// As the document writes it, and whole.
    path: String,
    summary: String,
    text: String,
    parameters: Vec<Parameter>,
    body: Option<Body>,
    responses: Vec<Answered>,
}

#[derive(Serialize)]
struct Parameter {
    name: String,
    /// The key of the words for where it goes.
    place: String,
    required: bool,
    text: String,
}

#[derive(Serialize)]
struct Body {
    /// A file is sent, and not JSON.
    file: bool,
    shape: Shape,
    /// A body to begin with.
    sample: String,
}

#[derive(Serialize)]
struct Answered {
    status: String,
    text: String,
    shape: Shape,
}

/// A type in a word, and the schema that it leads to.
#[derive(Clone, Default, Serialize)]
struct Shape {
    word: String,
    schema: Option<String>,
}

#[derive(Serialize)]
struct Schema {
    name: String,
    members: Vec<Member>,
}

#[derive(Serialize)]
struct Member {
    name: String,
    shape: Shape,
    required: bool,
    text: String,
}

impl ReferencePage {
    pub(crate) fn of(lang: Lang) -> Self {
        let document = document(lang);
        let operations = operations(&document);
        let names = document["tags"].as_array().into_iter().flatten();
        let names = names.filter_map(|tag| tag["name"].as_str());
        let group = |name: &str| {
            let of_it = |(tag, _): &&(String, Value)| tag == name;
            let operations = operations.iter().filter(of_it);
            Group {
                title: say1(lang, &format!("api-tag-{}", name.to_lowercase())),
                operations: operations.map(|(_, json)| Operation::of(json, &document)).collect(),
            }
        };
        Self { groups: names.map(group).collect(), schemas: schemas(&document) }
    }
}

/// Every operation with its tag; its method and path stand in it as well.
fn operations(document: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    for (path, methods) in members(&document["paths"]) {
        for (method, operation) in members(methods) {
            let mut operation = operation.clone();
            operation["path"] = format!("{ROOT}{path}").into();
            operation["method"] = method.to_uppercase().into();
            found.push((text(&operation["tags"][0]), operation));
        }
    }
    found
}

fn schemas(document: &Value) -> Vec<Schema> {
    let schema = |(name, schema): (&String, &Value)| {
        let required = |member: &str| {
            schema["required"].as_array().is_some_and(|all| all.iter().any(|one| one == member))
        };
        let member = |(name, member): (&String, &Value)| Member {
            shape: Shape::of(member),
            required: required(name),
            text: text(&member["description"]),
            name: name.clone(),
        };
        Schema { name: name.clone(), members: members(&schema["properties"]).map(member).collect() }
    };
    members(&document["components"]["schemas"]).map(schema).collect()
}

impl Operation {
    fn of(json: &Value, document: &Value) -> Self {
        let parameter = |json: &Value| Parameter {
            name: text(&json["name"]),
            place: text(&json["in"]),
            required: json["required"] == true,
            text: text(&json["description"]),
        };
        let answered = |(status, json): (&String, &Value)| Answered {
            status: status.clone(),
            text: text(&json["description"]),
            shape: content(json).map(|(_, schema)| Shape::of(schema)).unwrap_or_default(),
        };
        Self {
            id: text(&json["operationId"]).replace('_', "-"),
            method: text(&json["method"]),
            path: text(&json["path"]),
            summary: text(&json["summary"]),
            text: text(&json["description"]),
            parameters: json["parameters"]
                .as_array()
                .into_iter()
                .flatten()
                .map(parameter)
                .collect(),
            body: content(&json["requestBody"]).map(|content| Body::of(content, document)),
            responses: members(&json["responses"]).map(answered).collect(),
        }
    }
}

impl Body {
    fn of((kind, schema): (&String, &Value), document: &Value) -> Self {
        let sample = serde_json::to_string_pretty(&sample(schema, document)).unwrap_or_default();
        Self { file: kind.starts_with("multipart/"), shape: Shape::of(schema), sample }
    }
}

impl Shape {
    fn of(schema: &Value) -> Self {
        if let Some(name) = referred(schema) {
            return Self { word: name.to_owned(), schema: Some(name.to_owned()) };
        }
        match schema["type"].as_str() {
            Some("array") => {
                let of = Self::of(&schema["items"]);
                Self { word: format!("{}[]", of.word), schema: of.schema }
            }
            Some(kind) => {
                let format = schema["format"].as_str();
                let word = format.map_or(kind.to_owned(), |format| format!("{kind} ({format})"));
                Self { word, schema: None }
            }
            None => Self { word: "JSON".to_owned(), schema: None },
        }
    }
}

/// A body with every required member, empty.
fn sample(schema: &Value, document: &Value) -> Value {
    let Some(name) = referred(schema) else { return Value::Object(Map::new()) };
    let schema = &document["components"]["schemas"][name];
    let empty = |(name, member): (&String, &Value)| {
        let value = match member["type"].as_str() {
            Some("object") => Value::Object(Map::new()),
            _ => Value::String(String::new()),
        };
        (name.clone(), value)
    };
    let required = |(name, _): &(&String, &Value)| {
        schema["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name.as_str()))
    };
    Value::Object(members(&schema["properties"]).filter(required).map(empty).collect())
}

fn referred(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

fn content(json: &Value) -> Option<(&String, &Value)> {
    let (kind, content) = members(&json["content"]).next()?;
    Some((kind, &content["schema"]))
}

fn members(json: &Value) -> impl Iterator<Item = (&String, &Value)> {
    json.as_object().into_iter().flatten()
}

fn text(json: &Value) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

impl Page for ReferencePage {
    const TEMPLATE: &'static str = "api/reference.html";

    fn samples() -> Vec<Self> {
        vec![Self::of(Lang::Fa), Self::of(Lang::En)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "api-title")
    }
}
