//! A person's browser at one portal, over a real socket: cookies, the token of each form, and no more
//! than what a browser would send.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use reqwest::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder, Response, redirect};
use scraper::{Html, Selector};
use tokio::sync::watch;
use tokio::time::timeout;

use crate::history::{History, Outcome};

/// Longer than any answer takes, even while the server is starting.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);
const BACK_WITHIN: Duration = Duration::from_mins(2);

/// One browser.
pub(crate) struct Browser {
    client: Client,
    tenant: &'static str,
    port: watch::Receiver<Option<u16>>,
    cookies: BTreeMap<String, String>,
    history: Arc<History>,
}

/// What came back.
pub(crate) struct Page {
    pub(crate) status: u16,
    /// The path of a redirect.
    pub(crate) to: Option<String>,
    pub(crate) body: String,
}

/// What a form sends.
pub(crate) enum Body {
    Fields(Vec<(String, String)>),
    File { token: String, field: &'static str, bytes: Vec<u8> },
}

/// No answer: the server was away, or went away. A server that says that it cannot is not away: this
/// one dies at once, so nobody is ever told so.
pub(crate) struct Away {
    /// `Fail` when it was never reached, else `Unknown`.
    pub(crate) outcome: Outcome,
}

impl Browser {
    pub(crate) fn new(
        tenant: &'static str,
        port: watch::Receiver<Option<u16>>,
        history: Arc<History>,
    ) -> anyhow::Result<Self> {
        let client =
            Client::builder().redirect(redirect::Policy::none()).timeout(ANSWER_WITHIN).build()?;
        Ok(Self { client, tenant, port, cookies: BTreeMap::new(), history })
    }

    /// Wait until the server is up.
    pub(crate) async fn until_up(&mut self) -> anyhow::Result<()> {
        let up = timeout(BACK_WITHIN, self.port.wait_for(Option::is_some)).await;
        up.context("the server does not come back")?.context("the house is gone")?;
        Ok(())
    }

    /// Ask for a page, again and again while the server is away.
    pub(crate) async fn get(&mut self, path: &str) -> anyhow::Result<Page> {
        loop {
            self.until_up().await?;
            if let Ok(page) = self.send(Method::GET, path, None).await {
                return Ok(page);
            }
        }
    }

    /// Send a form once.
    pub(crate) async fn post(&mut self, path: &str, body: Body) -> Result<Page, Away> {
        self.send(Method::POST, path, Some(body)).await
    }

    /// Send a form again and again while the server is away: for what may be done twice.
    pub(crate) async fn post_until_answered(
        &mut self,
        path: &str,
        fields: &[(String, String)],
    ) -> anyhow::Result<Page> {
        loop {
            self.until_up().await?;
            if let Ok(page) = self.post(path, Body::Fields(fields.to_vec())).await {
                return Ok(page);
            }
        }
    }

    async fn send(&mut self, method: Method, path: &str, body: Option<Body>) -> Result<Page, Away> {
        let port = *self.port.borrow();
        let Some(port) = port else {
            self.history.note_away("there is no server".to_owned());
            return Err(Away { outcome: Outcome::Fail });
        };
        let host = format!("{}.localhost:{port}", self.tenant);
        let mut request = self.client.request(method, format!("http://127.0.0.1:{port}{path}"));
        if !self.cookies.is_empty() {
            request = request.header(COOKIE, self.cookie());
        }
        if let Some(body) = body {
            let origin = format!("http://{host}");
            request = request.header("sec-fetch-site", "same-origin").header(ORIGIN, origin);
            request = filled(request, body);
        }
        let response =
            request.header(HOST, host).send().await.map_err(|error| self.away(path, &error))?;
        self.page(path, response).await
    }

    async fn page(&mut self, path: &str, response: Response) -> Result<Page, Away> {
        for cookie in response.headers().get_all(SET_COOKIE) {
            let pair =
                cookie.to_str().ok().and_then(|line| line.split(';').next()?.split_once('='));
            if let Some((name, value)) = pair {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        self.cookies.retain(|_, value| !value.is_empty());
        let status = response.status().as_u16();
        let to =
            response.headers().get(LOCATION).and_then(|to| to.to_str().ok().map(str::to_owned));
        let body = response.text().await.map_err(|error| self.away(path, &error))?;
        Ok(Page { status, to, body })
    }

    /// What the browser sends along to say who it is.
    pub(crate) fn cookie(&self) -> String {
        let cookies: Vec<_> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        cookies.join("; ")
    }

    fn away(&self, path: &str, error: &reqwest::Error) -> Away {
        self.history.note_away(format!("{path}: {error:?}"));
        Away { outcome: if error.is_connect() { Outcome::Fail } else { Outcome::Unknown } }
    }
}

fn filled(request: RequestBuilder, body: Body) -> RequestBuilder {
    match body {
        Body::Fields(fields) => {
            let mut text = form_urlencoded::Serializer::new(String::new());
            text.extend_pairs(fields);
            request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(text.finish())
        }
        Body::File { token, field, bytes } => {
            const EDGE: &str = "----mizban-kill-test-boundary";
            let head = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{token}\r\n\
                 --{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; \
                 filename=\"document.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
            );
            let tail = format!("\r\n--{EDGE}--\r\n");
            let whole = [head.as_bytes(), &bytes, tail.as_bytes()].concat();
            request
                .header(CONTENT_TYPE, format!("multipart/form-data; boundary={EDGE}"))
                .body(whole)
        }
    }
}

impl Page {
    /// The value of a control of this name.
    pub(crate) fn value(&self, name: &str) -> anyhow::Result<String> {
        let page = Html::parse_document(&self.body);
        let control = select(&format!("input[name='{name}']"))?;
        let value = page.select(&control).next().and_then(|input| input.attr("value"));
        value.map(str::to_owned).with_context(|| format!("no {name} in {}", self.text()))
    }

    /// The text of the first element that a selector finds.
    pub(crate) fn find(&self, selector: &str) -> anyhow::Result<String> {
        let page = Html::parse_document(&self.body);
        let found = page.select(&select(selector)?).next().map(|found| found.text().collect());
        found.with_context(|| format!("no {selector} in {}", self.text()))
    }

    /// What a client knows after a form of this kind was answered with this page.
    pub(crate) fn outcome(&self) -> Outcome {
        match self.status {
            303 => Outcome::Ok,
            500.. => Outcome::Unknown,
            _ => Outcome::Fail,
        }
    }

    /// Where a redirect leads. Anything else is none of the answers that this test expects.
    pub(crate) fn redirect(&self) -> anyhow::Result<&str> {
        match (&self.to, self.status) {
            (Some(to), 303) => Ok(to),
            _ => bail!("no redirect but {}: {}", self.status, self.text()),
        }
    }

    /// What a person reads on the page.
    pub(crate) fn text(&self) -> String {
        let page = Html::parse_document(&self.body);
        let main = Selector::parse("main").ok().and_then(|main| page.select(&main).next());
        let words = main.map(|main| main.text().collect::<Vec<_>>().join(" "));
        words.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn select(selector: &str) -> anyhow::Result<Selector> {
    Selector::parse(selector).map_err(|_| anyhow::anyhow!("{selector} is no selector"))
}
