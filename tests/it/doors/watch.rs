//! Watching the database: whether anything in it changed while doors were tried.

use std::collections::BTreeMap;

use regex::Regex;

use crate::support::Database;

/// What may grow when somebody is turned away: the record that it happened.
const RECORDS: &[&str] = &["audit_lines", "audit_seals"];

/// Every row of every table but the record of refusals and the last sign of life of a session.
pub(super) struct Watch(BTreeMap<String, Vec<String>>);

impl Watch {
    pub(super) async fn begin(database: &Database) -> Self {
        let mut dump = database.dump().await;
        dump.retain(|table, _| !RECORDS.contains(&table.as_str()));
        if let Some(sessions) = dump.get_mut("sessions") {
            // The last sign of life is the second instant of the row.
            let instants = Regex::new(r#"("[^"]+"),"[^"]+"(,[^,]*)\)$"#).expect("a pattern");
            for row in sessions {
                *row = instants.replace(row, "$1$2)").into_owned();
            }
        }
        Self(dump)
    }

    /// The tables that are not what they were, but for these.
    pub(super) async fn changed(&self, database: &Database, but: &[&str]) -> Vec<String> {
        let now = Self::begin(database).await;
        let differs = |(table, rows): (&String, &Vec<String>)| {
            (self.0.get(table) != Some(rows) && !but.contains(&table.as_str()))
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
