//! What differs between what is published and what will be.

use std::collections::BTreeSet;

use forms::edit;
use serde_json::{Map, Value};

use super::Revision;
use crate::catalogue::Service;
use crate::{ProcessVersionId, Result};

/// One value that differs. A value that is not there is null.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Where, as `documents.0.title.fa`; lists count from 0.
    pub at: String,
    pub was: Value,
    pub is: Value,
}

/// Every difference, part by part.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    pub sheet: Vec<Change>,
    /// Fields by their keys: those that are new, gone or different. Texts and headings by what they
    /// say, as new or gone.
    pub form: Vec<(String, Vec<Change>)>,
    /// Whether fields that stay stand in another order.
    pub reordered: bool,
    /// The version of the process from before, if another was chosen.
    pub process: Option<ProcessVersionId>,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What publishing the revision would change.
pub fn changes(published: &Service, revision: &Revision) -> Result<Changes> {
    let (was, is) =
        (serde_json::to_value(&published.sheet)?, serde_json::to_value(&revision.sheet)?);
    let (old, new) = (published.form.as_json(), revision.form.as_json());
    Ok(Changes {
        sheet: differences(&was, &is),
        form: of_form(old, new),
        reordered: is_reordered(old, new),
        process: (published.process != revision.process).then_some(published.process),
    })
}

/// The values in which two documents differ.
pub(super) fn differences(was: &Value, is: &Value) -> Vec<Change> {
    let mut found = Vec::new();
    compare(String::new(), was, is, &mut found);
    found
}

fn compare(at: String, was: &Value, is: &Value, found: &mut Vec<Change>) {
    if was == is {
        return;
    }
    let names = names(was, is);
    if names.is_empty() {
        found.push(Change { at, was: was.clone(), is: is.clone() });
        return;
    }
    for name in names {
        let inner = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
        compare(inner, member(was, &name), member(is, &name), found);
    }
}

/// What stands within either of two values, if it is to be told one by one: the members of objects
/// and of lists of objects. A list of plain values is told as a whole.
fn names(was: &Value, is: &Value) -> Vec<String> {
    let lists: Vec<&Vec<Value>> = [was, is].into_iter().filter_map(Value::as_array).collect();
    if !lists.is_empty() {
        let nested = lists.iter().any(|list| list.iter().any(Value::is_object));
        let longest = lists.iter().map(|list| list.len()).max().unwrap_or_default();
        return if nested { (0..longest).map(|no| no.to_string()).collect() } else { Vec::new() };
    }
    let mut names: Vec<String> = Vec::new();
    for object in [was, is].into_iter().filter_map(Value::as_object) {
        let new = object.keys().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>();
        names.extend(new);
    }
    names
}

fn member<'a>(of: &'a Value, name: &str) -> &'a Value {
    let found = match of {
        Value::Array(list) => name.parse::<usize>().ok().and_then(|no| list.get(no)),
        other => other.get(name),
    };
    found.unwrap_or(&Value::Null)
}

fn of_form(old: &Value, new: &Value) -> Vec<(String, Vec<Change>)> {
    let (old, new) = (components(old), components(new));
    let missing = Value::Null;
    let keys = new.keys().chain(old.keys().filter(|key| !new.contains_key(*key)));
    keys.filter_map(|key| {
        let (was, is) = (old.get(key).unwrap_or(&missing), new.get(key).unwrap_or(&missing));
        let differs = differences(was, is);
        (!differs.is_empty()).then(|| (key.clone(), differs))
    })
    .collect()
}

/// Each component under its key, or under what it says; without what a group holds.
fn components(form: &Value) -> Map<String, Value> {
    let named = edit::outline(form).into_iter().map(|(_, component)| {
        let mut own = component.clone();
        if let Some(own) = own.as_object_mut() {
            own.remove("components");
        }
        (name(component), own)
    });
    named.collect()
}

fn name(component: &Value) -> String {
    let names = ["key", "label", "text", "type"];
    let found = names.iter().find_map(|name| component.get(name).and_then(Value::as_str));
    found.unwrap_or_default().to_owned()
}

fn is_reordered(old: &Value, new: &Value) -> bool {
    let keys = |form: &Value| -> Vec<String> {
        let keys = edit::outline(form).into_iter();
        keys.filter_map(|(_, c)| c.get("key").and_then(Value::as_str).map(str::to_owned)).collect()
    };
    let (old, new) = (keys(old), keys(new));
    let both: BTreeSet<&String> = old.iter().filter(|key| new.contains(key)).collect();
    let stay = |keys: &[String]| -> Vec<String> {
        keys.iter().filter(|key| both.contains(key)).cloned().collect()
    };
    stay(&old) != stay(&new)
}
