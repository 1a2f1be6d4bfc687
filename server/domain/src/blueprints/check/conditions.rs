//! The conditions of a process: they ask what somebody says, and compare it with what can be said.
//! FEEL takes a misspelt name for null and a misspelt word for another one, and neither is an error.

use bpmn::{Placed, Sketch};
use forms::{Form, Kind};
use rules::Expression;

use super::Findings;
use crate::blueprints::read::ServiceFiles;

/// What the desk tells a process of the step that was just finished.
const OUTCOME: &str = "outcome";

pub(super) fn check(
    findings: &mut Findings<'_>,
    file: &str,
    service: &ServiceFiles,
    sketch: &Sketch,
) {
    let form = Form::parse(&service.form).ok();
    for Placed { line, it: flow } in &sketch.flows {
        let Some(condition) = &flow.condition else { continue };
        let Ok(expression) = Expression::parse(condition) else { continue };
        for name in expression.names() {
            for flaw in flaws(name, condition, form.as_ref(), sketch) {
                findings.on_line(file, *line, format!("{}: {flaw}", flow.id));
            }
        }
    }
}

/// What is wrong with what a condition asks. Where the form cannot be read, nothing is known of the
/// answers.
fn flaws(name: &str, condition: &str, form: Option<&Form>, sketch: &Sketch) -> Vec<String> {
    let said: Option<Vec<&str>> = if name == OUTCOME {
        let steps = sketch.nodes.iter().map(|node| &node.it.step);
        Some(steps.flat_map(|step| &step.outcomes).map(|outcome| &*outcome.id).collect())
    } else {
        let Some(form) = form else { return Vec::new() };
        match form.field(name).filter(|field| field.process).map(|field| &field.kind) {
            None => return vec![format!("its condition asks {name}, which nothing says")],
            Some(Kind::Select(options) | Kind::Radio(options)) => {
                Some(options.iter().map(|option| &*option.value).collect())
            }
            Some(_) => None,
        }
    };
    let Some(said) = said else { return Vec::new() };
    let unsaid = compared(condition, name).into_iter().filter(|word| !said.contains(word));
    unsaid.map(|word| format!("{name} is never {word}")).collect()
}

/// The words with which a condition compares a name: those right after `name =` or `name !=`.
fn compared<'a>(condition: &'a str, name: &str) -> Vec<&'a str> {
    let mut words = Vec::new();
    for after in condition.split(name).skip(1) {
        let after = after.trim_start();
        let value = after.strip_prefix("!=").or_else(|| after.strip_prefix('='));
        let quoted = value.and_then(|value| value.trim_start().strip_prefix('"'));
        words.extend(quoted.and_then(|quoted| Some(quoted.split_once('"')?.0)));
    }
    words
}
