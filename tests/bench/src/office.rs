//! The same house from inside: the domain's verbs over the server's database, to prepare what is
//! then measured from outside.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use domain::identity::{self, CodeLimits, CodeSent, Credentials, Door, Proof, Reading};
use domain::notices;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use gateways::Carriers;
use locale::identity::Mobile;
use locale::words::Lang;
use serde::Deserialize;
use tenants::{Caller, Clock, Desks, Keyring, Scope, Tenant, settings};
use tokio::time::{Instant, sleep};

use crate::books::Books;
use crate::house::{self, House};

/// The agency that is measured, and the look-alike in which PostgreSQL alone is.
pub(crate) const MEASURED: &str = "fda";
pub(crate) const ALONE: &str = "fda2";

/// How much is prepared at once.
pub(crate) const AT_ONCE: usize = 8;
const DELIVERED_WITHIN: Duration = Duration::from_mins(1);

pub(crate) struct Office {
    pub(crate) desks: Desks,
    pub(crate) port: u16,
    outbox: Carriers,
    data: PathBuf,
}

/// A made-up member of staff, as the server keeps her for its outbox page.
#[derive(Deserialize)]
struct DemoStaff {
    agency: String,
    username: String,
    password: String,
    totp_secret: String,
}

impl Office {
    pub(crate) async fn open(house: &House, books: &Books) -> anyhow::Result<Self> {
        let keyring = Keyring::new("deployment", house.key());
        let desks = Desks::open(books.plain().await?, Clock::default(), keyring);
        let data = house.data();
        let outbox = Carriers::Folder(data.join("outbox"));
        let office = Self { desks, port: house.port()?, outbox, data };
        for slug in [MEASURED, ALONE] {
            office.let_many_sign_in(slug).await?;
        }
        Ok(office)
    }

    pub(crate) async fn tenant(&self, slug: &str) -> anyhow::Result<Arc<Tenant>> {
        self.desks.at(slug).await?.with_context(|| format!("there is no agency {slug}"))
    }

    /// Everybody comes from one address here.
    pub(crate) async fn let_many_sign_in(&self, slug: &str) -> anyhow::Result<()> {
        let tenant = self.tenant(slug).await?;
        let operator = Caller::Operator(tenant.id);
        let mut scope = self.desks.enter(&tenant, operator).await?;
        let limits = CodeLimits { daily_budget: 1_000_000, per_origin_hour: 1_000_000 };
        settings::write(&mut scope, &limits).await?;
        scope.commit().await
    }

    /// Sign applicants in, each by the code sent to her number; the sessions' tokens, in the order
    /// of the numbers.
    pub(crate) async fn sign_in(
        &self,
        tenant: &Arc<Tenant>,
        mobiles: &[Mobile],
    ) -> anyhow::Result<Vec<String>> {
        let sending = stream::iter(mobiles).map(|mobile| self.send_code(tenant, mobile));
        let sent: Vec<CodeSent> = sending.buffered(AT_ONCE).try_collect().await?;
        let codes = self.codes(tenant, mobiles).await?;
        let confirming = stream::iter(mobiles.iter().zip(sent)).map(|(mobile, sent)| {
            let code = codes.get(mobile.as_str()).map(String::as_str).unwrap_or_default();
            let proof = Proof { id: sent.id, mobile, code, reading: Reading::default() };
            identity::confirm_code(&self.desks, tenant, proof)
        });
        let signed_in: Vec<_> = confirming.buffered(AT_ONCE).try_collect().await?;
        Ok(signed_in.into_iter().map(|one| one.token).collect())
    }

    async fn send_code(&self, tenant: &Arc<Tenant>, mobile: &Mobile) -> anyhow::Result<CodeSent> {
        Ok(notices::send_code(&self.desks, tenant, mobile, "127.0.0.1", Lang::Fa).await?)
    }

    /// The codes that the server's worker has sent to these numbers, by number.
    async fn codes(
        &self,
        tenant: &Tenant,
        mobiles: &[Mobile],
    ) -> anyhow::Result<HashMap<String, String>> {
        let until = Instant::now() + DELIVERED_WITHIN;
        loop {
            let sent = self.outbox.recent(mobiles.len() * 2).await;
            let ours = sent.into_iter().rev().filter(|(message, _)| message.tenant == tenant.slug);
            let codes: HashMap<String, String> =
                ours.filter_map(|(m, _)| Some((m.address, code(&m.text)?))).collect();
            if mobiles.iter().all(|mobile| codes.contains_key(mobile.as_str())) {
                return Ok(codes);
            }
            ensure!(Instant::now() < until, "the worker does not deliver the codes");
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Enter as an applicant who is signed in.
    pub(crate) async fn enter(&self, tenant: &Arc<Tenant>, token: &str) -> anyhow::Result<Scope> {
        let entered = identity::enter(&self.desks, tenant, Door::Portal, Some(token)).await?;
        ensure!(entered.session.is_some(), "the session has ended");
        Ok(entered.scope)
    }

    /// Sign a member of the measured agency's staff in; the session's token.
    pub(crate) async fn sign_in_staff(&self, username: &str) -> anyhow::Result<String> {
        let text = house::read(&self.data, "secrets/demo-staff.json")?;
        let staff: Vec<DemoStaff> = serde_json::from_str(&text)?;
        let found = staff.iter().find(|s| s.agency == MEASURED && s.username == username);
        let found = found.with_context(|| format!("no {username} among the staff"))?;
        let secret = identity::totp_secret(&found.totp_secret).context("a secret in base32")?;
        let second = identity::totp_now(&secret, self.desks.clock().now());
        let (password, origin) = (found.password.as_str(), "127.0.0.1");
        let credentials = Credentials {
            door: Door::Desk,
            username,
            password,
            second: &second,
            origin,
            reading: Reading::default(),
        };
        let tenant = self.tenant(MEASURED).await?;
        Ok(identity::sign_in(&self.desks, &tenant, credentials).await?.token)
    }
}

/// The six digits of a message.
pub(crate) fn code(text: &str) -> Option<String> {
    let latin = locale::digits::to_latin(text);
    let mut numbers = latin.split(|c: char| !c.is_ascii_digit());
    numbers.find(|digits| digits.len() == 6).map(str::to_owned)
}
