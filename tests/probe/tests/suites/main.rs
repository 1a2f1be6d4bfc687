//! Process models made by others, through the probe as it is built: what it reads, what it runs,
//! and that it makes no difference where the case is kept.

mod betsy;
mod cases;
mod exceptions;
mod miwg;
mod probe;
mod stores;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A folder beside the project, or beside whatever holds a second checkout of it.
fn beside(name: &str) -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = here.ancestors().map(|folder| folder.join("shared").join(name));
    let found = folders.find(|folder| folder.is_dir());
    if found.is_none() {
        // Written past the test harness, which keeps back what passing tests print.
        let line = format!("SKIPPED: there is no ../shared/{name}\n");
        std::io::stderr().write_all(line.as_bytes()).expect("the standard error");
    }
    found
}

/// The models of a folder by their names, in the order of these.
fn models(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("the folder of a suite");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| (name(path), text(path))).collect()
}

fn name(path: &Path) -> String {
    path.file_stem().expect("a file's name").to_string_lossy().into_owned()
}

/// Some of the models are not written in UTF-8; their ids are plain either way.
fn text(path: &Path) -> String {
    let bytes = fs::read(path).expect("a model");
    String::from_utf8(bytes.clone())
        .unwrap_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect())
}
