//! The agencies that have their desk here, and the services found across them.

use std::sync::Arc;

use domain::catalogue::{Found, MOST_FOUND};
use locale::words::{Lang, say1};
use serde::Serialize;
use tenants::Tenant;
use web::{Page, Places, Surface};

use super::DirectoryState;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct ListPage {
    /// What was looked for, as it was typed; empty shows the agencies.
    sought: String,
    /// The agencies whose services were found.
    results: Vec<AgencyResults>,
    /// How many services were found.
    found: usize,
    /// Whether there may be more of them than are shown.
    cut: bool,
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

#[derive(Serialize)]
struct AgencyResults {
    name: String,
    portal: String,
    services: Vec<ServiceLink>,
}

#[derive(Serialize)]
struct ServiceLink {
    title: String,
    /// Its sheet on the agency's portal.
    sheet: String,
}

impl ListPage {
    pub(super) fn of(agencies: &[Arc<Tenant>], state: &DirectoryState, lang: Lang) -> Self {
        let tile = |tenant: &Arc<Tenant>| AgencyTile {
            name: tenant.name.say(lang).to_owned(),
            portal: state.places.origin(Surface::Portal, &tenant.slug),
            desk: state.places.origin(Surface::Desk, &tenant.slug),
            demo: tenant.demo,
        };
        Self {
            agencies: agencies.iter().map(tile).collect(),
            development: state.outbox.is_some(),
            ..Self::empty()
        }
    }

    pub(super) fn found(sought: String, found: &[Found], places: &Places, lang: Lang) -> Self {
        let of_one = |of: &[Found]| AgencyResults::of(of, places, lang);
        Self {
            sought,
            results: found.chunk_by(|one, next| one.agency == next.agency).map(of_one).collect(),
            found: found.len(),
            cut: found.len() >= MOST_FOUND,
            ..Self::empty()
        }
    }

    fn empty() -> Self {
        Self {
            sought: String::new(),
            results: Vec::new(),
            found: 0,
            cut: false,
            agencies: Vec::new(),
            development: false,
        }
    }
}

impl AgencyResults {
    /// `found` are services of one agency, and at least one.
    fn of(found: &[Found], places: &Places, lang: Lang) -> Self {
        let portal = places.origin(Surface::Portal, &found[0].agency);
        let link = |service: &Found| ServiceLink {
            title: service.title.say(lang).to_owned(),
            sheet: format!("{portal}{}", paths::service(&service.key)),
        };
        let services = found.iter().map(link).collect();
        Self { name: found[0].agency_name.say(lang).to_owned(), portal, services }
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
        let results = |cut| Self {
            sought: "مجوز".into(),
            results: vec![AgencyResults {
                name: "سازمان نمونه".into(),
                portal: "http://fda.localhost:8080".into(),
                services: vec![ServiceLink {
                    title: "مجوز نمونه".into(),
                    sheet: "http://fda.localhost:8080/services/permit".into(),
                }],
            }],
            found: 1,
            cut,
            ..Self::empty()
        };
        vec![
            Self { agencies: vec![tile(true), tile(false)], development: true, ..Self::empty() },
            Self::empty(),
            results(false),
            results(true),
            Self { sought: "هیچ".into(), ..Self::empty() },
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(
            lang,
            if self.sought.is_empty() { "portal-directory-title" } else { "directory-results" },
        )
    }
}
