//! A published version, as the portal showed it.

use chrono::{DateTime, Utc};
use domain::catalogue::{self, SheetView};
use forms::{Form, FormView, Problems, Typed};
use locale::words::Lang;
use poem::handler;
use serde::Serialize;
use serde_json::json;
use web::{Answer, At, Page, show};

use super::service_page::version_title;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn see(visit: Visit, At((key, number)): At<(String, i32)>) -> Answer {
    let mut scope = visit.admin().await?;
    let (line, service) = catalogue::version_of(&mut scope, &key, number).await?;
    commit(scope).await?;
    show(VersionPage {
        key,
        number,
        published_at: line.published_at,
        published_by: line.published_by,
        process: service.process.to_string(),
        shown: Shown::of(service.sheet.view(visit.lang()), &service.form, visit.lang()),
    })
}

#[derive(Serialize)]
pub(crate) struct VersionPage {
    key: String,
    number: i32,
    published_at: DateTime<Utc>,
    published_by: Option<String>,
    process: String,
    shown: Shown,
}

/// Sheet and form just as the portal draws them.
#[derive(Serialize)]
pub(super) struct Shown {
    pub(super) sheet: SheetView,
    form: FormView,
}

impl Shown {
    pub(super) fn of(sheet: SheetView, form: &Form, lang: Lang) -> Self {
        Self { sheet, form: form.view(lang, &Typed::default(), &Problems::default()) }
    }

    pub(super) fn sample() -> Self {
        let form = json!({"type": "default", "schemaVersion": 19, "id": "sample", "components": [
            {"type": "group", "label": "شرکت", "components": [
                {"type": "textfield", "key": "companyName", "label": "نام شرکت"},
                {"type": "date", "key": "from", "label": "از تاریخ"},
                {"type": "filepicker", "key": "proforma", "label": "پیش‌فاکتور"},
            ]},
        ]});
        let form = Form::parse(&form).expect("the sample is a form");
        Self::of(SheetView::sample(true), &form, Lang::Fa)
    }
}

impl Page for VersionPage {
    const TEMPLATE: &'static str = "admin/services/version.html";

    fn samples() -> Vec<Self> {
        let of = |by: Option<&str>| Self {
            key: "cosmetics-import".into(),
            number: 2,
            published_at: DateTime::UNIX_EPOCH,
            published_by: by.map(Into::into),
            process: uuid::Uuid::nil().to_string(),
            shown: Shown::sample(),
        };
        vec![of(Some("نسرین نمونه")), of(None)]
    }

    fn title(&self, lang: Lang) -> String {
        version_title(self.number, lang)
    }
}
