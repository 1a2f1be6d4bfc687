//! The page of one's own account.

use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

#[derive(Serialize)]
pub(crate) struct AccountPage {
    /// Recovery codes that were not used yet.
    pub(super) codes: i64,
    /// Sessions that last, this one included.
    pub(super) sessions: usize,
}

impl Page for AccountPage {
    const TEMPLATE: &'static str = "staff/account/account.html";

    fn samples() -> Vec<Self> {
        vec![
            Self { codes: 10, sessions: 1 },
            Self { codes: 1, sessions: 3 },
            Self { codes: 0, sessions: 2 },
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "staff-account-title")
    }
}
