//! What lies at the counter, and the services to choose from.

use chrono::{DateTime, Utc};
use domain::cases::RegisteredLine;
use domain::catalogue::ServiceLine;
use domain::counter::CounterDraft;
use locale::text::{search_key, search_words};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use crate::paths;
use crate::stage::{StageView, stage};

#[derive(Serialize)]
pub(crate) struct ListPage {
    drafts: Vec<DraftTile>,
    /// As it was typed.
    sought: String,
    services: Vec<ServiceTile>,
    /// How many there are without the search.
    total: usize,
    registered: Vec<RegisteredRow>,
}

#[derive(Serialize)]
struct DraftTile {
    path: String,
    service: String,
    name: String,
    updated_at: DateTime<Utc>,
}

#[derive(Clone, Serialize)]
struct ServiceTile {
    path: String,
    title: String,
    about: String,
    duration: String,
}

#[derive(Serialize)]
struct RegisteredRow {
    receipt: String,
    service: String,
    code: String,
    number: Option<String>,
    stage: StageView,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
}

impl ListPage {
    pub(crate) fn of(
        drafts: &[CounterDraft],
        (services, sought): (&[ServiceLine], &str),
        registered: &[RegisteredLine],
        lang: Lang,
    ) -> Self {
        let words = search_words(sought);
        let fits = |service: &&ServiceLine| {
            let title = &service.sheet.title;
            let title = format!("{} {}", title.fa, title.en.as_deref().unwrap_or(""));
            let key = search_key(&title);
            words.iter().all(|word| key.contains(word))
        };
        Self {
            drafts: drafts.iter().map(|draft| DraftTile::of(draft, lang)).collect(),
            sought: sought.to_owned(),
            services: services.iter().filter(fits).map(|s| ServiceTile::of(s, lang)).collect(),
            total: services.len(),
            registered: registered.iter().map(|line| RegisteredRow::of(line, lang)).collect(),
        }
    }
}

impl DraftTile {
    fn of(draft: &CounterDraft, lang: Lang) -> Self {
        Self {
            path: paths::counter_draft(draft.id),
            service: draft.service.sheet.title.say(lang).to_owned(),
            name: draft.name.clone(),
            updated_at: draft.updated_at,
        }
    }
}

impl ServiceTile {
    fn of(service: &ServiceLine, lang: Lang) -> Self {
        let sheet = &service.sheet;
        Self {
            path: paths::counter_service(&service.key),
            title: sheet.title.say(lang).to_owned(),
            about: sheet.recipients.say(lang).to_owned(),
            duration: sheet.duration.span.say(lang),
        }
    }
}

impl RegisteredRow {
    fn of(line: &RegisteredLine, lang: Lang) -> Self {
        Self {
            receipt: paths::receipt(line.id),
            service: line.service.sheet.title.say(lang).to_owned(),
            code: line.code.grouped(),
            number: line.number.clone(),
            stage: stage(&line.stage, lang),
            opened_at: line.opened_at,
            promised_at: line.promised_at,
        }
    }
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "desk/counter/list.html";

    fn samples() -> Vec<Self> {
        let draft = DraftTile {
            path: "/counter/drafts/1".into(),
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            name: "شرکت نمونه".into(),
            updated_at: DateTime::UNIX_EPOCH,
        };
        let tile = ServiceTile {
            path: "/counter/services/cosmetics-import".into(),
            title: "مجوز ورود فرآوردهٔ آرایشی".into(),
            about: "شرکت‌های واردکننده".into(),
            duration: "۲۰ روز کاری".into(),
        };
        let row = |number: Option<&str>| RegisteredRow {
            receipt: "/counter/requests/1/receipt".into(),
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            code: "1234 5678 9012 3456".into(),
            number: number.map(str::to_owned),
            stage: stage("in_review", Lang::Fa),
            opened_at: DateTime::UNIX_EPOCH,
            promised_at: DateTime::UNIX_EPOCH,
        };
        let page = |sought: &str, services: Vec<ServiceTile>, total| Self {
            drafts: Vec::new(),
            sought: sought.to_owned(),
            services,
            total,
            registered: Vec::new(),
        };
        let full = Self {
            drafts: vec![draft],
            registered: vec![row(Some("1405/12")), row(None)],
            ..page("", vec![tile.clone(), tile], 2)
        };
        vec![full, page("آب", Vec::new(), 2), page("", Vec::new(), 0)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "counter-title")
    }
}
