//! A program that calls the API, and believes nothing of an answer that the document does not say.

use std::sync::LazyLock;

use locale::words::Lang;
use poem::Response;
use poem::endpoint::BoxEndpoint;
use poem::http::{HeaderMap, header};
use poem::test::TestClient;
use serde_json::{Value, json};

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| api::document(Lang::En));

/// One program at one agency, with its key.
pub struct Program {
    site: TestClient<BoxEndpoint<'static, Response>>,
    host: String,
    pub token: String,
}

/// What it sends.
#[derive(Default, Clone)]
pub struct Asked<'a> {
    pub method: &'a str,
    /// Below `/api/v1`.
    pub path: &'a str,
    pub headers: Vec<(&'a str, String)>,
    pub body: Vec<u8>,
}

/// What it is told.
#[derive(Debug)]
pub struct Told {
    pub status: u16,
    pub headers: HeaderMap,
    pub json: Value,
}

/// An operation as the document has it.
#[derive(Debug, Clone)]
pub struct Operation {
    pub id: String,
    pub method: String,
    pub path: String,
    pub json: Value,
}

/// Every operation of the document.
pub fn operations() -> Vec<Operation> {
    let mut found = Vec::new();
    for (path, methods) in DOCUMENT["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("operations") {
            found.push(Operation {
                id: operation["operationId"].as_str().expect("an id").to_owned(),
                method: method.to_uppercase(),
                path: path.clone(),
                json: operation.clone(),
            });
        }
    }
    found
}

impl<'a> Asked<'a> {
    pub fn get(path: &'a str) -> Self {
        Self { method: "GET", path, ..Self::default() }
    }

    pub fn delete(path: &'a str) -> Self {
        Self { method: "DELETE", path, ..Self::default() }
    }

    pub fn post(path: &'a str, json: &Value) -> Self {
        let headers = vec![("content-type", "application/json".to_owned())];
        Self { method: "POST", path, headers, body: json.to_string().into_bytes() }
    }

    /// One file in the part of this name.
    pub fn file(path: &'a str, (part, name): (&str, &str), bytes: &[u8]) -> Self {
        const EDGE: &str = "----a-program-sends";
        let mut body = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n"
        )
        .into_bytes();
        body.extend(bytes);
        body.extend(format!("\r\n--{EDGE}--\r\n").into_bytes());
        let headers = vec![("content-type", format!("multipart/form-data; boundary={EDGE}"))];
        Self { method: "POST", path, headers, body }
    }

    pub fn with(mut self, name: &'a str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Under a key of the sender's.
    pub fn once(self, key: &str) -> Self {
        self.with("idempotency-key", key)
    }
}

impl Program {
    pub fn new(site: BoxEndpoint<'static, Response>, slug: &str, token: &str) -> Self {
        let host = format!("{slug}.localhost:8080");
        Self { site: TestClient::new(site), host, token: token.to_owned() }
    }

    /// Calls with its key.
    pub async fn call(&self, asked: Asked<'_>) -> Told {
        let bearer = format!("Bearer {}", self.token);
        self.call_bare(asked.with("authorization", bearer)).await
    }

    /// Calls with what stands in the headers, and no key but that.
    ///
    /// # Panics
    /// When the answer is none that the document promises.
    pub async fn call_bare(&self, asked: Asked<'_>) -> Told {
        let path = format!("/api/v1{}", asked.path);
        let mut request = self.site.request(asked.method.parse().expect("a method"), &path);
        if !asked.headers.iter().any(|(name, _)| *name == "host") {
            request = request.header(header::HOST, &self.host);
        }
        for (name, value) in &asked.headers {
            request = request.header(*name, value);
        }
        let response = request.body(asked.body.clone()).send().await.0;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.into_body().into_vec().await.expect("a body");
        let json = if body.is_empty() {
            Value::Null
        } else {
            let text = String::from_utf8_lossy(&body);
            serde_json::from_slice(&body).unwrap_or_else(|_| panic!("{path} tells no JSON: {text}"))
        };
        let told = Told { status, headers, json };
        told.keeps_the_promise(&asked);
        told
    }
}

impl Told {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// The answer that was hoped for.
    pub fn is(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{:#}", self.json);
        self.json
    }

    pub fn text(&self, pointer: &str) -> String {
        let found = self.json.pointer(pointer).and_then(Value::as_str);
        found.unwrap_or_else(|| panic!("no {pointer} in {:#}", self.json)).to_owned()
    }

    /// Status and body without what differs from call to call, and without the ids of its address.
    pub fn without_names(&self, path: &str) -> String {
        let mut json = self.json.clone();
        if let Some(problem) = json.as_object_mut() {
            problem.remove("instance");
        }
        let mut text = format!("{} {json}", self.status);
        for part in path.split(['/', '?']).filter(|part| part.len() > 20) {
            text = text.replace(part, "ID");
        }
        text
    }

    fn keeps_the_promise(&self, asked: &Asked<'_>) {
        let what = format!("{} {}: {} {:#}", asked.method, asked.path, self.status, self.json);
        assert_eq!(self.header("x-content-type-options"), "nosniff", "{what}");
        assert_eq!(self.header("cache-control"), "no-store", "{what}");
        assert!(self.header("access-control-allow-origin").is_empty(), "{what}");
        assert!(self.header("set-cookie").is_empty(), "{what}");
        let kind = self.header("content-type").split(';').next().unwrap_or_default();
        if self.status >= 400 {
            assert_eq!(kind, "application/problem+json", "{what}");
            fits(&json!({"$ref": "#/components/schemas/Problem"}), &self.json, &what);
            assert_eq!(self.json["status"], self.status, "{what}");
            let id = self.header("x-request-id");
            assert_eq!(self.json["instance"], format!("urn:uuid:{id}"), "{what}");
        }
        let Some(operation) = operation_of(asked) else { return };
        let answers = &operation.json["responses"];
        let promised = answers.get(self.status.to_string());
        let promised = promised.unwrap_or_else(|| panic!("not promised: {what}"));
        let content = promised["content"].as_object();
        match content.and_then(|content| content.iter().next()) {
            Some((promised, content)) => {
                assert_eq!(promised.split(';').next(), Some(kind), "{what}");
                fits(&content["schema"], &self.json, &what);
            }
            None => assert_eq!(self.json, Value::Null, "{what}"),
        }
    }
}

/// The operation that an address belongs to, if any.
fn operation_of(asked: &Asked<'_>) -> Option<Operation> {
    let path = asked.path.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |operation: &Operation| {
        let named: Vec<&str> = operation.path.split('/').collect();
        let same = |(named, part): (&&str, &&str)| named.starts_with('{') || named == part;
        operation.method == asked.method
            && named.len() == parts.len()
            && named.iter().zip(&parts).all(same)
    };
    operations().into_iter().find(fits)
}

/// The schema of a place in the document, with what it refers to; more than it names is too much.
fn fits(schema: &Value, json: &Value, what: &str) {
    let mut whole = closed(schema.clone());
    whole["components"] = closed(DOCUMENT["components"].clone());
    let validator = jsonschema::validator_for(&whole).expect("the document's schemas are schemas");
    let flaws: Vec<String> = validator
        .iter_errors(json)
        .map(|flaw| format!("{}: {flaw}", flaw.instance_path()))
        .collect();
    assert!(flaws.is_empty(), "{what}\n{flaws:#?}");
}

/// An answer with members that the document does not name is not the document's.
fn closed(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(parts) => {
            for part in parts.values_mut() {
                *part = closed(std::mem::take(part));
            }
            if parts.get("properties").is_some_and(Value::is_object) {
                parts.entry("additionalProperties").or_insert(Value::Bool(false));
            }
        }
        Value::Array(parts) => {
            for part in parts.iter_mut() {
                *part = closed(std::mem::take(part));
            }
        }
        _ => {}
    }
    schema
}
