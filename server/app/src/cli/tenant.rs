//! `mizban tenant create`: open an agency's desk from a blueprint.

use anyhow::{Context as _, ensure};
use clap::{Args, Subcommand};
use domain::blueprints;
use tenants::Desks;

use super::house::House;
use crate::config::Config;

#[derive(Debug, Subcommand)]
pub(super) enum Tenant {
    /// Open an agency's desk as a blueprint says, whole or not at all.
    ///
    /// Its positions are vacant; `mizban staff add` fills them.
    Create(Create),
}

#[derive(Debug, Args)]
pub(super) struct Create {
    /// The ready-made agency to begin with, such as `fda`.
    #[arg(long, value_name = "NAME")]
    blueprint: String,
    /// What the agency's host names begin with: lower-case letters, digits and inner hyphens.
    #[arg(long, value_name = "SLUG")]
    slug: String,
    /// Fill the positions with the blueprint's fictional people, and print once how they sign in.
    #[arg(long)]
    demo: bool,
}

/// Do it, and print who can sign in.
pub(super) async fn run(what: Tenant, config: &Config) -> anyhow::Result<()> {
    let Tenant::Create(new) = what;
    let house = House::open(config).await?;
    let told = create(&house.desks, &new).await;
    let closed = house.close().await;
    print!("{}", told?);
    closed
}

pub(super) async fn create(desks: &Desks, new: &Create) -> anyhow::Result<String> {
    let known = blueprints::names();
    let named = known.contains(&new.blueprint.as_str());
    ensure!(named, "there is no such blueprint; there are: {}", known.join(", "));
    ensure!(desks.at(&new.slug).await?.is_none(), "there is an agency with this slug already");
    let opened = blueprints::open_agency(desks, &new.blueprint, &new.slug, new.demo)
        .await
        .context("the agency was not opened")?;
    let people = opened.sign_ins.into_iter().map(|person| {
        let (username, password, key) = (person.username, person.password, person.totp_secret);
        format!("{username}  password: {password}  authenticator key: {key}\n")
    });
    Ok(std::iter::once(format!("opened: {}\n", opened.slug)).chain(people).collect())
}
