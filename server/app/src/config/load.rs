//! From a file and the environment to settings, naming every bad key and not only the first.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize as _;
use toml::{Table, Value};

use super::environment::{self, PREFIX};
use super::{Config, Problem, Problems};

/// One value that somebody gave, and where.
struct Given {
    section: Option<String>,
    field: String,
    value: Value,
    place: String,
}

impl Config {
    /// Read the file (or the one that `MIZBAN_CONFIG` names), then the environment over it.
    pub fn load(file: Option<&Path>) -> Result<Self, Problems> {
        let file = file.map(Path::to_owned).or_else(environment::file);
        let text = match &file {
            None => String::new(),
            Some(path) => fs::read_to_string(path)
                .map_err(|error| Problems(vec![problem_with(path, &error)]))?,
        };
        Self::from_parts(&text, &environment::settings())
    }

    /// The same from values.
    pub(super) fn from_parts(
        file: &str,
        variables: &BTreeMap<String, String>,
    ) -> Result<Self, Problems> {
        let known = Table::try_from(Self::default()).expect("the defaults are plain values");
        let mut problems = Vec::new();
        let mut given = in_file(file, &known, &mut problems);
        given.extend(in_environment(variables, &known, &mut problems));
        let config = apply(given, &known, &mut problems);
        problems.extend(config.problems());
        if problems.is_empty() { Ok(config) } else { Err(Problems(problems)) }
    }
}

fn problem_with(path: &Path, error: &std::io::Error) -> Problem {
    Problem::new(path.display().to_string(), format!("cannot be read: {}", error.kind()))
}

fn in_file(text: &str, known: &Table, problems: &mut Vec<Problem>) -> Vec<Given> {
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => {
            problems.push(Problem::new("the file", error.message()));
            return Vec::new();
        }
    };
    let mut given = Vec::new();
    for (name, value) in table {
        match (known.get(&name), value) {
            (None, _) => problems.push(Problem::new(name, "there is no such section")),
            (Some(Value::Table(fields)), Value::Table(values)) => {
                for (field, value) in values {
                    let place = format!("[{name}] {field}");
                    if fields.contains_key(&field) {
                        given.push(Given { section: Some(name.clone()), field, value, place });
                    } else {
                        problems.push(Problem::new(place, "there is no such setting"));
                    }
                }
            }
            (Some(Value::Table(_)), _) => problems.push(Problem::new(name, "is a section")),
            (Some(_), value) => {
                given.push(Given { section: None, field: name.clone(), value, place: name });
            }
        }
    }
    given
}

fn in_environment(
    variables: &BTreeMap<String, String>,
    known: &Table,
    problems: &mut Vec<Problem>,
) -> Vec<Given> {
    let names = names(known);
    let mut given = Vec::new();
    for (variable, text) in variables {
        let direct = names.get(variable);
        let through_file = variable.strip_suffix("_FILE").and_then(|name| names.get(name));
        let (setting, text) = match (direct, through_file) {
            (Some(setting), _) => (setting, Ok(text.clone())),
            (None, Some(setting)) => (setting, read_secret(text)),
            (None, None) => {
                problems.push(Problem::new(variable, "there is no such setting"));
                continue;
            }
        };
        match text.and_then(|text| typed(&text, setting.default)) {
            Ok(value) => given.push(Given {
                section: setting.section.map(str::to_owned),
                field: setting.field.to_owned(),
                value,
                place: variable.clone(),
            }),
            Err(words) => problems.push(Problem::new(variable, words)),
        }
    }
    given
}

/// A setting by its place, with its default, which tells its type.
struct Setting<'a> {
    section: Option<&'a str>,
    field: &'a str,
    default: &'a Value,
}

/// Every setting under its name in the environment.
fn names(known: &Table) -> BTreeMap<String, Setting<'_>> {
    let mut names = BTreeMap::new();
    for (name, value) in known {
        let Value::Table(fields) = value else {
            let setting = Setting { section: None, field: name, default: value };
            names.insert(format!("{PREFIX}{name}").to_uppercase(), setting);
            continue;
        };
        for (field, default) in fields {
            let setting = Setting { section: Some(name), field, default };
            names.insert(format!("{PREFIX}{name}_{field}").to_uppercase(), setting);
        }
    }
    names
}

fn read_secret(path: &str) -> Result<String, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {}", error.kind()))?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

fn typed(text: &str, like: &Value) -> Result<Value, String> {
    match like {
        Value::Boolean(_) => text.parse().map(Value::Boolean).map_err(|_| "true or false".into()),
        Value::Integer(_) => text.parse().map(Value::Integer).map_err(|_| "a number".into()),
        _ => Ok(Value::String(text.to_owned())),
    }
}

/// Try each value alone on the defaults, so that one bad one hides no other.
fn apply(given: Vec<Given>, known: &Table, problems: &mut Vec<Problem>) -> Config {
    let mut accepted = known.clone();
    for one in given {
        let mut alone = known.clone();
        put(&mut alone, &one);
        match Config::deserialize(alone) {
            Ok(_) => put(&mut accepted, &one),
            Err(error) => problems.push(Problem::new(one.place, error.message())),
        }
    }
    Config::deserialize(accepted).expect("each value was tried on its own")
}

fn put(table: &mut Table, given: &Given) {
    let into = match &given.section {
        None => table,
        Some(section) => table
            .get_mut(section)
            .and_then(Value::as_table_mut)
            .expect("only known sections are given"),
    };
    into.insert(given.field.clone(), given.value.clone());
}
