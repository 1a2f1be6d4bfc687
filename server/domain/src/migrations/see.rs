//! Looking at migrations.

use tenants::Scope;

use super::{Migration, Misfitting, store};
use crate::cases::migrate;
use crate::organisation::admit_admin;
use crate::processes::{self, ProcessLine};
use crate::{Error, MigrationId, Result, identity};

/// A version of a process, and how many cases run by it.
#[derive(Debug, Clone)]
pub struct Versions {
    pub line: ProcessLine,
    pub running: i64,
}

/// Every version with what runs by it, by key, the newest first.
pub async fn versions(scope: &mut Scope) -> Result<Vec<Versions>> {
    let lines = processes::list(scope).await?;
    let running = migrate::count_running(scope).await?;
    let of = |line: ProcessLine| Versions {
        running: running.get(&line.id).copied().unwrap_or_default(),
        line,
    };
    Ok(lines.into_iter().map(of).collect())
}

/// The latest migrations.
pub async fn list(scope: &mut Scope) -> Result<Vec<Migration>> {
    admit_admin(scope)?;
    let mut migrations = Vec::new();
    for found in store::latest(scope).await? {
        migrations.push(whole(scope, found).await?);
    }
    Ok(migrations)
}

/// One, with the cases that did not fit.
pub async fn see(scope: &mut Scope, id: MigrationId) -> Result<(Migration, Vec<Misfitting>)> {
    admit_admin(scope)?;
    let found = store::find(scope, id).await?.ok_or(Error::Missing("migration"))?;
    Ok((whole(scope, found).await?, store::misfits(scope, id).await?))
}

async fn whole(scope: &mut Scope, found: store::Found) -> Result<Migration> {
    let names = identity::staff_names(scope, found.by.as_slice()).await?;
    Ok(Migration {
        id: found.id,
        from: processes::find(scope, found.from).await?,
        to: processes::find(scope, found.to).await?,
        started_at: found.started_at,
        by: found.by.and_then(|by| names.get(&by).cloned()),
        stopped_at: found.stopped_at,
        progress: store::progress(scope, found.id).await?,
    })
}
