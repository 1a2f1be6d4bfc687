//! What was drawn for a member, shown this once.

use domain::identity::{MemberLine, totp_secret, totp_uri};
use locale::words::{Lang, say1};
use serde::Serialize;
use staff::Qr;
use tenants::Tenant;
use web::Page;

use super::samples;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct SecretsPage {
    name: String,
    username: String,
    member: String,
    password: Option<String>,
    /// Base32 in groups of four, for whoever types it.
    key: Option<String>,
    /// Nothing where the address is too long for a code.
    qr: Option<Qr>,
}

impl SecretsPage {
    pub(super) fn of(
        line: &MemberLine,
        tenant: &Tenant,
        password: Option<String>,
        key: Option<String>,
    ) -> Self {
        Self::new(line, &tenant.name.fa, password, key)
    }

    fn new(line: &MemberLine, issuer: &str, password: Option<String>, key: Option<String>) -> Self {
        let secret = key.as_deref().and_then(totp_secret);
        let uri = secret.map(|secret| totp_uri(&secret, issuer, &line.username));
        Self {
            name: line.name.clone(),
            username: line.username.clone(),
            member: paths::member(line.id),
            password,
            key: key.map(|key| grouped(&key)),
            qr: uri.and_then(|uri| Qr::of(&uri)),
        }
    }
}

fn grouped(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

impl Page for SecretsPage {
    const TEMPLATE: &'static str = "admin/members/secrets.html";

    fn samples() -> Vec<Self> {
        let line = samples::lines().remove(0);
        let (password, key) = ("abcde-fghjk-mnpqr-23456", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let page = |password: Option<&str>, key: Option<&str>| {
            Self::new(&line, "سازمان نمونه", password.map(str::to_owned), key.map(str::to_owned))
        };
        vec![page(Some(password), Some(key)), page(Some(password), None), page(None, Some(key))]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-secrets-title")
    }
}
