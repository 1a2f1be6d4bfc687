//! The OpenAPI document: what the operations say of themselves, with the words of one language.

use std::sync::LazyLock;

use locale::words::{Lang, has, say1};
use serde_json::{Map, Value};

use crate::router::{ROOT, service};

/// As the operations write it, without words.
static BARE: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(&service().spec()).expect("the document is written as JSON")
});

/// The document, in a language.
pub fn document(lang: Lang) -> Value {
    let mut document = BARE.clone();
    if let Some(info) = document.get_mut("info").and_then(Value::as_object_mut) {
        info.insert("title".into(), say1(lang, "api-title").into());
        info.insert("description".into(), say1(lang, "api-lead").into());
    }
    each(document.get_mut("paths"), |_, path| {
        each(Some(path), |_, operation| describe_operation(operation, lang));
    });
    each(document.pointer_mut("/components/schemas"), |name, schema| {
        let of = name.to_ascii_lowercase();
        // What the source says of it is for whoever reads the source.
        schema.as_object_mut().map(|parts| parts.remove("description"));
        each(schema.get_mut("properties"), |name, property| {
            describe_property(&of, name, property, lang);
        });
    });
    document
}

/// The methods that an address takes, as the header `Allow` lists them.
pub(crate) fn methods(path: &str) -> String {
    let parts: Vec<&str> = path.strip_prefix(ROOT).unwrap_or(path).split('/').collect();
    let fits = |named: &str| {
        let named: Vec<&str> = named.split('/').collect();
        let same = |(named, part): (&&str, &&str)| named.starts_with('{') || named == part;
        named.len() == parts.len() && named.iter().zip(&parts).all(same)
    };
    let paths = BARE["paths"].as_object().into_iter().flatten();
    let found = paths.filter(|(named, _)| fits(named)).filter_map(|(_, path)| path.as_object());
    let methods: Vec<_> = found.flat_map(Map::keys).map(|method| method.to_uppercase()).collect();
    // What is no operation is the document itself.
    if methods.is_empty() { "GET".to_owned() } else { methods.join(", ") }
}

/// The key of an operation's words.
pub(crate) fn operation_key(operation: &Value) -> String {
    let id = operation["operationId"].as_str().unwrap_or_default();
    format!("api-op-{}", id.replace('_', "-"))
}

fn describe_operation(operation: &mut Value, lang: Lang) {
    let key = operation_key(operation);
    let Some(parts) = operation.as_object_mut() else { return };
    parts.insert("summary".into(), say1(lang, &key).into());
    parts.insert("description".into(), say1(lang, &format!("{key}-text")).into());
    let parameters = parts.get_mut("parameters").and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        let name = parameter["name"].as_str().unwrap_or_default().to_owned();
        let text = say1(lang, &field_key(&name));
        parameter.as_object_mut().map(|parts| parts.insert("description".into(), text.into()));
    }
    each(parts.get_mut("responses"), |status, response| describe_response(status, response, lang));
}

fn describe_response(status: &str, response: &mut Value, lang: Lang) {
    let key = format!("api-problem-{status}-title");
    let key = if has(lang, &key) { key } else { "api-done".to_owned() };
    response["description"] = say1(lang, &key).into();
}

/// A reference has no room for words: what it refers to has its own.
fn describe_property(of: &str, name: &str, property: &mut Value, lang: Lang) {
    let Some(parts) = property.as_object_mut().filter(|p| !p.contains_key("$ref")) else { return };
    let own = field_key(&format!("{of}-{name}"));
    let key = if has(lang, &own) { own } else { field_key(name) };
    parts.insert("description".into(), say1(lang, &key).into());
}

/// The key of the words of a member or a parameter: a name means the same everywhere, but where a
/// shape has words of its own for it.
pub(crate) fn field_key(name: &str) -> String {
    format!("api-field-{}", name.to_ascii_lowercase().replace('_', "-"))
}

fn each(members: Option<&mut Value>, mut describe: impl FnMut(&str, &mut Value)) {
    let members = members.and_then(Value::as_object_mut).map(Map::iter_mut);
    for (name, member) in members.into_iter().flatten() {
        describe(name, member);
    }
}
