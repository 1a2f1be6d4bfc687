//! The agencies that have their desk here.

use std::sync::Arc;

use locale::words::{Lang, say1};
use serde::Serialize;
use tenants::Tenant;
use web::{Page, Surface};

use super::DirectoryState;

#[derive(Serialize)]
pub(crate) struct ListPage {
    agencies: Vec<AgencyTile>,
    /// Whether this is a development server, which has an outbox and names the staff's side.
    development: bool,
}

#[derive(Serialize)]
struct AgencyTile {
    name: String,
    portal: String,
    desk: String,
    demo: bool,
}

impl ListPage {
    pub(super) fn of(agencies: &[Arc<Tenant>], state: &DirectoryState, lang: Lang) -> Self {
        let tile = |tenant: &Arc<Tenant>| AgencyTile {
            name: tenant.name.say(lang).to_owned(),
            portal: state.places.origin(Surface::Portal, &tenant.slug),
            desk: state.places.origin(Surface::Desk, &tenant.slug),
            demo: tenant.demo,
        };
        Self { agencies: agencies.iter().map(tile).collect(), development: state.outbox.is_some() }
    }
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "portal/directory/list.html";

    fn samples() -> Vec<Self> {
        let tile = |demo| AgencyTile {
            name: "سازمان نمونه".into(),
            portal: "http://fda.localhost:8080".into(),
            desk: "http://fda-desk.localhost:8080".into(),
            demo,
        };
        vec![
            Self { agencies: vec![tile(true), tile(false)], development: true },
            Self { agencies: Vec::new(), development: false },
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-directory-title")
    }
}
