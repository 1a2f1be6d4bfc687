//! The variables that the chart gives, in the eyes of the program that gets them.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Output};

use app::Config;
use serde_json::Value;
use tempfile::TempDir;

use crate::SETS;
use crate::release::{Pod, Release, list, text};
use crate::tools::chart;

const FOLDER: &str = "/run/secrets/mizban/";

/// What a secret may hold, by the name of its file.
const SECRETS: [(&str, &str); 5] = [
    ("database_url", "postgres://mizban_app:x@db.example.ir/mizban"),
    ("database_owner_url", "postgres://mizban_owner:x@db.example.ir/mizban"),
    ("secrets_key", "n1Zq3vC9wq0JmZ5b1oVbKfB8X2kz0uY7t4e6d8c9a0A="),
    ("storage_access_key", "a"),
    ("storage_secret_key", "b"),
];

/// Settings that are the chart's to decide, or come as a secret, or make no sense in a cluster.
const NOT_OFFERED: [&str; 14] = [
    "mode",
    "listen.public",
    "listen.internal",
    "hosts.scheme",
    "data.folder",
    "database.owner_url",
    "database.url",
    "database.programs",
    "storage.access_key",
    "storage.secret_key",
    "secrets.key",
    "cookies.insecure",
    "worker.in_serve",
    "log.json", // offered as well; the migration sets it for itself
];

fn mizban(arguments: &[&str], variables: &BTreeMap<String, String>) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mizban"));
    let Output { status, stdout, stderr } =
        command.args(arguments).env_clear().envs(variables).output().unwrap();
    (status.success(), String::from_utf8([stdout, stderr].concat()).unwrap())
}

/// The variables as in the container, with the secrets at a place that a test can write.
fn with_secrets(
    place: &TempDir,
    pod: Pod<'_>,
    mut variables: BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let files = pod.secret_files();
    for (name, value) in &mut variables {
        let Some(file) = value.strip_prefix(FOLDER).map(str::to_owned) else { continue };
        assert!(files.contains_key(&file), "{}: {name} names no file of a secret", pod.name);
        let secret = SECRETS.iter().find(|(known, _)| *known == file).expect("a known secret").1;
        let path = place.path().join(&file);
        fs::write(&path, secret).unwrap();
        path.to_str().unwrap().clone_into(value);
    }
    variables
}

#[test]
fn the_program_knows_and_takes_everything_that_the_chart_sets() {
    let place = tempfile::tempdir().unwrap();
    for set in SETS {
        let release = Release::of(set);
        for pod in release.pods() {
            for container in pod.containers() {
                let variables = with_secrets(&place, pod, release.variables(container));
                let (taken, told) = mizban(&["config", "check"], &variables);
                assert!(taken, "{set}: {}: {told}", pod.name);

                let mut planted = variables;
                planted.insert("MIZBAN_LIMITS_COLOUR".to_owned(), "blue".to_owned());
                assert!(!mizban(&["config", "check"], &planted).0, "a planted variable is taken");
            }
        }
    }
}

#[test]
fn what_is_chosen_arrives() {
    let place = tempfile::tempdir().unwrap();
    let release = Release::of("production");
    let pod = release.pods().into_iter().find(|pod| pod.component() == "serve").unwrap();
    let variables = with_secrets(&place, pod, release.variables(&pod.containers()[0]));
    let (_, printed) = mizban(&["config", "print"], &variables);
    for line in [
        "mode = \"production\"",
        "base = \"desks.example.ir\"",
        "scheme = \"https\"",
        "port = 443",
        "bucket = \"desks\"",
        "idle_timeout = \"90s\"",
        "connections = 1000000",
        "look_ups = 600",
        "in_serve = false",
        "owner_url = \"\"",
    ] {
        assert!(printed.lines().any(|printed| printed == line), "{line}: {printed}");
    }
}

#[test]
fn the_program_has_the_commands_that_the_chart_runs() {
    let release = Release::of("minimal");
    for pod in release.pods() {
        for container in pod.containers() {
            let arguments: Vec<String> = list(&container["args"]).iter().map(text).collect();
            let mut line: Vec<&str> = arguments.iter().map(String::as_str).collect();
            line.push("--help");
            let (known, told) = mizban(&line, &BTreeMap::new());
            assert!(known && told.contains(&arguments[0]), "{}: {told}", pod.name);
        }
    }
}

#[test]
fn every_setting_is_offered_or_decided() {
    let known = fields(&toml_as_json(&Config::default().print()));
    let schema = fs::read_to_string(chart().join("values.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let sections = schema["properties"]["settings"]["properties"].as_object().unwrap();
    let offered: Vec<String> = sections
        .iter()
        .flat_map(|(section, one)| {
            let fields = one["properties"].as_object().unwrap();
            fields.keys().map(move |field| format!("{section}.{field}"))
        })
        .collect();
    for setting in &offered {
        assert!(known.contains(setting), "the program has no {setting}");
    }
    for setting in &known {
        let decided = offered.contains(setting) || NOT_OFFERED.contains(&setting.as_str());
        assert!(decided, "values.schema.json does not offer {setting}, nor is it left out here");
    }
}

fn toml_as_json(text: &str) -> Value {
    serde_json::to_value(text.parse::<toml::Table>().unwrap()).unwrap()
}

/// `section.field` of every setting.
fn fields(settings: &Value) -> Vec<String> {
    let settings = settings.as_object().unwrap().iter();
    settings
        .flat_map(|(name, value)| match value.as_object() {
            None => vec![name.clone()],
            Some(fields) => fields.keys().map(|field| format!("{name}.{field}")).collect(),
        })
        .collect()
}
