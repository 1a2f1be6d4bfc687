//! The list of services, with its search.

use domain::catalogue::{Channel, ServiceLine};
use locale::text::search_words;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    /// As it was typed.
    sought: String,
    services: Vec<ServiceTile>,
    /// How many there are without the search.
    total: usize,
}

#[derive(Debug, Clone, Serialize)]
struct ServiceTile {
    key: String,
    title: String,
    about: String,
    duration: String,
    online: bool,
}

impl ListPage {
    pub(crate) fn of(services: &[ServiceLine], sought: &str, lang: Lang) -> Self {
        let words = search_words(sought);
        let fits = |service: &&ServiceLine| {
            let findable = service.sheet.findable();
            words.iter().all(|word| findable.contains(word))
        };
        Self {
            sought: sought.to_owned(),
            total: services.len(),
            services: services.iter().filter(fits).map(|s| ServiceTile::of(s, lang)).collect(),
        }
    }
}

impl ServiceTile {
    fn of(service: &ServiceLine, lang: Lang) -> Self {
        let sheet = &service.sheet;
        Self {
            key: service.key.clone(),
            title: sheet.title.say(lang).to_owned(),
            about: sheet.recipients.say(lang).to_owned(),
            duration: sheet.duration.span.say(lang),
            online: sheet.channels.contains(&Channel::Portal),
        }
    }
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "portal/catalogue/list.html";

    fn samples() -> Vec<Self> {
        let tile = ServiceTile {
            key: "cosmetics-import".into(),
            title: "مجوز ورود فرآوردهٔ آرایشی".into(),
            about: "شرکت‌های واردکننده".into(),
            duration: "۲۰ روز کاری".into(),
            online: true,
        };
        let full = Self { sought: String::new(), services: vec![tile.clone(), tile], total: 2 };
        let none = Self { sought: "آب".into(), services: Vec::new(), total: 2 };
        vec![full, none, Self { sought: String::new(), services: Vec::new(), total: 0 }]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-catalogue-title")
    }
}
