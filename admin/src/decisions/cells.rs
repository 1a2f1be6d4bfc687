//! Cells as people fill them in: an operator from a list and a plain value, for FEEL.
//!
//! Whatever FEEL a cell holds that no operator says is shown as it is, under the operator `feel`; so
//! nothing that stands in a table is changed by looking at it.

use chrono::{Datelike as _, NaiveDate};
use locale::digits;
use locale::jalali::Day;
use locale::words::{Lang, say1};
use rules::tables::Kind;

/// The operators that a column of this type offers.
pub(super) fn operators(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Any => &["any", "null", "feel"],
        Kind::Boolean => &["any", "yes", "no", "null", "feel"],
        Kind::Text => &["any", "eq", "ne", "in", "not-in", "null", "feel"],
        _ => {
            &["any", "eq", "ne", "lt", "le", "gt", "ge", "between", "in", "not-in", "null", "feel"]
        }
    }
}

/// The comma of Persian.
const COMMA: char = '\u{60c}';

/// The comparisons that stand before one value.
const COMPARISONS: [(&str, &str); 5] =
    [("le", "<= "), ("ge", ">= "), ("lt", "< "), ("gt", "> "), ("ne", "!= ")];

/// An operator and a value as FEEL.
pub(super) fn spell(kind: Kind, operator: &str, value: &str) -> String {
    let value = value.trim();
    let known = COMPARISONS.iter().find(|(name, _)| *name == operator);
    match operator {
        "yes" => "true".to_owned(),
        "no" => "false".to_owned(),
        "null" => "null".to_owned(),
        "feel" => value.to_owned(),
        _ if value.is_empty() => "-".to_owned(),
        "eq" => literal(kind, value),
        "in" => list(kind, value),
        "not-in" => format!("not({})", list(kind, value)),
        "between" => {
            let (from, to) = ends(value);
            format!("[{}..{}]", literal(kind, from), literal(kind, to))
        }
        _ => match known {
            Some((_, sign)) => format!("{sign}{}", literal(kind, value)),
            None => "-".to_owned(),
        },
    }
}

/// The same read back: the operator and the value as it is shown.
pub(super) fn read(kind: Kind, cell: &str) -> (&'static str, String) {
    let cell = cell.trim();
    if matches!(cell, "" | "-") {
        return ("any", String::new());
    }
    let offered = operators(kind);
    let found = candidates(kind, cell).into_iter().find(|(operator, value)| {
        offered.contains(operator) && spell(kind, operator, value) == cell
    });
    found.unwrap_or_else(|| ("feel", cell.to_owned()))
}

fn candidates(kind: Kind, cell: &str) -> Vec<(&'static str, String)> {
    let mut found = match cell {
        "true" => vec![("yes", String::new())],
        "false" => vec![("no", String::new())],
        "null" => vec![("null", String::new())],
        _ => Vec::new(),
    };
    let mut add = |operator, value: Option<String>| found.extend(value.map(|it| (operator, it)));
    for (operator, sign) in COMPARISONS {
        add(operator, cell.strip_prefix(sign).and_then(|rest| shown(kind, rest)));
    }
    let inner = |open: &str, close: &str| cell.strip_prefix(open)?.strip_suffix(close);
    let range = inner("[", "]").and_then(|range| range.split_once(".."));
    let range = range.and_then(|(from, to)| Some((shown(kind, from)?, shown(kind, to)?)));
    add("between", range.map(|(from, to)| format!("{from}..{to}")));
    add("not-in", inner("not(", ")").and_then(|items| shown_list(kind, items)));
    add("eq", shown(kind, cell));
    add("in", shown_list(kind, cell));
    found
}

/// What a rule answers: a plain value, or FEEL behind an `=`.
pub(super) fn spell_answer(kind: Kind, value: &str) -> String {
    let value = value.trim();
    match value.strip_prefix('=') {
        Some(feel) => feel.trim().to_owned(),
        None if value.is_empty() => String::new(),
        None => literal(kind, value),
    }
}

pub(super) fn read_answer(kind: Kind, cell: &str) -> String {
    let cell = cell.trim();
    let plain = shown(kind, cell).filter(|plain| spell_answer(kind, plain) == cell);
    plain.unwrap_or_else(|| if cell.is_empty() { String::new() } else { format!("={cell}") })
}

/// Values that a column allows; a test in FEEL behind an `=`.
pub(super) fn spell_values(kind: Kind, values: &str) -> String {
    match values.trim().strip_prefix('=') {
        Some(feel) => feel.trim().to_owned(),
        None => list(kind, values),
    }
}

pub(super) fn read_values(kind: Kind, cell: &str) -> String {
    let plain = shown_list(kind, cell).filter(|plain| spell_values(kind, plain) == cell);
    plain.unwrap_or_else(|| if cell.is_empty() { String::new() } else { format!("={cell}") })
}

fn ends(value: &str) -> (&str, &str) {
    let (from, to) = value.split_once("..").unwrap_or((value, value));
    (from.trim(), to.trim())
}

fn list(kind: Kind, values: &str) -> String {
    let items = values.split([',', COMMA, '\n']).map(str::trim).filter(|item| !item.is_empty());
    items.map(|item| literal(kind, item)).collect::<Vec<_>>().join(", ")
}

fn shown_list(kind: Kind, list: &str) -> Option<String> {
    // An item that holds a comma does not come out of this as it went in, and is shown as FEEL.
    let items: Option<Vec<_>> = list.split(", ").map(|item| shown(kind, item)).collect();
    Some(items?.join(&format!("{COMMA} ")))
}

/// A plain value as FEEL writes it; what is none of the type is left as it is, and told when the
/// table is checked.
fn literal(kind: Kind, value: &str) -> String {
    match kind {
        Kind::Text => format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")),
        Kind::Number => {
            let plain = digits::ungrouped(value);
            let is_number = plain.parse::<f64>().is_ok() && !plain.contains(char::is_alphabetic);
            if is_number { plain } else { value.to_owned() }
        }
        Kind::Boolean => truth(value).map_or_else(|| value.to_owned(), |it| it.to_string()),
        Kind::Date => match day(value) {
            Some(date) => format!("date(\"{date}\")"),
            None => value.to_owned(),
        },
        Kind::DayTime | Kind::YearMonth if value.starts_with(['P', '-']) => {
            format!("duration(\"{value}\")")
        }
        Kind::Time if value.contains(':') => format!("time(\"{value}\")"),
        Kind::DateTime if value.contains('T') => format!("date and time(\"{value}\")"),
        _ => value.to_owned(),
    }
}

/// Yes or no, in any of our languages and as FEEL says it.
pub(super) fn truth(value: &str) -> Option<bool> {
    let is = |feel: &str, key: &str| {
        let said = Lang::ALL.into_iter().any(|lang| say1(lang, key) == value);
        said || value.eq_ignore_ascii_case(feel)
    };
    match (is("true", "decisions-yes"), is("false", "decisions-no")) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// The date of a day in numbers of our calendar, or of the other one in ISO 8601.
pub(super) fn day(value: &str) -> Option<NaiveDate> {
    let iso = value.parse::<NaiveDate>().ok();
    // No year of ours is near 1700 yet, and none of theirs is before it.
    iso.filter(|date| date.year() > 1700).or_else(|| Day::parse(value).map(Day::to_gregorian))
}

/// A literal of FEEL as people write it; nothing for what is no literal of the type.
fn shown(kind: Kind, literal: &str) -> Option<String> {
    let literal = literal.trim();
    let inside = |open: &str| literal.strip_prefix(open)?.strip_suffix("\")");
    match kind {
        Kind::Text => literal
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'))
            .map(|text| text.replace("\\\"", "\"").replace("\\\\", "\\")),
        Kind::Date => inside("date(\"")
            .and_then(|date| date.parse().ok())
            .map(|date| digits::to_latin(&Day::from_gregorian(date).to_string())),
        Kind::DayTime | Kind::YearMonth => inside("duration(\"").map(str::to_owned),
        Kind::Time => inside("time(\"").map(str::to_owned),
        Kind::DateTime => inside("date and time(\"").map(str::to_owned),
        Kind::Number => literal.parse::<f64>().is_ok().then(|| literal.to_owned()),
        Kind::Boolean => matches!(literal, "true" | "false").then(|| literal.to_owned()),
        Kind::Any => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_fill_in_is_feel_and_comes_back() {
        for (kind, operator, value, feel, back) in [
            (Kind::Number, "gt", "۱٬۰۰۰", "> 1000", "1000"),
            (Kind::Number, "between", "5 .. 10", "[5..10]", "5..10"),
            (Kind::Number, "in", "1، 2,3", "1, 2, 3", "1، 2، 3"),
            (Kind::Text, "eq", "صدور", "\"صدور\"", "صدور"),
            (Kind::Text, "eq", "a \"b\" \\", "\"a \\\"b\\\" \\\\\"", "a \"b\" \\"),
            (Kind::Text, "not-in", "صدور، تمدید", "not(\"صدور\", \"تمدید\")", "صدور، تمدید"),
            (Kind::Boolean, "no", "", "false", ""),
            (Kind::Date, "ge", "1405/01/01", ">= date(\"2026-03-21\")", "1405/01/01"),
            (Kind::DayTime, "lt", "P10D", "< duration(\"P10D\")", "P10D"),
            (Kind::Any, "null", "", "null", ""),
            (
                Kind::Number,
                "feel",
                "? > limit and ? < 9",
                "? > limit and ? < 9",
                "? > limit and ? < 9",
            ),
            (Kind::Number, "any", "", "-", ""),
        ] {
            assert_eq!(spell(kind, operator, value), feel);
            assert_eq!(read(kind, feel), (operator, back.to_owned()), "{feel}");
        }
    }

    #[test]
    fn no_cell_is_changed_by_looking_at_it() {
        for kind in Kind::ALL {
            for cell in [
                ">18",
                "> 18",
                "\"a, b\", \"c\"",
                "not(\"a\")",
                "not(not(1))",
                "[1..2], 3",
                "<5",
                "\"a\" ",
                "date(\"x\")",
                "date(\"2026-03-21\")",
                "-5",
                "true",
                "null",
                "\"\"",
                "x",
                "=5",
                "= 5",
                "[a..b]",
                "\"a\\u0041\"",
                "duration(\"P1D\"), 5",
            ] {
                let (operator, value) = read(kind, cell);
                assert_eq!(spell(kind, operator, &value), cell.trim(), "{kind:?} {cell}");
                let answer = read_answer(kind, cell);
                assert_eq!(spell_answer(kind, &answer), cell.trim(), "{kind:?} {cell}");
                let values = read_values(kind, cell.trim());
                assert_eq!(spell_values(kind, &values), cell.trim(), "{kind:?} {cell}");
            }
        }
    }
}
