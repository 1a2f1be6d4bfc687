//! The environment, read here and nowhere else.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// Names the configuration file itself, so it is no setting of it.
pub(super) const FILE: &str = "MIZBAN_CONFIG";
/// Names a database for tests; see `testing`.
const TEST_DATABASE: &str = "MIZBAN_TEST_DATABASE";
pub(super) const PREFIX: &str = "MIZBAN_";

/// Every variable that could be a setting of ours, by name.
pub(super) fn settings() -> BTreeMap<String, String> {
    all().filter(|(name, _)| name != FILE && name != TEST_DATABASE).collect()
}

/// The configuration file, when the command line names none.
pub(super) fn file() -> Option<PathBuf> {
    find(FILE).map(PathBuf::from)
}

/// The superuser's address of a throw-away PostgreSQL that tests may use.
pub(crate) fn test_database() -> Option<String> {
    find(TEST_DATABASE)
}

fn find(wanted: &str) -> Option<String> {
    all().find(|(name, _)| name == wanted).map(|(_, value)| value)
}

fn all() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name.starts_with(PREFIX))
}
