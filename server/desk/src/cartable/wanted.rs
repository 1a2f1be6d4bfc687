//! Which lines of a cartable are wanted: the filters and the page, as they stand in the address.

use domain::CaseId;
use domain::cartable::Filter;
use locale::tracking_code::TrackingCode;
use locale::{digits, text};
use serde::Deserialize;

/// The query of a list's address. Whatever it holds, a list is shown: an unreadable part is as good
/// as none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    unread: String,
    overdue: String,
    /// As it was typed.
    q: String,
    page: String,
    /// The case that was just left.
    after: String,
}

impl Wanted {
    pub(crate) fn unread(&self) -> bool {
        !self.unread.is_empty()
    }

    pub(crate) fn overdue(&self) -> bool {
        !self.overdue.is_empty()
    }

    pub(crate) fn sought(&self) -> &str {
        &self.q
    }

    /// 1 is the first page.
    pub(crate) fn page(&self) -> u32 {
        digits::to_latin(&self.page).parse().unwrap_or(1).max(1)
    }

    pub(crate) fn after(&self) -> Option<CaseId> {
        self.after.parse().ok()
    }

    pub(crate) fn filter(&self) -> Filter {
        Filter {
            unread: self.unread(),
            overdue: self.overdue(),
            search: search(&self.q),
            page: self.page(),
        }
    }

    /// The filters and the page, for an address that shows the same list.
    pub(crate) fn pairs(&self) -> Vec<(&str, &str)> {
        let all = [
            ("unread", self.unread.as_str()),
            ("overdue", self.overdue.as_str()),
            ("q", self.q.as_str()),
            ("page", self.page.as_str()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The same list, another page of it.
    #[must_use]
    pub(crate) fn on(&self, page: u32) -> Self {
        Self { page: page.to_string(), ..self.clone() }
    }
}

/// A tracking code in whatever grouping, or a register number without the spaces and marks that
/// come along when one is copied.
fn search(typed: &str) -> Option<String> {
    if let Some(code) = TrackingCode::parse(typed) {
        return Some(code.as_str().to_owned());
    }
    let number: String = digits::to_latin(&text::one_line(typed)).split_whitespace().collect();
    (!number.is_empty()).then_some(number)
}
