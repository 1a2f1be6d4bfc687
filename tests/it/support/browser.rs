//! A browser without a screen: cookies, redirects, forms as they stand on the page.

use std::collections::BTreeMap;

use poem::Response;
use poem::endpoint::BoxEndpoint;
use poem::http::{HeaderMap, StatusCode, header};
use poem::test::TestClient;
use scraper::Html;

use super::pages::{self, select};

/// One person's browser at one host.
pub struct Browser {
    site: TestClient<BoxEndpoint<'static, Response>>,
    host: String,
    cookies: BTreeMap<String, String>,
}

/// A request that no page of ours asks for.
#[derive(Default)]
pub struct Knock<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub headers: Vec<(&'a str, String)>,
    pub body: Vec<u8>,
}

/// What came of it, byte for byte.
pub struct Heard {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    /// Whether the body came to its end.
    pub whole: bool,
}

impl Heard {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A page as it came.
#[derive(Debug, Clone)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    /// The path that was asked for last.
    pub path: String,
}

impl Browser {
    pub fn new(site: BoxEndpoint<'static, Response>, host: &str) -> Self {
        Self { site: TestClient::new(site), host: host.to_owned(), cookies: BTreeMap::new() }
    }

    /// Follow a link; redirects are followed, as long as they stay at this host.
    pub async fn get(&mut self, path: &str) -> Page {
        self.fetch("GET", path, None).await
    }

    /// The form of the page whose action is this path, filled in with these values, sent.
    pub async fn submit(&mut self, page: &Page, action: &str, values: &[(&str, &str)]) -> Page {
        let mut fields = page.form(action);
        for (name, value) in values {
            fields.retain(|(n, _)| n != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self.post(action, &fields).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(String, String)]) -> Page {
        let body = urlencode(fields);
        self.fetch(
            "POST",
            path,
            Some(("application/x-www-form-urlencoded".into(), body.into_bytes())),
        )
        .await
    }

    /// One of several forms with the same action: the one that carries this value.
    pub async fn submit_one(
        &mut self,
        page: &Page,
        action: &str,
        of: (&str, &str),
        values: &[(&str, &str)],
    ) -> Page {
        let mut fields = page.form_with(action, Some(of));
        for (name, value) in values {
            fields.retain(|(n, _)| n != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self.post(action, &fields).await
    }

    /// The upload form of the page for a field, with a file.
    pub async fn upload(&mut self, page: &Page, action: &str, file: File<'_>) -> Page {
        const EDGE: &str = "----mizban-test-boundary";
        let mut body = Vec::new();
        for (name, value) in page.form_with(action, Some(("field", file.field))) {
            let part = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.as_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
            file.field, file.name, file.media_type
        );
        body.extend(head.as_bytes());
        body.extend(file.bytes);
        body.extend(format!("\r\n--{EDGE}--\r\n").as_bytes());
        self.fetch("POST", action, Some((format!("multipart/form-data; boundary={EDGE}"), body)))
            .await
    }

    async fn fetch(&mut self, method: &str, path: &str, body: Option<(String, Vec<u8>)>) -> Page {
        let mut page = self.once(method, path, body).await;
        for _ in 0..5 {
            let Some(to) = page.local_redirect() else { break };
            page = self.once("GET", &to, None).await;
        }
        page
    }

    /// One request, without following redirects.
    pub async fn once(
        &mut self,
        method: &str,
        path: &str,
        body: Option<(String, Vec<u8>)>,
    ) -> Page {
        let method = method.parse().expect("a method");
        let mut request = self.site.request(method, path).header(header::HOST, &self.host);
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if let Some((media_type, body)) = body {
            request = request
                .header("sec-fetch-site", "same-origin")
                .header(header::ORIGIN, format!("http://{}", self.host))
                .header(header::CONTENT_TYPE, media_type)
                .header(header::CONTENT_LENGTH, body.len())
                .body(body);
        }
        let response = request.send().await.0;
        self.remember(response.headers());
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().into_vec().await.unwrap_or_default();
        let body = String::from_utf8_lossy(&body).into_owned();
        Page { status, headers, body, path: path.to_owned() }
    }

    fn remember(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie in plain text");
            let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            if rest.to_ascii_lowercase().contains("max-age=0") || value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// One request with these headers and no others but the host; nothing is followed or remembered.
    pub async fn knock(&self, knock: Knock<'_>) -> Heard {
        let method = knock.method.parse().expect("a method");
        let mut request = self.site.request(method, knock.path);
        if !knock.headers.iter().any(|(name, _)| *name == "host") {
            request = request.header(header::HOST, &self.host);
        }
        for (name, value) in &knock.headers {
            request = request.header(*name, value);
        }
        let response = request.body(knock.body).send().await.0;
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().into_vec().await;
        Heard { status, headers, whole: body.is_ok(), body: body.unwrap_or_default() }
    }

    /// A page as this browser would get it, of which nothing is remembered.
    pub async fn look(&self, path: &str) -> Heard {
        let headers = vec![("cookie", self.cookie())];
        self.knock(Knock { method: "GET", path, headers, body: Vec::new() }).await
    }

    /// The `Cookie` header that this browser sends.
    pub fn cookie(&self) -> String {
        let pairs: Vec<_> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        pairs.join("; ")
    }

    /// The host whose pages it shows.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Forget everything, as an expired session does.
    pub fn forget(&mut self) {
        self.cookies.clear();
    }

    /// Put a cookie where somebody else wants it to be.
    pub fn plant(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    pub fn cookies(&self) -> &BTreeMap<String, String> {
        &self.cookies
    }
}

/// A file to upload.
#[derive(Clone, Copy)]
pub struct File<'a> {
    pub field: &'a str,
    pub name: &'a str,
    pub media_type: &'a str,
    pub bytes: &'a [u8],
}

impl Page {
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// What a form would send as it stands.
    ///
    /// # Panics
    /// When the page has no such form: the story cannot go on.
    pub fn form(&self, action: &str) -> Vec<(String, String)> {
        self.form_with(action, None)
    }

    /// The same, where several forms have that action: the one that carries this value.
    pub fn form_with(&self, action: &str, of: Option<(&str, &str)>) -> Vec<(String, String)> {
        let html = self.html();
        let forms = select("form");
        let carries = |fields: &Vec<(String, String)>| {
            of.is_none_or(|(name, value)| fields.iter().any(|(n, v)| n == name && v == value))
        };
        let found = html
            .select(&forms)
            .filter(|f| f.attr("action").unwrap_or(&self.path) == action)
            .map(pages::fields)
            .find(carries);
        found.unwrap_or_else(|| panic!("{} has no form for {action}:\n{}", self.path, self.text()))
    }

    /// The first form action that contains this piece.
    pub fn action(&self, piece: &str) -> String {
        let html = self.html();
        let forms = select("form");
        let mut actions = html.select(&forms).filter_map(|f| f.attr("action"));
        let found = actions.find(|a| a.contains(piece)).map(str::to_owned);
        found.unwrap_or_else(|| panic!("{} has no form for …{piece}…:\n{}", self.path, self.text()))
    }

    /// The first link that contains this piece.
    pub fn link(&self, piece: &str) -> String {
        let html = self.html();
        let anchors = select("a");
        let mut links = html.select(&anchors).filter_map(|a| a.attr("href"));
        let found = links.find(|a| a.contains(piece)).map(str::to_owned);
        found.unwrap_or_else(|| panic!("{} has no link to …{piece}…:\n{}", self.path, self.text()))
    }

    /// The value of the choice in a list whose words contain this piece.
    pub fn option(&self, list: &str, words: &str) -> String {
        let html = self.html();
        let options = select(&format!("select[name='{list}'] option"));
        let mut options = html.select(&options);
        let found = options.find(|o| o.text().any(|text| text.contains(words)));
        let value = found.and_then(|o| o.attr("value")).map(str::to_owned);
        value.unwrap_or_else(|| panic!("{} has no …{words}… to choose", self.path))
    }

    /// The page's visible text, words separated by single spaces.
    pub fn text(&self) -> String {
        let html = self.html();
        let main = html.select(&select("main")).next().or(html.select(&select("body")).next());
        let text = main.map(|m| m.text().collect::<Vec<_>>().join(" ")).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn shows(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    fn local_redirect(&self) -> Option<String> {
        let to = self.headers.get(header::LOCATION)?.to_str().ok()?;
        (self.status.is_redirection() && to.starts_with('/')).then(|| to.to_owned())
    }
}

fn urlencode(fields: &[(String, String)]) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.extend_pairs(fields);
    out.finish()
}
