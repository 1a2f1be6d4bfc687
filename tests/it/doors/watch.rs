//! Watching the database: whether anything in it changed while doors were tried.

use std::collections::BTreeMap;

use crate::support::Database;

/// What may grow when somebody is turned away: the record that it happened.
const RECORDS: &[&str] = &["audit_lines", "audit_seals"];

/// The database as it was.
pub(super) struct Watch(BTreeMap<String, String>);

impl Watch {
    pub(super) async fn begin(database: &Database) -> Self {
        let mut digest = database.digest().await;
        digest.retain(|table, _| !RECORDS.contains(&table.as_str()));
        Self(digest)
    }

    /// The tables that are not what they were, but for these.
    pub(super) async fn changed(&self, database: &Database, but: &[&str]) -> Vec<String> {
        let now = Self::begin(database).await;
        let differs = |(table, digest): (&String, &String)| {
            (self.0.get(table) != Some(digest) && !but.contains(&table.as_str()))
                .then(|| table.clone())
        };
        now.0.iter().filter_map(differs).collect()
    }

    /// # Panics
    /// When anything changed.
    pub(super) async fn nothing_changed(&self, database: &Database, what: &str) {
        let changed = self.changed(database, &[]).await;
        assert!(changed.is_empty(), "{what} changed {changed:?}");
    }
}
