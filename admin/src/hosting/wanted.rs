//! Which agencies are wanted, and in which order.

use domain::administration::Hosting;
use locale::text::search_key;
use serde::Deserialize;

/// The query of the list's address; an unreadable part is as good as none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    pub(super) q: String,
    pub(super) sort: String,
}

/// What the list can be sorted by: the value in the address, which is the end of its word's key.
pub(super) const SORTS: [&str; 6] = ["name", "overdue", "open", "jobs", "dead", "last"];

impl Wanted {
    pub(super) fn choose(&self, mut all: Vec<Hosting>) -> Vec<Hosting> {
        let sought = search_key(&self.q);
        let holds = |text: &str| search_key(text).contains(&sought);
        all.retain(|one| {
            holds(&one.slug) || holds(&one.name.fa) || one.name.en.as_deref().is_some_and(holds)
        });
        self.order(&mut all);
        all
    }

    /// What needs looking at first; agencies without figures come last.
    fn order(&self, all: &mut [Hosting]) {
        let figure = |one: &Hosting| {
            let health = one.health.unwrap_or_default();
            let age = |at: Option<chrono::DateTime<chrono::Utc>>| {
                at.map_or(i64::MIN, |at| -at.timestamp())
            };
            match self.sort.as_str() {
                "overdue" => health.overdue,
                "open" => health.open,
                "jobs" => age(health.oldest_job),
                "dead" => health.dead_jobs,
                _ => health.last_at.map_or(i64::MIN, |at| at.timestamp()),
            }
        };
        match self.sort.as_str() {
            "overdue" | "open" | "jobs" | "dead" | "last" => {
                all.sort_by_key(|one| std::cmp::Reverse((one.health.is_some(), figure(one))));
            }
            _ => all.sort_by(|one, next| one.name.fa.cmp(&next.name.fa)),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::administration::{Health, Hosting};
    use tenants::Text;

    use super::Wanted;

    fn agency(slug: &str, fa: &str, overdue: Option<i64>) -> Hosting {
        Hosting {
            slug: slug.into(),
            name: Text { fa: fa.into(), en: None },
            demo: false,
            active: overdue.is_some(),
            created_at: DateTime::UNIX_EPOCH,
            health: overdue.map(|overdue| Health { overdue, ..Health::default() }),
        }
    }

    #[test]
    fn agencies_are_found_and_sorted() {
        let all = || {
            vec![
                agency("b", "شرکت آب", Some(1)),
                agency("a", "سازمان غذا و دارو", Some(7)),
                agency("c", "استانداری", None),
            ]
        };
        for (q, sort, slugs) in [
            ("", "", vec!["c", "a", "b"]),
            ("", "overdue", vec!["a", "b", "c"]),
            ("", "nonsense", vec!["c", "a", "b"]),
            ("دارو", "overdue", vec!["a"]),
            ("آب", "", vec!["b"]),
            ("هیچ", "", vec![]),
        ] {
            let wanted = Wanted { q: q.into(), sort: sort.into() };
            let found: Vec<String> = wanted.choose(all()).into_iter().map(|one| one.slug).collect();
            assert_eq!(found, slugs, "{q} by {sort}");
        }
    }
}
