//! The next version as the portal will show it. Nothing on the page can be sent.

use locale::words::Lang;
use poem::handler;
use serde::Serialize;
use web::{Answer, At, Page, show};

use super::draft;
use super::service_page::preview_title;
use super::version::Shown;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn see(visit: Visit, At(key): At<String>) -> Answer {
    let mut scope = visit.admin().await?;
    let revision = draft(&mut scope, &key).await?;
    commit(scope).await?;
    let shown = Shown::of(revision.sheet.view(visit.lang()), &revision.form, visit.lang());
    show(PreviewPage { key, shown })
}

#[derive(Serialize)]
pub(crate) struct PreviewPage {
    key: String,
    shown: Shown,
}

impl Page for PreviewPage {
    const TEMPLATE: &'static str = "admin/services/preview.html";

    fn samples() -> Vec<Self> {
        vec![Self { key: "cosmetics-import".into(), shown: Shown::sample() }]
    }

    fn title(&self, lang: Lang) -> String {
        preview_title(lang)
    }
}
