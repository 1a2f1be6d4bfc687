//! Giving a program a key.

use chrono::{DateTime, TimeDelta, Utc};
use locale::identity::Mobile;
use locale::text;
use tenants::{Act, Agency, Scope};

use super::store;
use super::token::Token;
use super::{ApiScope, ClientLine};
use crate::{ClientId, Error, Result, catalogue, identity};

/// The longest life of a key: a program whose keeper has forgotten it must stop by itself.
const LONGEST: i64 = 3 * 365;

/// What it takes to let a program in.
#[derive(Debug, Clone)]
pub struct NewClient {
    /// What the agency calls it.
    pub name: String,
    /// The number of the account that it acts for. Its holder has signed in here before.
    pub mobile: String,
    pub scopes: Vec<ApiScope>,
    /// The keys of the services it may deal with; none for all of them.
    pub services: Option<Vec<String>>,
    /// In how many days its key ends.
    pub days: i64,
}

/// A key that was just made.
pub struct Issued {
    pub id: ClientId,
    /// Shown this once and not kept.
    pub token: String,
    pub expires_at: DateTime<Utc>,
}

/// Give a program a key. [`Error::Invalid`] names what does not fit, by the fields of [`NewClient`].
pub async fn create(scope: &mut Scope, new: NewClient) -> Result<Issued> {
    scope.allow(Act::Configure, &Agency)?;
    let (token, now) = (Token::draw(), scope.now());
    let client = ClientLine {
        id: ClientId::new(),
        key: token.key.clone(),
        name: named(&new.name)?,
        account: account(scope, &new.mobile).await?,
        scopes: scopes(&new.scopes)?,
        services: services(scope, new.services).await?,
        created_at: now,
        expires_at: now + lasting(new.days)?,
        revoked_at: None,
        last_used_at: None,
    };
    store::insert(scope, &client, &token.hash()).await?;
    Ok(Issued { id: client.id, token: token.reveal(), expires_at: client.expires_at })
}

fn named(name: &str) -> Result<String> {
    let name = text::one_line(name);
    if name.is_empty() {
        return Err(Error::invalid("name", "required"));
    }
    Ok(name)
}

fn scopes(scopes: &[ApiScope]) -> Result<Vec<String>> {
    if scopes.is_empty() {
        return Err(Error::invalid("scopes", "required"));
    }
    Ok(scopes.iter().map(|scope| <&str>::from(scope).to_owned()).collect())
}

fn lasting(days: i64) -> Result<TimeDelta> {
    if (1..=LONGEST).contains(&days) {
        return Ok(TimeDelta::days(days));
    }
    Err(Error::invalid("days", "client-days"))
}

/// Typing a number proves nothing, so the account must be there already.
async fn account(scope: &mut Scope, mobile: &str) -> Result<crate::AccountId> {
    let mobile = Mobile::parse(mobile).map_err(|_| Error::invalid("mobile", "client-account"))?;
    let account = identity::account_of(scope, &mobile).await?;
    account.ok_or_else(|| Error::invalid("mobile", "client-account"))
}

async fn services(scope: &mut Scope, services: Option<Vec<String>>) -> Result<Option<Vec<String>>> {
    for key in services.iter().flatten() {
        match catalogue::published(scope, key).await {
            Err(Error::Missing(_)) => return Err(Error::invalid("services", "choice-unknown")),
            other => other?,
        };
    }
    Ok(services)
}
