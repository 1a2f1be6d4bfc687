//! Which surface answers on which host, and what they stand on.

use std::num::NonZeroU32;
use std::sync::Arc;

use admin::AdminState;
use anyhow::Context as _;
use desk::DeskState;
use poem::endpoint::BoxEndpoint;
use poem::http::{StatusCode, header};
use poem::{Endpoint, EndpointExt as _, Request, Response};
use portal::directory::{DemoStaff, DirectoryState, Outbox};
use portal::files::FilesState;
use portal::{LookUps, PortalState};
use sqlx::PgPool;
use tenants::{Clock, Desks, Keyring};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use web::cookies::Cookies;
use web::forgery::Seal;
use web::site::Dressed;
use web::templates::Engine;
use web::{Places, Surface};
use worker::Bench;

use crate::config::{Config, DeploymentKey, Hosts, Mode, Place, Scheme};
use crate::demo;
pub use crate::start::Parts;

/// All addresses together may look as many times as this many single ones at one agency.
const ADDRESSES: NonZeroU32 = NonZeroU32::new(100).expect("not zero");

/// Everything that surfaces and worker share.
#[derive(Clone)]
pub struct State {
    pub parts: Parts,
    pub desks: Desks,
    pub bench: Bench,
    site: Arc<web::Site>,
    places: Places,
    look_ups: Arc<LookUps>,
    demo_staff: Vec<DemoStaff>,
}

/// The house over a pool, under the deployment key.
pub fn desks(pool: PgPool, key: &DeploymentKey) -> Desks {
    Desks::open(pool, Clock::default(), keyring(key))
}

fn keyring(key: &DeploymentKey) -> Keyring {
    Keyring::new("deployment", key.0)
}

/// Put the parts together.
pub async fn open(parts: Parts) -> anyhow::Result<State> {
    let desks = desks(parts.pool.clone(), &parts.key);
    let bench = Bench::new(desks.clone(), parts.store.clone(), parts.carriers.clone());
    let demo_staff = match parts.config.mode {
        Mode::Development => demo::open(&desks, &parts.demo_staff).await?,
        Mode::Production => Vec::new(),
    };
    let templates =
        [portal::templates(), staff::templates(), desk::templates(), admin::templates()].concat();
    let site = web::Site {
        engine: Engine::new(&templates).context("the templates")?,
        cookies: Cookies { insecure: parts.config.cookies.insecure },
        seal: Seal::new(keyring(&parts.key).derive("forgery")),
        https: parts.config.hosts.scheme == Scheme::Https,
        spool: parts.spool.clone(),
    };
    let (places, look_ups) = (places(&parts.config.hosts), look_ups(&parts.config));
    Ok(State { parts, desks, bench, site: Arc::new(site), places, look_ups, demo_staff })
}

fn places(hosts: &Hosts) -> Places {
    let scheme = match hosts.scheme {
        Scheme::Http => "http",
        Scheme::Https => "https",
    };
    Places { scheme, base: hosts.base.clone(), port: hosts.port }
}

fn look_ups(config: &Config) -> Arc<LookUps> {
    let limit = NonZeroU32::new(config.limits.look_ups);
    Arc::new(limit.map_or_else(LookUps::off, |address| {
        LookUps::per_minute(address, address.saturating_mul(ADDRESSES))
    }))
}

/// What answers people's requests: the surface that the Host header leads to.
pub fn site(state: &State) -> BoxEndpoint<'static, Response> {
    let dress = |surface, routes| state.site.dress(surface, routes);
    let (desks, places) = (state.desks.clone(), state.places.clone());
    let store = state.parts.store.clone();
    Reception {
        hosts: state.parts.config.hosts.clone(),
        desks: desks.clone(),
        site: state.site.clone(),
        directory: dress(Surface::Directory, portal::directory::routes(directory(state))),
        portal: dress(Surface::Portal, portal::routes(portal_state(state))),
        files: dress(
            Surface::Files,
            portal::files::routes(FilesState { desks: desks.clone(), store: store.clone() }),
        ),
        desk: dress(
            Surface::Desk,
            desk::routes(DeskState { desks: desks.clone(), store, places: places.clone() }),
        ),
        admin: dress(Surface::Admin, admin::routes(AdminState { desks, places })),
    }
    .boxed()
}

fn directory(state: &State) -> DirectoryState {
    let outbox = (state.parts.config.mode == Mode::Development).then(|| Outbox {
        carriers: state.parts.carriers.clone(),
        staff: state.demo_staff.clone(),
    });
    DirectoryState { desks: state.desks.clone(), places: state.places.clone(), outbox }
}

fn portal_state(state: &State) -> PortalState {
    PortalState {
        desks: state.desks.clone(),
        store: state.parts.store.clone(),
        places: state.places.clone(),
        look_ups: state.look_ups.clone(),
    }
}

/// Leads every request to its surface, with the agency that its host names. The tenant comes from
/// the Host header and from nowhere else.
struct Reception {
    hosts: Hosts,
    desks: Desks,
    site: Arc<web::Site>,
    directory: Dressed,
    portal: Dressed,
    desk: Dressed,
    admin: Dressed,
    files: Dressed,
}

impl Endpoint for Reception {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let host = request.header(header::HOST).map(ToOwned::to_owned);
        let place = host.as_deref().and_then(|host| self.hosts.place(host));
        let (surface, slug) = match place {
            Some(Place::Directory) => return self.directory.call(request).await,
            Some(Place::Portal(slug)) => (&self.portal, slug),
            Some(Place::Desk(slug)) => (&self.desk, slug),
            Some(Place::Admin(slug)) => (&self.admin, slug),
            Some(Place::Files(slug)) => (&self.files, slug),
            None => return Ok(self.site.refuse(&request, StatusCode::MISDIRECTED_REQUEST)),
        };
        match self.desks.at(&slug).await {
            Ok(Some(tenant)) => {
                request.set_data(tenant);
                surface.call(request).await
            }
            Ok(None) => Ok(self.site.refuse(&request, StatusCode::MISDIRECTED_REQUEST)),
            Err(fault) => {
                tracing::error!(%fault, "the register of tenants does not answer");
                Ok(self.site.refuse(&request, StatusCode::SERVICE_UNAVAILABLE))
            }
        }
    }
}

/// What works on jobs until `stop` is cancelled.
///
/// Where jobs are the work of `mizban worker`, this process still chains the audit lines that it
/// writes: only it knows at once which agencies have new ones.
pub fn worker(state: &State, stop: CancellationToken) -> JoinHandle<()> {
    if state.parts.config.worker.in_serve {
        return tokio::spawn(worker::run(state.bench.clone(), stop));
    }
    let desks = state.desks.clone();
    tokio::spawn(async move { worker::keep_sealing(&desks, &stop).await })
}
