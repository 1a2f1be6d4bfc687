//! One agency: its figures and where its surfaces are.

use chrono::{DateTime, TimeDelta, Utc};
use domain::administration::Hosting;
use locale::words::Lang;
use serde::Serialize;
use web::{Page, Places, Surface};

use super::list_page::{self, AgencyView};

#[derive(Serialize)]
pub(crate) struct TenantPage {
    agency: AgencyView,
    portal: String,
    desk: String,
    console: String,
    /// Whether these are the operator's own premises, which have a console only.
    own: bool,
}

impl TenantPage {
    pub(super) fn of(hosting: &Hosting, places: &Places, at: (Lang, DateTime<Utc>)) -> Self {
        let origin = |surface| places.origin(surface, &hosting.slug);
        Self {
            agency: AgencyView::of(hosting, at),
            portal: origin(Surface::Portal),
            desk: origin(Surface::Desk),
            console: origin(Surface::Admin),
            own: hosting.slug == tenants::CENTRAL,
        }
    }
}

impl Page for TenantPage {
    const TEMPLATE: &'static str = "admin/hosting/tenant.html";

    fn samples() -> Vec<Self> {
        let places = Places { scheme: "http", base: "localhost".into(), port: 8080 };
        let at = (Lang::Fa, DateTime::UNIX_EPOCH + TimeDelta::minutes(70));
        list_page::samples().iter().map(|one| Self::of(one, &places, at)).collect()
    }

    fn title(&self, _lang: Lang) -> String {
        self.agency.name.clone()
    }
}
