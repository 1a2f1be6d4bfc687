//! Trying one door: what is sent there, and what is told, without what differs from page to page.

use regex::Regex;
use uuid::Uuid;

use super::company::{multipart, pdf, urlencoded};
use super::routes::{Door, Sends};
use super::scene::Ids;
use crate::support::{Browser, Heard, Knock, Page};

/// What somebody sends to a door.
pub(super) struct Try<'a> {
    pub(super) door: &'a Door,
    /// The ids that the address is made of.
    pub(super) ids: &'a Ids,
    /// The ids that the form is filled with.
    pub(super) own: &'a Ids,
    /// What the form's hidden token holds; nothing when there is none.
    pub(super) token: Option<&'a str>,
    /// Where the browser says that the request comes from.
    pub(super) from: Vec<(&'a str, String)>,
}

impl<'a> Try<'a> {
    /// As a page of ours sends it.
    pub(super) fn honest(browser: &Browser, door: &'a Door, ids: &'a Ids, token: &'a str) -> Self {
        Self { door, ids, own: ids, token: Some(token), from: same_origin(browser.host()) }
    }

    pub(super) fn path(&self) -> String {
        let parts = self.door.path.split('/').map(|part| match part.strip_prefix(':') {
            Some(name) => self.ids[self.door.kind(name)].as_str(),
            None => part,
        });
        parts.collect::<Vec<_>>().join("/")
    }

    pub(super) async fn by(&self, browser: &Browser) -> Heard {
        let path = self.path();
        let mut headers = vec![("cookie", browser.cookie())];
        let mut body = Vec::new();
        if self.door.changes() {
            let (media_type, bytes) = self.body();
            headers.extend([
                ("content-type", media_type),
                ("content-length", bytes.len().to_string()),
            ]);
            headers.extend(self.from.iter().cloned());
            body = bytes;
        }
        headers.retain(|(_, value)| !value.is_empty());
        browser.knock(Knock { method: self.door.method, path: &path, headers, body }).await
    }

    /// The fields of the form that are no files.
    pub(super) fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields: Vec<(&str, String)> = Vec::new();
        fields.extend(self.token.map(|token| ("_token", token.to_owned())));
        if let Sends::Fields(list) = self.door.sends {
            fields.extend(list.iter().map(|(name, value)| (*name, self.value(value))));
        }
        fields
    }

    fn body(&self) -> (String, Vec<u8>) {
        let fields = self.fields();
        if let Sends::File(field) = self.door.sends {
            return multipart(&fields, pdf(field, "door.pdf"));
        }
        urlencoded(&fields.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
    }

    fn value(&self, value: &str) -> String {
        match value {
            "{command}" => Uuid::now_v7().to_string(),
            "{position}" => self.own.get("position").cloned().unwrap_or_default(),
            "{unit}" => self.own.get("unit").cloned().unwrap_or_default(),
            "{member}" => self.own.get("member").cloned().unwrap_or_default(),
            "{receiver}" => self.own.get("receiver").cloned().unwrap_or_default(),
            plain => plain.to_owned(),
        }
    }
}

/// What a browser says of a form that it got from this very host.
pub(super) fn same_origin(host: &str) -> Vec<(&'static str, String)> {
    vec![("sec-fetch-site", "same-origin".to_owned()), ("origin", format!("http://{host}"))]
}

/// The token of a page's forms.
pub(super) fn token_of(page: &Page) -> String {
    let found =
        page.body.split_once("name=\"_token\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
    found.unwrap_or_else(|| panic!("{} has no form", page.path)).0.to_owned()
}

/// Status, headers and body, with the address's ids, the page's own tokens and the seconds that a
/// session has left taken out: what is the same for the same answer.
pub(super) fn told(heard: &Heard, path: &str) -> String {
    let mut lines: Vec<String> = vec![heard.status.to_string()];
    let headers = heard.headers.iter();
    lines.extend(
        headers
            .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()))),
    );
    lines[1..].sort();
    lines.push(heard.text());
    let mut text = lines.join("\n");
    for part in path.split('/').filter(|part| part.len() > 20) {
        text = text.replace(part, "ID");
    }
    let hidden =
        Regex::new(r#"name="(_token|_command|kept|flow)" value="[^"]*""#).expect("a pattern");
    let visitor = Regex::new(r"(__Host-visitor=)[^;]+").expect("a pattern");
    let left = Regex::new(r#"data-(warn|ends)-after="\d+""#).expect("a pattern");
    let text = hidden.replace_all(&text, "name=\"$1\"");
    let text = visitor.replace_all(&text, "$1");
    left.replace_all(&text, "data-$1-after").into_owned()
}
