//! What an evaluation gave, as JSON.
//!
//! Written here because the evaluator's own JSON leaves quotes inside a text as they are.

use serde_json::{Map, Number as JsonNumber, Value as Json};

use crate::Problem;
use crate::feel::{Number, Value};

/// A truth, or the problem with it: null is never "no".
pub(crate) fn truth(value: &Value) -> Result<bool, Problem> {
    match value {
        Value::Boolean(truth) => Ok(*truth),
        Value::Null(_) => Err(Problem::Null),
        _ => Err(Problem::NotBoolean),
    }
}

/// Any data. Dates, times and durations come as ISO 8601 texts; a null inside a list or a context
/// stays null, a null as the whole result is a problem.
pub(crate) fn data(value: &Value) -> Result<Json, Problem> {
    match value {
        Value::Null(_) => Err(Problem::Null),
        _ => json(value),
    }
}

fn json(value: &Value) -> Result<Json, Problem> {
    Ok(match value {
        Value::Null(_) => Json::Null,
        Value::Boolean(truth) => Json::Bool(*truth),
        Value::Number(number) => json_number(number),
        Value::String(text) => Json::String(text.clone()),
        Value::Date(date) => Json::String(date.to_string()),
        Value::DateTime(moment) => Json::String(moment.to_string()),
        Value::Time(time) => Json::String(time.to_string()),
        Value::DaysAndTimeDuration(span) => Json::String(span.to_string()),
        Value::YearsAndMonthsDuration(span) => Json::String(span.to_string()),
        Value::List(items) => Json::Array(items.iter().map(json).collect::<Result<_, _>>()?),
        Value::Context(entries) => Json::Object(
            entries
                .iter()
                .map(|(name, value)| Ok((name.to_string(), json(value)?)))
                .collect::<Result<Map<_, _>, Problem>>()?,
        ),
        _ => return Err(Problem::NotData),
    })
}

/// A JSON number where JSON can hold it exactly, its digits as a text where it cannot.
fn json_number(number: &Number) -> Json {
    let text = number.to_string();
    if let Ok(whole) = text.parse::<i64>() {
        return whole.into();
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    // Fifteen significant digits survive the way through a binary double and back.
    match text.parse().ok().and_then(JsonNumber::from_f64) {
        Some(double) if digits <= 15 => Json::Number(double),
        _ => Json::String(text),
    }
}
