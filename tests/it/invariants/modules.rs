//! The domain's order: SQL stands in `store.rs`; a module names only modules below it.

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// From the ground up. A module may name those on floors below its own and, on its own floor,
/// those before it.
const FLOORS: &[&[&str]] = &[
    &["jobs", "events", "organisation", "identity", "documents"],
    &[
        "decisions",
        "processes",
        "incidents",
        "catalogue",
        "deadlines",
        "tasks",
        "document_requests",
        "letters",
        "referrals",
        "notices",
        "drafts",
        "api_clients",
        "counter",
    ],
    &["cases", "trials"],
    &[
        "cartable",
        "administration",
        "revisions",
        "process_drafts",
        "migrations",
        "blueprints",
        "figures",
    ],
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace")
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn all(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    sources(&root().join(folder), &mut found);
    found
}

#[test]
fn sql_stands_in_store_files_only() {
    let sql =
        Regex::new(r"sqlx::query|query_as!|query!\(|query_scalar!|\.begin\(").expect("a pattern");
    let outside = |path: &&PathBuf| {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        name != "store.rs" && !path.components().any(|c| c.as_os_str() == "store")
    };
    for path in all("server/domain/src").iter().filter(outside) {
        let text = fs::read_to_string(path).expect("a source file");
        assert!(!sql.is_match(&text), "{} holds SQL", path.display());
    }
    let edges =
        ["portal", "desk", "staff", "web", "worker"].map(|edge| format!("server/{edge}/src"));
    for edge in edges.iter().map(String::as_str).chain(["admin/src"]) {
        let product = |path: &PathBuf| !path.components().any(|c| c.as_os_str() == "tests");
        for path in all(edge).into_iter().filter(product) {
            let text = fs::read_to_string(&path).expect("a source file");
            assert!(!text.contains("sqlx"), "{} names sqlx", path.display());
        }
    }
}

#[test]
fn every_statement_on_a_walled_table_names_its_tenant() {
    let statement = Regex::new(
        r##"(?s)sqlx::query\w*!?\(\s*(?:\w+,\s*)?(?:r#"(?<raw>.*?)"#|"(?<plain>.*?)")\s*[,)]"##,
    )
    .expect("a pattern");
    // The register, the job list and what reads no table at all.
    let shared = Regex::new(r"\b(tenants|jobs|pg_\w+)\b").expect("a pattern");
    let mut statements = 0;
    for folder in ["server/domain/src", "tenants/src"] {
        for path in all(folder) {
            let text = fs::read_to_string(&path).expect("a source file");
            for found in statement.captures_iter(&text) {
                statements += 1;
                let sql = found.name("raw").or(found.name("plain")).expect("a text").as_str();
                let named = sql.contains("tenant_id") || shared.is_match(sql);
                assert!(named, "{}: {sql}", path.display());
            }
        }
    }
    assert!(statements > 50, "the pattern finds the statements: {statements}");
}

#[test]
fn a_module_names_only_modules_below_it() {
    let order: Vec<&str> = FLOORS.iter().flat_map(|f| f.iter().copied()).collect();
    let named = Regex::new(r"crate::(\w+)").expect("a pattern");
    let grouped = Regex::new(r"(?s)use crate::\{(.*?)\};").expect("a pattern");
    let base = root().join("server/domain/src");
    let mut wrong = Vec::new();
    for path in all("server/domain/src") {
        let inside = path.strip_prefix(&base).expect("inside");
        let Some(own) = inside.iter().next().and_then(|n| n.to_str()) else { continue };
        let Some(place) = order.iter().position(|m| *m == own) else { continue };
        let text = fs::read_to_string(&path).expect("a source file");
        let mut names: Vec<String> = named.captures_iter(&text).map(|c| c[1].to_owned()).collect();
        for group in grouped.captures_iter(&text) {
            names.extend(group[1].split([',', ' ', '\n']).map(|n| n.trim().to_owned()));
        }
        for name in names {
            if order.iter().position(|m| *m == name).is_some_and(|other| other > place) {
                wrong.push(format!("{} names {name}, which is above {own}", inside.display()));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_of_the_domain_stands_on_a_floor_and_none_is_a_drawer() {
    let order: Vec<&str> = FLOORS.iter().flat_map(|f| f.iter().copied()).collect();
    let drawers = ["util", "utils", "helpers", "types", "manager", "common", "misc"];
    for entry in fs::read_dir(root().join("server/domain/src")).expect("the domain") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a plain name");
        if entry.path().is_dir() {
            assert!(order.contains(&name.as_str()), "{name} stands on no floor");
        }
        assert!(!drawers.contains(&name.trim_end_matches(".rs")), "{name} is a drawer");
    }
}
