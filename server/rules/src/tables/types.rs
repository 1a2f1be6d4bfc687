//! Whether a value is of the type it should have.

use super::{Fault, Kind};
use crate::feel::{self, Value};

/// The type of a value; none for what is made of parts, and for null.
pub(super) fn of(value: &Value) -> Option<Kind> {
    Some(match value {
        Value::String(_) => Kind::Text,
        Value::Number(_) => Kind::Number,
        Value::Boolean(_) => Kind::Boolean,
        Value::Date(_) => Kind::Date,
        Value::Time(_) => Kind::Time,
        Value::DateTime(_) => Kind::DateTime,
        Value::DaysAndTimeDuration(_) => Kind::DayTime,
        Value::YearsAndMonthsDuration(_) => Kind::YearMonth,
        _ => return None,
    })
}

/// The value as one of the type. Facts are JSON, where a date is a text: that is read. Null stays
/// null, whatever the type.
pub(super) fn as_kind(value: Value, kind: Kind) -> Result<Value, Fault> {
    let wrong = Fault::Type(kind.as_str());
    if kind == Kind::Any || matches!(value, Value::Null(_)) || of(&value) == Some(kind) {
        return Ok(value);
    }
    let Value::String(text) = &value else { return Err(wrong) };
    feel::temporal(text).find(|read| of(read) == Some(kind)).ok_or(wrong)
}
