//! What was typed into the forms of a trial.

use domain::cases::{Item, With};
use domain::trials::{Command, Pause};
use forms::Flaw;
use locale::{digits, text};
use serde_json::{Map, Value};
use web::Problem;

use crate::filled::{Filled, number};

/// The state of the trial that a form was made on.
pub(super) fn rev(filled: &Filled) -> Result<i32, Problem> {
    filled.text("rev").parse().map_err(|_| Problem::BadRequest("no state of the trial"))
}

/// What is to be done. The form brings the command along, and what it asks for in fields of its own.
pub(super) fn command(filled: &Filled) -> Result<Command, Problem> {
    if !filled.text("unit").is_empty() {
        return pause(filled).map(|pause| Command::Wait { pause });
    }
    let sent: Command = serde_json::from_str(filled.text("command"))
        .map_err(|_| Problem::BadRequest("no such command"))?;
    Ok(match sent {
        Command::Complete { node, outcome, with } => {
            Command::Complete { node, outcome, with: along(filled, &with) }
        }
        other => other,
    })
}

fn pause(filled: &Filled) -> Result<Pause, Problem> {
    let count = digits::to_latin(filled.text("count").trim()).parse().unwrap_or(1);
    match filled.text("unit") {
        "hours" => Ok(Pause::Hours(count)),
        "days" => Ok(Pause::Days(count)),
        "working-days" => Ok(Pause::WorkingDays(count)),
        _ => Err(Problem::BadRequest("no such span")),
    }
}

/// What was typed beside an outcome that asks for this.
fn along(filled: &Filled, with: &With) -> With {
    match with {
        With::Nothing => With::Nothing,
        With::Documents { .. } => {
            let titles = filled.text("items").lines().map(text::one_line);
            let titles = titles.filter(|title| !title.is_empty()).take(20).enumerate();
            let item = |(no, title)| Item { key: format!("document-{}", no + 1), title };
            With::Documents { items: titles.map(item).collect(), note: clean(filled, "note") }
        }
        With::Decision { .. } => {
            let reason = filled.text("reason").to_owned();
            With::Decision { reason, text: clean(filled, "text") }
        }
    }
}

fn clean(filled: &Filled, name: &str) -> String {
    text::clean(filled.text(name)).trim().to_owned()
}

/// Variables as they are typed: one on each line, `name = value`. What is no number and no truth is
/// a text. An error is the line that cannot be understood.
pub(super) fn vars(typed: &str) -> Result<Map<String, Value>, String> {
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| variable(line).ok_or_else(|| line.to_owned())).collect()
}

fn variable(line: &str) -> Option<(String, Value)> {
    let (name, value) = line.split_once('=')?;
    let (name, value) = (name.trim(), value.trim());
    let mut letters = name.chars();
    let named = letters.next().is_some_and(char::is_alphabetic)
        && letters.all(|letter| letter.is_alphanumeric() || letter == '_');
    named.then(|| (name.to_owned(), value_of(value)))
}

fn value_of(text: &str) -> Value {
    match text {
        "" | "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        text => number(text).unwrap_or_else(|| text.trim_matches('"').into()),
    }
}

pub(super) fn not_a_value(line: &str) -> Flaw {
    Flaw::new("trial-vars").with("line", line)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn variables_are_what_they_look_like() {
        let typed =
            "urgent = true\n\n amount=۱۲٫۵\ncount = ۱۲\nkind = import\nempty =\nquoted = \"12\"";
        let read = vars(typed).unwrap();
        assert_eq!(read["urgent"], json!(true));
        assert_eq!(read["amount"], json!(12.5));
        assert_eq!(read["count"], json!(12));
        assert_eq!(read["kind"], json!("import"));
        assert_eq!(read["empty"], json!(null));
        assert_eq!(read["quoted"], json!("12"));
    }

    #[test]
    fn a_line_that_names_nothing_is_told() {
        for line in ["urgent", "= 1", "2x = 1", "a b = 1"] {
            assert_eq!(vars(&format!("ok = 1\n{line}")), Err(line.to_owned()));
        }
    }
}
