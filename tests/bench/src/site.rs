//! Requests to one surface of one agency, as a browser would send them.

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
        Self { host: format!("{label}.localhost:{port}") }
    }

    pub(crate) fn get(&self, path: &str, cookie: &str) -> Asked {
        let host = &self.host;
        let cookie =
            if cookie.is_empty() { String::new() } else { format!("cookie: {cookie}\r\n") };
        format!("GET {path} HTTP/1.1\r\nhost: {host}\r\n{cookie}accept: text/html\r\n\r\n").into()
    }

    /// Send a form. `accept` is what the sender reads.
    pub(crate) fn form(
        &self,
        path: &str,
        browser: &Browser,
        fields: &[(&str, &str)],
        accept: &'static str,
    ) -> Asked {
        let mut text = form_urlencoded::Serializer::new(String::new());
        let text = text.append_pair("_token", &browser.token).extend_pairs(fields).finish();
        let kind = ("application/x-www-form-urlencoded", accept);
        self.post(path, browser, kind, text.as_bytes())
    }

    /// Send a PDF in a form.
    pub(crate) fn file(&self, path: &str, browser: &Browser, field: &str, pdf: &[u8]) -> Asked {
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{}\r\n\
             --{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; \
             filename=\"proforma.pdf\"\r\nContent-Type: application/pdf\r\n\r\n",
            browser.token
        );
        let tail = format!("\r\n--{EDGE}--\r\n");
        let whole = [head.as_bytes(), pdf, tail.as_bytes()].concat();
        let kind = format!("multipart/form-data; boundary={EDGE}");
        self.post(path, browser, (&kind, "*/*"), &whole)
    }

    fn post(
        &self,
        path: &str,
        browser: &Browser,
        (kind, accept): (&str, &str),
        body: &[u8],
    ) -> Asked {
        let (host, cookie, length) = (&self.host, &browser.cookie, body.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\n\
             sec-fetch-site: same-origin\r\norigin: http://{host}\r\naccept: {accept}\r\n\
             content-type: {kind}\r\ncontent-length: {length}\r\n\r\n"
        );
        [head.as_bytes(), body].concat()
    }
}
