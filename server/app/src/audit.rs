//! `mizban audit verify`: read the chain of every agency back.

use std::sync::Arc;

use anyhow::Context as _;
use tenants::{Desks, Tenant, list};

use crate::config::Config;
use crate::folder::Folder;
use crate::{pool, start, wiring};

/// Print what was found, one line for each agency; `false` when a chain does not hold.
///
/// Over the embedded database this starts it, so the server must not be running.
pub async fn verify(config: &Config, tenant: Option<&str>) -> anyhow::Result<bool> {
    let folder = Folder::open(&config.data.folder)?;
    let key = start::key(config, &folder)?;
    let (postgres, urls) = start::database(config, &folder).await?;
    let pool = pool::open(&urls.app, 2).await?;
    let sound = verify_each(&wiring::desks(pool.clone(), &key), tenant).await;
    pool.close().await;
    if let Some(postgres) = postgres {
        postgres.stop().await;
    }
    sound
}

async fn verify_each(desks: &Desks, wanted: Option<&str>) -> anyhow::Result<bool> {
    let tenants = match wanted {
        None => list(desks).await?,
        Some(slug) => vec![desks.at(slug).await?.context("there is no such agency")?],
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
