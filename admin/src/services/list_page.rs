//! The list of services.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::ServiceId;
use domain::catalogue::{Entry, Service};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

#[derive(Serialize)]
pub(crate) struct ListPage {
    services: Vec<Line>,
}

#[derive(Clone, Serialize)]
struct Line {
    key: String,
    title: String,
    open: bool,
    version: i32,
    published_at: DateTime<Utc>,
    published_by: Option<String>,
    draft: Option<Draft>,
}

#[derive(Clone, Serialize)]
struct Draft {
    at: DateTime<Utc>,
    by: String,
}

impl ListPage {
    pub(super) fn of(
        services: &[(Entry, Arc<Service>)],
        drafts: &HashMap<ServiceId, (DateTime<Utc>, String)>,
        lang: Lang,
    ) -> Self {
        let draft =
            |id: &ServiceId| drafts.get(id).map(|(at, by)| Draft { at: *at, by: by.clone() });
        let line = |(entry, service): &(Entry, Arc<Service>)| Line {
            key: entry.key.clone(),
            title: service.sheet.title.say(lang).to_owned(),
            open: entry.open,
            version: entry.version.number,
            published_at: entry.version.published_at,
            published_by: entry.version.published_by.clone(),
            draft: draft(&entry.id),
        };
        Self { services: services.iter().map(line).collect() }
    }
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "admin/services/list.html";

    fn samples() -> Vec<Self> {
        let plain = Line {
            key: "cosmetics-import".into(),
            title: "مجوز ورود فرآوردهٔ آرایشی".into(),
            open: true,
            version: 1,
            published_at: DateTime::UNIX_EPOCH,
            published_by: None,
            draft: None,
        };
        let draft = Draft { at: DateTime::UNIX_EPOCH, by: "نسرین نمونه".into() };
        let drafted = Line {
            open: false,
            version: 4,
            published_by: Some("نسرین نمونه".into()),
            draft: Some(draft),
            ..plain.clone()
        };
        vec![Self { services: vec![plain, drafted] }, Self { services: Vec::new() }]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "services-title")
    }
}
