//! `mizban audit verify`: read the chain of every agency back.

use std::sync::Arc;

use anyhow::Context as _;
use tenants::{Desks, Tenant, list_all};

use super::house::House;
use crate::config::Config;

/// Print what was found, one line for each agency; `false` when a chain does not hold.
pub(super) async fn verify(config: &Config, tenant: Option<&str>) -> anyhow::Result<bool> {
    let house = House::open(config).await?;
    let sound = verify_each(&house.desks, tenant).await;
    house.close().await?;
    sound
}

async fn verify_each(desks: &Desks, wanted: Option<&str>) -> anyhow::Result<bool> {
    let tenants = match wanted {
        None => list_all(desks).await?,
        Some(slug) => vec![desks.registered(slug).await?.context("there is no such agency")?],
    };
    let mut sound = true;
    for tenant in tenants {
        sound &= verify_one(desks, &tenant).await?;
    }
    Ok(sound)
}

async fn verify_one(desks: &Desks, tenant: &Arc<Tenant>) -> anyhow::Result<bool> {
    let report = tenants::audit::verify(desks, tenant).await?;
    let verdict = match &report.flaw {
        None => "holds".to_owned(),
        Some(flaw) => format!("DOES NOT HOLD: {flaw}"),
    };
    println!("{}: {} lines, {} unsealed, {verdict}", tenant.slug, report.sound, report.unsealed);
    Ok(report.flaw.is_none())
}
