//! Trying one door: what is sent there, and what is told, without what differs from page to page.

use regex::Regex;
use uuid::Uuid;

use super::company::PDF;
use super::routes::{Door, Sends};
use super::scene::Ids;
use crate::support::{Browser, Heard, Knock, Page};

const EDGE: &str = "----a-door-is-tried";

/// What somebody sends to a door.
pub struct Try<'a> {
    pub door: &'a Door,
    /// The ids that the address is made of.
    pub ids: &'a Ids,
    /// The ids that the form is filled with.
    pub own: &'a Ids,
    /// What the form's hidden token holds; nothing when there is none.
    pub token: Option<&'a str>,
    /// Where the browser says that the request comes from.
    pub from: Vec<(&'a str, String)>,
}

impl<'a> Try<'a> {
    /// As a page of ours sends it.
    pub fn honest(browser: &Browser, door: &'a Door, ids: &'a Ids, token: &'a str) -> Self {
        Self { door, ids, own: ids, token: Some(token), from: same_origin(browser.host()) }
    }

    pub fn path(&self) -> String {
        let parts = self.door.path.split('/').map(|part| match part.strip_prefix(':') {
            Some(name) => self.ids[self.door.kind(name)].as_str(),
            None => part,
        });
        parts.collect::<Vec<_>>().join("/")
    }

    pub async fn by(&self, browser: &Browser) -> Heard {
        let path = self.path();
        let mut headers = vec![("cookie", browser.cookie())];
        let mut body = Vec::new();
        if self.door.changes() {
            let (media_type, bytes) = self.body();
            headers.extend([("content-type", media_type), ("content-length", bytes.len().to_string())]);
            headers.extend(self.from.iter().cloned());
            body = bytes;
        }
        headers.retain(|(_, value)| !value.is_empty());
        browser.knock(Knock { method: self.door.method, path: &path, headers, body }).await
    }

    fn body(&self) -> (String, Vec<u8>) {
        let mut fields: Vec<(&str, String)> = Vec::new();
        fields.extend(self.token.map(|token| ("_token", token.to_owned())));
        match self.door.sends {
            Sends::Nothing => {}
            Sends::Fields(list) => fields.extend(list.iter().map(|(n, v)| (*n, self.value(v)))),
            Sends::File(field) => return multipart(&fields, field),
        }
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        ("application/x-www-form-urlencoded".to_owned(), form.finish().into_bytes())
    }

    fn value(&self, value: &str) -> String {
        match value {
            "{command}" => Uuid::now_v7().to_string(),
            "{position}" => self.own.get("position").cloned().unwrap_or_default(),
            "{receiver}" => self.own.get("receiver").cloned().unwrap_or_default(),
            plain => plain.to_owned(),
        }
    }
}

fn multipart(fields: &[(&str, String)], field: &str) -> (String, Vec<u8>) {
    let mut body = String::new();
    let mut part = |head: String, value: &str| {
        body.push_str(&format!("--{EDGE}\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n"));
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value);
    }
    part("name=\"field\"".to_owned(), field);
    let pdf = std::str::from_utf8(PDF).expect("a plain PDF");
    let file = format!("name=\"{field}\"; filename=\"door.pdf\"\r\nContent-Type: application/pdf");
    part(file, pdf);
    body.push_str(&format!("--{EDGE}--\r\n"));
    (format!("multipart/form-data; boundary={EDGE}"), body.into_bytes())
}

/// What a browser says of a form that it got from this very host.
pub fn same_origin(host: &str) -> Vec<(&'static str, String)> {
    vec![("sec-fetch-site", "same-origin".to_owned()), ("origin", format!("http://{host}"))]
}

/// The token of a page's forms.
pub fn token_of(page: &Page) -> String {
    let found = page.body.split_once("name=\"_token\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
    found.unwrap_or_else(|| panic!("{} has no form", page.path)).0.to_owned()
}

/// Status, headers and body, with the address's ids, the page's own tokens and the seconds that a
/// session has left taken out: what is the same for the same answer.
pub fn told(heard: &Heard, path: &str) -> String {
    let mut lines: Vec<String> = vec![heard.status.to_string()];
    let headers = heard.headers.iter();
    lines.extend(headers.map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()))));
    lines[1..].sort();
    lines.push(heard.text());
    let mut text = lines.join("\n");
    for part in path.split('/').filter(|part| part.len() > 20) {
        text = text.replace(part, "ID");
    }
    let hidden = Regex::new(r#"name="(_token|_command|kept|flow)" value="[^"]*""#).expect("a pattern");
    let left = Regex::new(r#"data-(warn|ends)-after="\d+""#).expect("a pattern");
    let text = hidden.replace_all(&text, "name=\"$1\"");
    left.replace_all(&text, "data-$1-after").into_owned()
}
