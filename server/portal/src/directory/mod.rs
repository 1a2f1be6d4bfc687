//! The directory: which agencies have their desk here, and which of them offers a service one looks
//! for. In development it also shows what the desks
//! sent and who may sign in as staff, so that one can play every part on one machine.

mod list_page;
mod outbox_page;

use domain::catalogue;
use domain::identity::totp_now;
use gateways::Carriers;
use locale::text::{one_line, search_words};
use poem::endpoint::BoxEndpoint;
use poem::web::{Data, Query};
use poem::{EndpointExt as _, Response, Route, get, handler, post};
use serde::Deserialize;
use tenants::{CENTRAL, Desks, Text};
use web::{Answer, Here, Places, Problem, language, show};

pub(crate) use list_page::ListPage;
pub(crate) use outbox_page::OutboxPage;

/// Messages on the outbox page.
const RECENT: usize = 100;

/// What the directory's handlers stand on.
#[derive(Clone)]
pub struct DirectoryState {
    pub desks: Desks,
    pub places: Places,
    /// In production there is none, and `/outbox` is not there.
    pub outbox: Option<Outbox>,
}

/// What development shows.
#[derive(Clone)]
pub struct Outbox {
    pub carriers: Carriers,
    /// The made-up staff of the demo agencies.
    pub staff: Vec<DemoStaff>,
}

/// A made-up member of staff and all it takes to sign in as her.
#[derive(Clone)]
pub struct DemoStaff {
    /// The slug of the agency.
    pub agency: String,
    pub name: String,
    /// Of her positions.
    pub titles: Vec<Text>,
    pub username: String,
    pub password: String,
    /// The secret of her authenticator, as bytes.
    pub totp_secret: Vec<u8>,
}

/// The directory of this deployment.
pub fn routes(state: DirectoryState) -> BoxEndpoint<'static, Response> {
    Route::new()
        .at("/", get(list))
        .at("/outbox", get(show_outbox))
        .at("/language", post(language::choose))
        .data(state)
        .map_to_response()
        .boxed()
}

/// What is looked for across the agencies.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Search {
    q: String,
}

#[handler]
async fn list(
    here: Here,
    Data(state): Data<&DirectoryState>,
    search: Option<Query<Search>>,
) -> Answer {
    let sought = search.map(|Query(search)| one_line(&search.q)).unwrap_or_default();
    if !search_words(&sought).is_empty() {
        let found = catalogue::search(&state.desks, &sought).await?;
        return show(ListPage::found(sought, &found, &state.places, here.lang()));
    }
    let mut agencies = tenants::list(&state.desks).await.map_err(Problem::Fault)?;
    // The operator's own premises offer nothing to anybody.
    agencies.retain(|tenant| tenant.slug != CENTRAL);
    show(ListPage::of(&agencies, state, here.lang()))
}

#[handler]
async fn show_outbox(here: Here, Data(state): Data<&DirectoryState>) -> Answer {
    let outbox = state.outbox.as_ref().ok_or(Problem::Missing)?;
    let messages = outbox.carriers.recent(RECENT).await;
    let now = state.desks.clock().now();
    let code = |staff: &DemoStaff| totp_now(&staff.totp_secret, now);
    let staff = outbox.staff.iter().map(|staff| (staff, code(staff))).collect();
    show(OutboxPage::of(messages, staff, state, here.lang()))
}
