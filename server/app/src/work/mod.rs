//! A worker by itself: jobs and the clock without a surface, beside `mizban serve`.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use anyhow::{bail, ensure};
use poem::EndpointExt as _;
use poem::endpoint::BoxEndpoint;
use sqlx::PgPool;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use worker::Bench;

use crate::config::{Config, Stop};
use crate::health::Health;
use crate::http::Server;
use crate::serve::{asked_to_stop, bind};
use crate::start::{self, Ground};
use crate::wiring;

/// A worker that is up.
struct Working {
    health: Health,
    internal: Server,
    worker: JoinHandle<()>,
    work: CancellationToken,
    pool: PgPool,
    ground: Ground,
    stop: Stop,
}

/// Work until SIGTERM or SIGINT, then finish what is under way and give the rest back.
pub async fn work(config: Config) -> anyhow::Result<()> {
    let shared = !config.database.is_embedded() && !config.storage.is_embedded();
    ensure!(shared, "a worker shares database and store with servers: give their addresses");
    let asked = asked_to_stop()?;
    tokio::pin!(asked);
    let mut working = tokio::select! {
        working = Working::start(config) => working?,
        // What has been started so far stops as it is dropped.
        () = &mut asked => return Ok(()),
    };
    let ended = tokio::select! {
        () = asked => false,
        _ = &mut working.worker => true,
    };
    if ended {
        // Only a fault of ours ends it unasked; started anew, it takes its jobs up again.
        bail!("the worker has ended by itself");
    }
    working.stop().await;
    Ok(())
}

impl Working {
    /// The internal address answers first, and says "not ready" meanwhile.
    async fn start(config: Config) -> anyhow::Result<Self> {
        let internal = bind(config.listen.internal).await?;
        let (limits, stop) = (config.limits.clone(), config.stop.clone());
        let health = Health::default();
        let probes: BoxEndpoint<'static, _> = health.clone().boxed();
        let internal = Server::start(internal, Arc::new(probes), &limits)?;

        let (ground, parts) = start::start(config).await?;
        let desks = wiring::desks(parts.pool.clone(), &parts.key);
        let bench = Bench::new(desks, parts.store.clone(), parts.carriers);
        let work = CancellationToken::new();
        let worker = tokio::spawn(worker::run(bench, work.clone()));
        health.started(parts.pool.clone(), parts.store);
        tracing::info!(internal = %internal.address(), "working");
        Ok(Self { health, internal, worker, work, pool: parts.pool, ground, stop })
    }

    async fn stop(self) {
        tracing::info!("stopping");
        self.health.stopping();
        self.work.cancel();
        if tokio::time::timeout(*self.stop.drain, self.worker).await.is_err() {
            tracing::warn!("the worker did not end in time; its jobs will be taken up again");
        }
        self.internal.stop(*self.stop.grace).await;
        self.pool.close().await;
        drop(self.ground.folder);
        tracing::info!("stopped");
    }
}
