//! The first page.

use locale::words::{Lang, say1};
use serde::Serialize;
use web::frame::Nav;
use web::{Page, Surface};

use crate::visit::Visit;

#[derive(Serialize)]
pub(crate) struct HomePage {
    parts: Vec<Part>,
    /// Where the agency's staff work.
    desk: String,
}

/// A part of the console, and what is done there.
#[derive(Serialize)]
struct Part {
    href: &'static str,
    /// The key of its name; `<key>-text` says more.
    word: &'static str,
}

impl HomePage {
    pub(super) fn of(nav: &[Nav], visit: &Visit) -> Self {
        let desk = visit.state.places.origin(Surface::Desk, &visit.tenant.slug);
        Self { parts: nav.iter().map(Part::of).collect(), desk }
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
        let parts = ["services", "processes", "organisation", "notices", "audit", "tenants"];
        let word = |part| match part {
            "services" => "admin-nav-services",
            "processes" => "admin-nav-processes",
            "organisation" => "admin-nav-organisation",
            "notices" => "admin-nav-notices",
            "audit" => "admin-nav-audit",
            _ => "admin-nav-tenants",
        };
        let part = |name| Part { href: "/services", word: word(name) };
        let desk = "http://fda-desk.localhost:8080".to_owned();
        vec![Self { parts: parts.into_iter().map(part).collect(), desk }]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-home-title")
    }
}
