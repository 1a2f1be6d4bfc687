//! The server, from its first breath to its last.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use poem::EndpointExt as _;
use poem::endpoint::BoxEndpoint;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::config::{Config, Place, Stop};
use crate::health::Health;
use crate::http::Server;
use crate::start::{self, Ground};
use crate::{system, wiring};

/// File handles kept back from connections: for the database, documents and the log.
const HANDLES_KEPT: u64 = 512;

/// Where the server can be reached.
#[derive(Debug, Clone)]
pub struct Addresses {
    /// The socket that people's browsers reach.
    pub public: SocketAddr,
    /// The socket of the probes.
    pub internal: SocketAddr,
    /// The directory of agencies, as a browser writes it.
    pub directory: String,
}

/// A server that is up.
#[derive(Debug)]
pub struct Running {
    addresses: Addresses,
    health: Health,
    public: Server,
    internal: Server,
    worker: JoinHandle<()>,
    work: CancellationToken,
    pool: sqlx::PgPool,
    ground: Ground,
    stop: Stop,
}

/// Serve until SIGTERM or SIGINT, then stop in order. `ready` is told where.
pub async fn serve(config: Config, ready: impl FnOnce(&Addresses)) -> anyhow::Result<()> {
    let asked = asked_to_stop()?;
    tokio::pin!(asked);
    let running = tokio::select! {
        running = Running::start(config) => running?,
        // What has been started so far stops as it is dropped.
        () = &mut asked => return Ok(()),
    };
    ready(&running.addresses);
    let broken = tokio::select! {
        () = asked => false,
        () = running.database_ended() => true,
    };
    running.stop().await;
    if broken {
        bail!("the embedded database has ended by itself; its log is in the data folder");
    }
    Ok(())
}

impl Running {
    /// Start everything. The internal address answers first, and says "not ready" meanwhile.
    pub async fn start(mut config: Config) -> anyhow::Result<Self> {
        fit_connections(&mut config);
        let internal = bind(config.listen.internal).await?;
        let public = bind(config.listen.public).await?;
        if config.hosts.port == 0 {
            config.hosts.port = public.local_addr()?.port();
        }
        let (limits, stop) = (config.limits.clone(), config.stop.clone());
        let directory = config.hosts.origin(&Place::Directory);
        let health = Health::default();
        let probes: BoxEndpoint<'static, _> = health.clone().boxed();
        let internal = Server::start(internal, Arc::new(probes), &limits)?;

        let (ground, parts) = start::start(config).await?;
        let (pool, store) = (parts.pool.clone(), parts.store.clone());
        let state = wiring::open(parts).await?;
        let work = CancellationToken::new();
        let worker = wiring::worker(&state, work.clone());
        let public = Server::start(public, Arc::new(wiring::site(&state)), &limits)?;
        health.started(pool.clone(), store);
        let addresses =
            Addresses { public: public.address(), internal: internal.address(), directory };
        tracing::info!(public = %addresses.public, internal = %addresses.internal, "ready");
        Ok(Self { addresses, health, public, internal, worker, work, pool, ground, stop })
    }

    pub fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// Say "not ready", wait for balancers, stop accepting, drain, stop the worker, stop what
    /// everything stands on.
    pub async fn stop(self) {
        tracing::info!("stopping");
        self.health.stopping();
        tokio::time::sleep(*self.stop.grace).await;
        let cut = self.public.stop(*self.stop.drain).await;
        if cut > 0 {
            tracing::warn!(cut, "some connections did not end in time");
        }
        self.work.cancel();
        if tokio::time::timeout(*self.stop.drain, self.worker).await.is_err() {
            tracing::warn!("the worker did not end in time; its jobs will be taken up again");
        }
        self.internal.stop(*self.stop.grace).await;
        self.pool.close().await;
        drop(self.ground.objects);
        if let Some(postgres) = self.ground.postgres {
            postgres.stop().await;
        }
        drop(self.ground.folder);
        tracing::info!("stopped");
    }

    /// Resolves when the embedded database has ended without being asked to; else never.
    async fn database_ended(&self) {
        match &self.ground.postgres {
            Some(postgres) => postgres.ended().await,
            None => std::future::pending().await,
        }
    }
}

/// Resolves at the first SIGTERM or SIGINT from now on.
pub(crate) fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let (mut terminate, mut interrupt) =
        (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
    })
}

pub(crate) async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))
}

/// No more connections than there are file handles for.
fn fit_connections(config: &mut Config) {
    let Ok(handles) = system::raise_open_files() else { return };
    let fitting = u32::try_from(handles.saturating_sub(HANDLES_KEPT)).unwrap_or(u32::MAX).max(64);
    if config.limits.connections > fitting {
        tracing::warn!(fitting, "[limits] connections is more than the machine has handles for");
        config.limits.connections = fitting;
    }
}
