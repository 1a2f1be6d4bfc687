//! `mizban api-client …`: which programs may call an agency's API, and how far their keys reach.

use std::fmt::Write as _;

use anyhow::{Context as _, anyhow};
use clap::{Args, Subcommand};
use domain::Error;
use domain::api_clients::{self, ApiScope, ClientLine, Issued, NewClient};
use locale::words::Lang;
use tenants::{Caller, Desks, Scope};

use super::house::House;
use crate::config::Config;

#[derive(Debug, Subcommand)]
pub(super) enum ApiClient {
    /// Give a program a key, and print it once.
    Create(Create),
    /// Show the programs of an agency, with the public half of each key.
    List(Whose),
    /// Take a key back; it opens nothing from now on.
    Revoke {
        #[command(flatten)]
        whose: Whose,
        /// The public half of the key, as `list` shows it.
        #[arg(long, value_name = "KEY")]
        key: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct Whose {
    /// The agency, by its slug.
    #[arg(long, value_name = "SLUG")]
    tenant: String,
}

#[derive(Debug, Args)]
pub(super) struct Create {
    #[command(flatten)]
    whose: Whose,
    /// What the agency calls the program.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The mobile number of the account that it acts for. Its holder has signed in at the agency's
    /// portal before: that is how the number was proved.
    #[arg(long, value_name = "MOBILE")]
    account: String,
    /// What the key is for: services.read, requests.read, requests.write or documents.write; may be
    /// repeated.
    #[arg(long = "scope", value_name = "SCOPE", required = true)]
    scopes: Vec<ApiScope>,
    /// The key of a service that it may deal with; may be repeated. All services where none is given.
    #[arg(long = "service", value_name = "KEY")]
    services: Vec<String>,
    /// In how many days the key ends.
    #[arg(long, value_name = "DAYS", default_value_t = 365)]
    days: i64,
}

impl ApiClient {
    fn tenant(&self) -> &str {
        match self {
            Self::Create(Create { whose, .. }) | Self::List(whose) | Self::Revoke { whose, .. } => {
                &whose.tenant
            }
        }
    }
}

/// Do it, and print what came of it.
pub(super) async fn run(what: ApiClient, config: &Config) -> anyhow::Result<()> {
    let house = House::open(config).await?;
    let told = carry_out(&house.desks, what).await;
    let closed = house.close().await;
    print!("{}", told?);
    closed
}

/// What to print; kept before it is told, so that no key is printed that opens nothing.
pub(super) async fn carry_out(desks: &Desks, what: ApiClient) -> anyhow::Result<String> {
    let tenant = desks.at(what.tenant()).await?.context("there is no such agency")?;
    let mut scope = desks.enter(&tenant, Caller::Operator(tenant.id)).await?;
    let told = match what {
        ApiClient::Create(new) => create(&mut scope, new).await,
        ApiClient::List(_) => list(&mut scope).await,
        ApiClient::Revoke { key, .. } => {
            api_clients::revoke(&mut scope, &key).await.map(|()| "revoked\n".to_owned())
        }
    };
    let told = told.map_err(in_words)?;
    scope.commit().await?;
    Ok(told)
}

async fn create(scope: &mut Scope, new: Create) -> domain::Result<String> {
    let new = NewClient {
        name: new.name,
        mobile: new.account,
        scopes: new.scopes,
        services: (!new.services.is_empty()).then_some(new.services),
        days: new.days,
    };
    let Issued { token, expires_at, .. } = api_clients::create(scope, new).await?;
    Ok(format!("key: {token}\nends: {}\n", expires_at.format("%F %T UTC")))
}

async fn list(scope: &mut Scope) -> domain::Result<String> {
    let mut table = String::new();
    for client in api_clients::list(scope).await? {
        let services = client.services.as_ref().map_or("all".to_owned(), |all| all.join(","));
        let (key, scopes, state) = (&client.key, client.scopes.join(","), state(&client, scope));
        let name = &client.name;
        writeln!(table, "{key}  {state}  {scopes}  services: {services}  {name}")
            .map_err(anyhow::Error::from)?;
    }
    Ok(table)
}

fn state(client: &ClientLine, scope: &Scope) -> String {
    match client.revoked_at {
        Some(at) => format!("revoked {}", at.format("%F")),
        None if client.expires_at <= scope.now() => "expired".to_owned(),
        None => format!("until {}", client.expires_at.format("%F")),
    }
}

/// The domain's "no" for the person at the terminal.
fn in_words(error: Error) -> anyhow::Error {
    match error {
        Error::Missing("client") => anyhow!("no program of this agency has this key"),
        Error::Invalid(problems) => {
            let texts = problems.iter().map(|(_, flaw)| flaw.text(Lang::En));
            anyhow!("{}", texts.collect::<Vec<_>>().join(" "))
        }
        Error::Fault(fault) => fault,
        other => other.into(),
    }
}
