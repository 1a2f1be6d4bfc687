//! The identity sheet of a service, as a person reads it before starting a request.

use domain::catalogue::{Service, SheetView};
use locale::words::Lang;
use serde::Serialize;
use web::Page;

#[derive(Debug, Serialize)]
pub(crate) struct SheetPage {
    key: String,
    sheet: SheetView,
}

impl SheetPage {
    pub(crate) fn of(service: &Service, lang: Lang) -> Self {
        Self { key: service.key.clone(), sheet: service.sheet.view(lang) }
    }
}

impl Page for SheetPage {
    const TEMPLATE: &'static str = "portal/catalogue/sheet.html";

    fn samples() -> Vec<Self> {
        let sample = |full| Self { key: "cosmetics-import".into(), sheet: SheetView::sample(full) };
        vec![sample(true), sample(false)]
    }

    fn title(&self, _: Lang) -> String {
        self.sheet.title.clone()
    }
}
