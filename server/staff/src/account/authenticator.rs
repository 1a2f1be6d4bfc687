//! Taking a new authenticator into use.

use domain::identity::{self, Confirmation, Proposal};
use locale::words::{Lang, say1};
use poem::handler;
use serde::Serialize;
use web::{Answer, Fields, Page, Reply, again, show};

use super::qr::Qr;
use super::reproof;
use super::told::Told;
use crate::{Visit, commit, paths, sign_in};

/// Shows a secret for a new authenticator. Nothing is kept: until a code confirms it, the
/// authenticator from before is the one.
#[handler]
pub(crate) async fn ask(visit: Visit) -> Answer {
    let Some(mut scope) = visit.member().await? else {
        return sign_in::first(paths::AUTHENTICATOR);
    };
    let proposal = identity::propose_authenticator(&mut scope, None).await?;
    commit(scope).await?;
    show(AuthenticatorPage::of(proposal, Told::default()))
}

#[handler]
pub(crate) async fn renew(visit: Visit, fields: Fields) -> Answer {
    let Some(mut scope) = visit.member().await? else {
        return sign_in::first(paths::AUTHENTICATOR);
    };
    let kept = fields.text("kept")?;
    let proposal = identity::propose_authenticator(&mut scope, Some(kept)).await?;
    commit(scope).await?;
    let origin = visit.here.client().to_string();
    let reproof = reproof(&visit, &fields, &origin)?;
    let confirmation = Confirmation { kept, code: fields.text("code")? };
    let (desks, tenant) = (&visit.door.desks, &visit.tenant);
    match identity::renew_authenticator(desks, tenant, reproof, confirmation).await {
        Ok(signed_in) => {
            let reply = Reply::to(paths::ACCOUNT).notice("staff-authenticator-renewed");
            sign_in::remember(&visit, &signed_in, reply)
        }
        Err(error) => again(AuthenticatorPage::of(proposal, Told::of(error, visit.lang())?)),
    }
}

#[derive(Serialize)]
pub(crate) struct AuthenticatorPage {
    /// Base32 in groups of four, for whoever types it.
    secret: String,
    /// For whoever has the authenticator on this very device.
    uri: String,
    /// Nothing where the address is too long for a code.
    qr: Option<Qr>,
    kept: String,
    told: Told,
}

impl AuthenticatorPage {
    fn of(proposal: Proposal, told: Told) -> Self {
        let Proposal { secret, uri, kept } = proposal;
        let letters: Vec<char> = secret.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
        Self { secret: groups.join(" "), qr: Qr::of(&uri), uri, kept, told }
    }
}

impl Page for AuthenticatorPage {
    const TEMPLATE: &'static str = "staff/account/authenticator.html";

    fn samples() -> Vec<Self> {
        let proposal = |issuer: &str| Proposal {
            secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".into(),
            uri: identity::totp_uri(b"12345678901234567890", issuer, "n.sepidar"),
            kept: "6b657074".into(),
        };
        let wrong = Told::one("code", "authenticator-code", Lang::Fa);
        vec![
            Self::of(proposal("Sample agency"), Told::default()),
            Self::of(proposal("سازمان نمونه"), wrong),
            Self::of(proposal(&"a".repeat(4_000)), Told::default()),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "staff-authenticator-title")
    }

    fn has_problems(&self) -> bool {
        self.told.anything()
    }
}
