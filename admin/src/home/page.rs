//! The first page.

use domain::administration::Overview;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::frame::Nav;
use web::{Page, Surface};

use crate::audit::{LineView, sample};
use crate::state::AGENCY;
use crate::visit::Visit;

#[derive(Serialize)]
pub(crate) struct HomePage {
    figures: Figures,
    parts: Vec<Part>,
    changes: Vec<LineView>,
    /// Where the agency's staff work, and where its applicants come.
    desk: String,
    portal: String,
}

/// What the agency is made of.
#[derive(Serialize)]
struct Figures {
    services: usize,
    units: usize,
    positions: usize,
    vacant: usize,
    members: i64,
    wordings: i64,
}

/// A part of the console, and what is done there.
#[derive(Serialize)]
struct Part {
    href: &'static str,
    /// The key of its name; `<key>-text` says more.
    word: &'static str,
}

impl HomePage {
    pub(super) fn of(overview: &Overview, nav: &[Nav], visit: &Visit) -> Self {
        let origin = |surface| visit.state.places.origin(surface, &visit.tenant.slug);
        Self {
            figures: Figures::of(overview),
            parts: nav.iter().map(Part::of).collect(),
            changes: overview.changes.iter().map(|c| LineView::of(c, visit.lang())).collect(),
            desk: origin(Surface::Desk),
            portal: origin(Surface::Portal),
        }
    }
}

impl Figures {
    fn of(overview: &Overview) -> Self {
        Self {
            services: overview.services,
            units: overview.units,
            positions: overview.positions,
            vacant: overview.vacant,
            members: overview.members,
            wordings: overview.wordings,
        }
    }
}

impl Part {
    fn of(nav: &Nav) -> Self {
        Self { href: nav.href, word: nav.word }
    }
}

impl Page for HomePage {
    const TEMPLATE: &'static str = "admin/home/home.html";

    fn samples() -> Vec<Self> {
        let overview = |vacant, changes| Overview {
            services: 2,
            units: 5,
            positions: 8,
            vacant,
            members: 8,
            wordings: 34,
            changes,
        };
        let page = |overview: &Overview| Self {
            figures: Figures::of(overview),
            parts: AGENCY.iter().map(Part::of).collect(),
            changes: overview.changes.iter().map(|c| LineView::of(c, Lang::Fa)).collect(),
            desk: "http://fda-desk.localhost:8080".into(),
            portal: "http://fda.localhost:8080".into(),
        };
        vec![page(&overview(0, Vec::new())), page(&overview(3, vec![sample(true), sample(false)]))]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-home-title")
    }
}
