//! `mizban tenant …`: the agencies of this deployment.

use anyhow::{Context as _, ensure};
use clap::{Args, Subcommand};
use domain::blueprints::{self, Opening};
use locale::text;
use tenants::{Caller, Desks, Text};

use super::house::House;
use crate::config::Config;

#[derive(Debug, Subcommand)]
pub(super) enum Tenant {
    /// Open an agency's desk as a blueprint says, whole or not at all.
    ///
    /// Its positions are vacant; `mizban staff add` fills them. A running server serves the agency at
    /// once, without a restart.
    Create(Create),
    /// List the agencies: slug, state and name.
    List,
    /// Close an agency's desk for the time being: its hosts say so, and its jobs wait. Nothing of it
    /// is lost.
    Suspend(Which),
    /// Open a suspended agency's desk again. What was due meanwhile is due at once.
    Resume(Which),
}

#[derive(Debug, Args)]
pub(super) struct Create {
    /// The ready-made agency to begin with, such as `fda`.
    #[arg(long, value_name = "NAME")]
    blueprint: String,
    /// What the agency's host names begin with: lower-case letters, digits and inner hyphens.
    #[arg(long, value_name = "SLUG")]
    slug: String,
    /// The agency's name in Persian [default: the blueprint's].
    #[arg(long, value_name = "NAME")]
    name_fa: Option<String>,
    /// The agency's name in English.
    #[arg(long, value_name = "NAME", requires = "name_fa")]
    name_en: Option<String>,
    /// Fill the positions with the blueprint's fictional people, and print once how they sign in.
    #[arg(long)]
    demo: bool,
}

#[derive(Debug, Args)]
pub(super) struct Which {
    /// The agency, by its slug.
    #[arg(long, value_name = "SLUG")]
    slug: String,
}

/// Do it, and print what came of it.
pub(super) async fn run(what: Tenant, config: &Config) -> anyhow::Result<()> {
    let house = House::open(config).await?;
    let told = carry_out(&house.desks, &what).await;
    let closed = house.close().await;
    print!("{}", told?);
    closed
}

/// What to print; done before it is told, so that no password is printed that opens nothing.
pub(super) async fn carry_out(desks: &Desks, what: &Tenant) -> anyhow::Result<String> {
    match what {
        Tenant::Create(new) => create(desks, new).await,
        Tenant::List => list(desks).await,
        Tenant::Suspend(which) => suspend(desks, which).await,
        Tenant::Resume(which) => resume(desks, which).await,
    }
}

async fn create(desks: &Desks, new: &Create) -> anyhow::Result<String> {
    let opening =
        Opening { blueprint: &new.blueprint, slug: &new.slug, name: name(new)?, demo: new.demo };
    let opened = blueprints::open(desks, opening).await?;
    let people = opened.sign_ins.into_iter().map(|person| {
        let (username, password, key) = (person.username, person.password, person.totp_secret);
        format!("{username}  password: {password}  authenticator key: {key}\n")
    });
    Ok(std::iter::once(format!("opened: {}\n", opened.slug)).chain(people).collect())
}

fn name(new: &Create) -> anyhow::Result<Option<Text>> {
    let Some(fa) = new.name_fa.as_deref().map(text::one_line) else { return Ok(None) };
    ensure!(!fa.is_empty(), "the name is empty");
    let en = new.name_en.as_deref().map(text::one_line).filter(|en| !en.is_empty());
    Ok(Some(Text { fa, en }))
}

async fn list(desks: &Desks) -> anyhow::Result<String> {
    let tenants = tenants::list_all(desks).await?;
    let line = |tenant: &std::sync::Arc<tenants::Tenant>| {
        let state: &str = tenant.standing.into();
        format!("{}\t{state}\t{}\n", tenant.slug, tenant.name.fa)
    };
    Ok(tenants.iter().map(line).collect())
}

async fn suspend(desks: &Desks, which: &Which) -> anyhow::Result<String> {
    let mut scope = enter(desks, which).await?;
    tenants::suspend(&mut scope).await?;
    scope.commit().await?;
    Ok(format!("suspended: {}\n", which.slug))
}

async fn resume(desks: &Desks, which: &Which) -> anyhow::Result<String> {
    let mut scope = enter(desks, which).await?;
    tenants::resume(&mut scope).await?;
    scope.commit().await?;
    Ok(format!("resumed: {}\n", which.slug))
}

async fn enter(desks: &Desks, which: &Which) -> anyhow::Result<tenants::Scope> {
    let tenant = desks.registered(&which.slug).await?.context("there is no such agency")?;
    desks.enter(&tenant, Caller::Operator(tenant.id)).await
}
