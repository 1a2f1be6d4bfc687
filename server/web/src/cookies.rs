//! Cookies of the HTML surfaces: who a browser is, never what it may do.
//!
//! Names carry the `__Host-` prefix, so neither a sibling tenant on the same registrable domain nor a
//! plain-text answer can plant one (RFC 6265bis 4.1.3.2).

use std::{fmt, time::Duration};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use poem::{Request, http::header};
use rand::RngCore;
use sha2::{Digest, Sha256};

use crate::surface::Surface;

/// The cookie that holds a [`SessionKey`].
pub const SESSION: &str = "session";
/// The cookie of a browser that is not signed in; forms sent before signing in are bound to it.
pub const VISITOR: &str = "visitor";
/// The key of a sentence to show once after a redirect.
pub const NOTICE: &str = "notice";
/// The language a person chose.
pub const LANG: &str = "lang";

/// How cookies are named and guarded in this deployment.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cookies {
    /// Drops the prefix and `Secure`. For development on plain HTTP with clients that keep no secure
    /// cookie there; refused in production mode by the configuration.
    pub insecure: bool,
}

impl Cookies {
    /// The value of one of our cookies; `None` when it is missing, given twice or not plain.
    pub fn read(self, request: &Request, name: &str) -> Option<String> {
        let name = self.name(name);
        let mut values = request
            .headers()
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(key, value)| *key == name && is_plain(value));
        let first = values.next()?;
        values.next().is_none().then(|| first.1.to_owned())
    }

    /// A `Set-Cookie` line. Without `lives` the cookie ends with the browser.
    ///
    /// The value must be plain (letters, digits, `-`, `_`, `.`), as keys and codes of ours are.
    pub fn set(self, surface: Surface, name: &str, value: &str, lives: Option<Duration>) -> String {
        debug_assert!(is_plain(value), "a cookie of ours holds a plain value");
        let secure = if self.insecure { "" } else { "; Secure" };
        let age = lives.map(|span| format!("; Max-Age={}", span.as_secs())).unwrap_or_default();
        let name = self.name(name);
        let same_site = surface.same_site();
        format!("{name}={value}; Path=/; HttpOnly; SameSite={same_site}{secure}{age}")
    }

    /// A `Set-Cookie` line that makes the browser forget a cookie.
    pub fn clear(self, surface: Surface, name: &str) -> String {
        self.set(surface, name, "", Some(Duration::ZERO))
    }

    fn name(self, name: &str) -> String {
        if self.insecure { name.to_owned() } else { format!("__Host-{name}") }
    }
}

fn is_plain(value: &str) -> bool {
    value.len() <= 512
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

/// The secret a signed-in browser holds: 256 random bits, base64url. Only its hash is ever stored.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionKey(String);

impl SessionKey {
    /// A new key from the operating system's generator.
    pub fn mint() -> Self {
        let mut bits = [0; 32];
        rand::rng().fill_bytes(&mut bits);
        Self(URL_SAFE_NO_PAD.encode(bits))
    }

    /// A key as it came in a cookie; `None` when it has not the shape of one.
    pub fn parse(text: &str) -> Option<Self> {
        let bits = URL_SAFE_NO_PAD.decode(text).ok()?;
        (bits.len() == 32).then(|| Self(text.to_owned()))
    }

    /// What is stored and looked up: the key's SHA-256.
    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionKey(…)")
    }
}
