//! Requests to one surface of one agency, as a browser would send them.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use http::request::Builder;
use http::{Method, Request};
use http_body_util::Full;

use crate::connection::Asked;

/// The cookie of somebody who is signed in.
pub(crate) const SESSION: &str = "__Host-session";
/// The cookie of somebody who is not.
pub(crate) const VISITOR: &str = "__Host-visitor";

const EDGE: &str = "----mizban-bench-boundary";

/// A surface.
#[derive(Clone)]
pub(crate) struct Site {
    host: String,
    origin: String,
}

/// A browser that has a page before it: its cookie, and the token of the page's forms.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) cookie: String,
    pub(crate) token: String,
}

impl Site {
    /// `label` is the host name's first part: `fda` for the portal, `fda-desk` for the desk.
    pub(crate) fn new(label: &str, port: u16) -> Self {
        let host = format!("{label}.localhost:{port}");
        Self { origin: format!("http://{host}"), host }
    }

    pub(crate) fn get(&self, path: &str, cookie: &str) -> anyhow::Result<Asked> {
        let request = self.request(Method::GET, path, cookie).header(ACCEPT, "text/html");
        Ok(request.body(Full::default())?)
    }

    /// Send a form. `accept` is what the sender reads.
    pub(crate) fn form(
        &self,
        path: &str,
        browser: &Browser,
        fields: &[(&str, &str)],
        accept: &'static str,
    ) -> anyhow::Result<Asked> {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.append_pair("_token", &browser.token).extend_pairs(fields);
        let request = self.post(path, browser).header(ACCEPT, accept);
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        Ok(request.body(Full::from(text.finish()))?)
    }

    /// Send a PDF in a form.
    pub(crate) fn file(
        &self,
        path: &str,
        browser: &Browser,
        field: &str,
        pdf: &[u8],
    ) -> anyhow::Result<Asked> {
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{}\r\n\
             --{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; \
             filename=\"proforma.pdf\"\r\nContent-Type: application/pdf\r\n\r\n",
            browser.token
        );
        let tail = format!("\r\n--{EDGE}--\r\n");
        let whole = Bytes::from([head.as_bytes(), pdf, tail.as_bytes()].concat());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let request = self.post(path, browser).header(CONTENT_TYPE, kind);
        Ok(request.body(Full::from(whole))?)
    }

    fn post(&self, path: &str, browser: &Browser) -> Builder {
        let request = self.request(Method::POST, path, &browser.cookie);
        request.header("sec-fetch-site", "same-origin").header(ORIGIN, self.origin.as_str())
    }

    fn request(&self, method: Method, path: &str, cookie: &str) -> Builder {
        let request = Request::builder().method(method).uri(path).header(HOST, self.host.as_str());
        if cookie.is_empty() { request } else { request.header(COOKIE, cookie) }
    }
}
