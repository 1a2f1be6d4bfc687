//! Which surface answers on which host, and what they stand on.

use std::num::NonZeroU32;
use std::sync::Arc;

use admin::AdminState;
use anyhow::Context as _;
use api::{Api, ApiState, Pace};
use desk::DeskState;
use domain::catalogue;
use poem::endpoint::BoxEndpoint;
use poem::http::{StatusCode, header};
use poem::{Endpoint, EndpointExt as _, Request, Response};
use portal::directory::{DemoStaff, DirectoryState, Outbox};
use portal::files::FilesState;
use portal::{LookUps, PortalState};
use sqlx::PgPool;
use tenants::{Clock, Desks, Keyring, Standing};
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
use crate::metrics::Metrics;
pub use crate::start::Parts;

/// All addresses together may look as many times as this many single ones at one agency.
const ADDRESSES: NonZeroU32 = NonZeroU32::new(100).expect("not zero");

/// Everything that surfaces and worker share.
#[derive(Clone)]
pub struct State {
    pub parts: Parts,
    pub desks: Desks,
    pub bench: Bench,
    pub metrics: Metrics,
    site: Arc<web::Site>,
    places: Places,
    look_ups: Arc<LookUps>,
    pace: Arc<Pace>,
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
    catalogue::complete_directory(&desks).await?;
    let metrics = Metrics::new(desks.clone(), parts.config.database.connections)?;
    let templates = [
        portal::templates(),
        staff::templates(),
        desk::templates(),
        admin::templates(),
        api::templates(),
    ]
    .concat();
    let site = web::Site {
        engine: Engine::new(&templates).context("the templates")?,
        cookies: Cookies { insecure: parts.config.cookies.insecure },
        seal: Seal::new(keyring(&parts.key).derive("forgery")),
        https: parts.config.hosts.scheme == Scheme::Https,
        spool: parts.spool.clone(),
    };
    let (places, look_ups) = (places(&parts.config.hosts), look_ups(&parts.config));
    let (site, pace) = (Arc::new(site), pace(&parts.config));
    Ok(State { parts, desks, bench, metrics, site, places, look_ups, pace, demo_staff })
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

fn pace(config: &Config) -> Arc<Pace> {
    let limit = NonZeroU32::new(config.limits.api_calls);
    Arc::new(limit.map_or_else(Pace::off, Pace::per_minute))
}

/// What answers people's requests: the surface that the Host header leads to.
pub fn site(state: &State) -> BoxEndpoint<'static, Response> {
    let dress = |surface, routes| state.site.dress(surface, routes);
    let (desks, places) = (state.desks.clone(), state.places.clone());
    let store = state.parts.store.clone();
    let reception = Reception {
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
        api: api::routes(api_state(state)),
        reference: dress(Surface::Portal, api::reference::routes()),
    };
    state.metrics.around(reception).boxed()
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

fn api_state(state: &State) -> ApiState {
    ApiState {
        desks: state.desks.clone(),
        store: state.parts.store.clone(),
        places: state.places.clone(),
        spool: state.parts.spool.clone(),
        pace: state.pace.clone(),
        https: state.site.https,
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
    /// For programs, on the host of the portal.
    api: Api,
    /// The page on which people read about it.
    reference: Dressed,
}

/// What answers on a host.
enum Hall<'a> {
    Surface(&'a Dressed),
    Api(&'a Api),
}

impl Reception {
    /// A portal's host is also where programs call.
    fn at_portal(&self, path: &str) -> Hall<'_> {
        if api::reference::is_page(path) {
            Hall::Surface(&self.reference)
        } else if api::is_of_api(path) {
            Hall::Api(&self.api)
        } else {
            Hall::Surface(&self.portal)
        }
    }

    /// Nobody is at home; programs are told so in their own way.
    fn refuse(&self, request: &Request, status: StatusCode) -> Response {
        if api::is_of_api(request.uri().path()) {
            let accepted = request.header(header::ACCEPT_LANGUAGE).unwrap_or_default();
            return api::refuse(accepted, status, self.site.https);
        }
        self.site.refuse(request, status)
    }
}

impl Endpoint for Reception {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let host = request.header(header::HOST).map(ToOwned::to_owned);
        let place = host.as_deref().and_then(|host| self.hosts.place(host));
        let (hall, slug) = match place {
            Some(Place::Directory) => return self.directory.call(request).await,
            Some(Place::Portal(slug)) => (self.at_portal(request.uri().path()), slug),
            Some(Place::Desk(slug)) => (Hall::Surface(&self.desk), slug),
            Some(Place::Admin(slug)) => (Hall::Surface(&self.admin), slug),
            Some(Place::Files(slug)) => (Hall::Surface(&self.files), slug),
            None => return Ok(self.refuse(&request, StatusCode::MISDIRECTED_REQUEST)),
        };
        match self.desks.registered(&slug).await {
            Ok(Some(tenant)) => {
                let standing = tenant.standing;
                request.set_data(tenant);
                match (standing, hall) {
                    (Standing::Active, Hall::Surface(surface)) => surface.call(request).await,
                    (Standing::Active, Hall::Api(api)) => api.call(request).await,
                    (Standing::Suspended, Hall::Surface(_)) => Ok(self.site.suspended(&request)),
                    (Standing::Suspended, Hall::Api(_)) => {
                        Ok(self.refuse(&request, StatusCode::SERVICE_UNAVAILABLE))
                    }
                }
            }
            Ok(None) => Ok(self.refuse(&request, StatusCode::MISDIRECTED_REQUEST)),
            Err(fault) => {
                tracing::error!(%fault, "the register of tenants does not answer");
                Ok(self.refuse(&request, StatusCode::SERVICE_UNAVAILABLE))
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
