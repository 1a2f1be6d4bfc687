//! The files of a blueprint, wherever they come from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_embed::RustEmbed;
use tenants::CENTRAL;

use super::Problem;

/// Where every agency's policy begins.
pub(super) const POLICY: &str = "policy.csv";

#[derive(RustEmbed)]
#[folder = "../../tenants/blueprints"]
#[exclude = "*.md"]
struct Embedded;

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = |file: &str| file.strip_suffix("/agency.json").map(str::to_owned);
    let mut names: Vec<String> = Embedded::iter().filter_map(|file| folder(&file)).collect();
    names.retain(|name| name != CENTRAL);
    names.sort();
    names
});

/// The agencies there are blueprints of, in order: `fda` and so on. The operator's own premises have
/// one as well, which no agency is made from.
pub fn names() -> Vec<&'static str> {
    NAMES.iter().map(String::as_str).collect()
}

/// A blueprint's files: text by path, as `agency.json` and `services/letter/form.json`.
#[derive(Debug, Clone)]
pub struct Folder {
    name: String,
    files: BTreeMap<String, Vec<u8>>,
    policy: Vec<u8>,
}

impl Folder {
    /// One of those that the program brings along.
    pub fn embedded(name: &str) -> Option<Self> {
        (name == CENTRAL || names().contains(&name)).then(|| {
            let begin = format!("{name}/");
            let read = |path: &str| Embedded::get(path).map(|file| file.data.into_owned());
            let own = |path: &str| Some((path.strip_prefix(&begin)?.to_owned(), read(path)?));
            Self::new(name, Embedded::iter().filter_map(|path| own(&path)).collect())
        })
    }

    /// One whose files somebody wrote: text by path inside its folder. Its policy begins like that
    /// of all agencies, unless it brings one of its own.
    pub fn new(name: &str, files: BTreeMap<String, Vec<u8>>) -> Self {
        let policy = Embedded::get(POLICY).map(|file| file.data.into_owned()).unwrap_or_default();
        Self { name: name.to_owned(), files, policy }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// How a file of this blueprint is called where problems are told.
    pub(super) fn called(&self, path: &str) -> String {
        if path == POLICY && !self.files.contains_key(POLICY) {
            return path.to_owned();
        }
        format!("{}/{path}", self.name)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub(super) fn text(&self, path: &str) -> Result<&str, Problem> {
        let shared = (path == POLICY).then_some(&self.policy);
        let bytes = self.files.get(path).or(shared);
        let bytes =
            bytes.ok_or_else(|| Problem::of_file(&self.called(path), "there is no such file"))?;
        std::str::from_utf8(bytes).map_err(|fault| {
            let lines = bytes[..fault.valid_up_to()].split(|byte| *byte == b'\n').count();
            let line = u32::try_from(lines).unwrap_or(u32::MAX);
            Problem::on_line(&self.called(path), line, "this is not UTF-8 text")
        })
    }
}
