//! The embedded files.

use std::sync::LazyLock;

use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;
use tenants::CENTRAL;

use super::Problem;

#[derive(RustEmbed)]
#[folder = "../../tenants/blueprints"]
#[exclude = "*.md"]
struct Files;

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = |file: &str| file.strip_suffix("/agency.json").map(str::to_owned);
    let mut names: Vec<String> = Files::iter().filter_map(|file| folder(&file)).collect();
    names.retain(|name| name != CENTRAL);
    names.sort();
    names
});

/// The agencies there are blueprints of, in order: `fda` and so on. The operator's own premises have
/// one as well, which no agency is made from.
pub fn names() -> Vec<&'static str> {
    NAMES.iter().map(String::as_str).collect()
}

/// Whether there is such a file.
pub(super) fn exists(file: &str) -> bool {
    Files::get(file).is_some()
}

pub(super) fn text(file: &str) -> Result<String, Problem> {
    let found = Files::get(file).ok_or_else(|| Problem::new(file, "there is no such file"))?;
    String::from_utf8(found.data.into_owned()).map_err(|fault| Problem::new(file, fault))
}

pub(super) fn json<T: DeserializeOwned>(file: &str) -> Result<T, Problem> {
    serde_json::from_str(&text(file)?).map_err(|fault| Problem::new(file, fault))
}
