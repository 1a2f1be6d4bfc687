//! Which lines of the log are wanted, as it stands in the address.

use chrono::{DateTime, Utc};
use locale::jalali::Day;
use serde::Deserialize;
use tenants::audit::Filter;
use uuid::Uuid;

/// The query of the log's address. Whatever it holds, a list is shown: an unreadable part is as good
/// as none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    pub(super) staff: String,
    pub(super) act: String,
    pub(super) kind: String,
    /// Days as people type them.
    pub(super) since: String,
    pub(super) until: String,
    pub(super) refused: String,
    /// Where the page begins: an instant and the id of a line.
    pub(super) before: String,
    /// Whether the whole chain is to be read.
    pub(super) check: String,
}

impl Wanted {
    pub(super) fn asks_for_the_chain(&self) -> bool {
        !self.check.is_empty()
    }

    pub(super) fn filter(&self) -> Filter {
        Filter {
            since: Day::parse(&self.since).map(Day::start_of_day),
            until: Day::parse(&self.until).map(Day::end_of_day),
            staff: self.staff.parse().ok(),
            act: self.act.parse().ok(),
            kind: self.kind.parse().ok(),
            refused: !self.refused.is_empty(),
            before: cursor(&self.before),
        }
    }

    /// The filters without the page, for an address of the same list.
    pub(super) fn pairs(&self) -> [(&str, &str); 6] {
        [
            ("staff", self.staff.as_str()),
            ("act", self.act.as_str()),
            ("kind", self.kind.as_str()),
            ("since", self.since.as_str()),
            ("until", self.until.as_str()),
            ("refused", self.refused.as_str()),
        ]
    }

    pub(super) fn is_set(&self) -> bool {
        self.pairs().iter().any(|(_, value)| !value.is_empty())
    }

    pub(super) fn is_first(&self) -> bool {
        cursor(&self.before).is_none()
    }
}

/// `<instant>_<id>`.
pub(super) fn written((at, id): (DateTime<Utc>, Uuid)) -> String {
    format!("{}_{id}", at.timestamp_micros())
}

fn cursor(text: &str) -> Option<(DateTime<Utc>, Uuid)> {
    let (at, id) = text.split_once('_')?;
    Some((DateTime::from_timestamp_micros(at.parse().ok()?)?, id.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{Wanted, cursor, written};
    use chrono::DateTime;
    use tenants::{Act, Kind};
    use uuid::Uuid;

    #[test]
    fn a_place_in_the_list_comes_back_as_it_was() {
        let place =
            (DateTime::from_timestamp_micros(1_789_000_000_123_456).unwrap(), Uuid::now_v7());
        assert_eq!(cursor(&written(place)), Some(place));
        for broken in ["", "_", "1", "x_y", "1_", "99999999999999999999_x"] {
            assert_eq!(cursor(broken), None, "{broken}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_as_good_as_nothing() {
        let typed = |act: &str, since: &str| Wanted {
            act: act.into(),
            kind: "agency".into(),
            since: since.into(),
            ..Wanted::default()
        };
        let filter = typed("configure", "۱۴۰۵/۹/۱").filter();
        assert_eq!((filter.act, filter.kind), (Some(Act::Configure), Some(Kind::Agency)));
        assert!(filter.since.is_some() && filter.until.is_none());
        let filter = typed("destroy", "1405/13/1").filter();
        assert_eq!((filter.act, filter.since), (None, None));
    }
}
