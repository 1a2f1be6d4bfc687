//! What somebody is told who has signed in and may not configure the agency.

use locale::words::{Lang, say1};
use serde::Serialize;
use web::{Page, Surface};

use crate::visit::Visit;

#[derive(Serialize)]
pub(crate) struct NoRightPage {
    /// Where the agency's staff work.
    desk: String,
}

impl NoRightPage {
    pub(crate) fn of(visit: &Visit) -> Self {
        Self { desk: visit.state.places.origin(Surface::Desk, &visit.tenant.slug) }
    }
}

impl Page for NoRightPage {
    const TEMPLATE: &'static str = "admin/home/no_right.html";

    fn samples() -> Vec<Self> {
        vec![Self { desk: "http://fda-desk.localhost:8080".into() }]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-no-right-title")
    }
}
