//! Asking once more before a request is taken back.

use domain::cases::Followed;
use locale::words::{Lang, say1};
use serde::Serialize;
use uuid::Uuid;
use web::Page;

use crate::paths;

#[derive(Serialize)]
pub(crate) struct WithdrawalPage {
    path: String,
    service: String,
    code: String,
    command: Uuid,
}

impl WithdrawalPage {
    pub(crate) fn of(case: &Followed, lang: Lang) -> Self {
        Self {
            path: paths::request(case.id),
            service: case.service.sheet.title.say(lang).to_owned(),
            code: case.code.grouped(),
            command: Uuid::new_v4(),
        }
    }
}

impl Page for WithdrawalPage {
    const TEMPLATE: &'static str = "portal/requests/withdrawal.html";

    fn samples() -> Vec<Self> {
        vec![Self {
            path: "/requests/1".into(),
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            code: "1234 5678 9012 3456".into(),
            command: Uuid::nil(),
        }]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-withdrawal-title")
    }
}
