//! Checking a number.

use locale::text;
use serde_json::Value;

use super::Checked;
use crate::numbers::{self, Misread};
use crate::{Flaw, NumberRule};

pub(super) fn check(rule: &NumberRule, raw: &str) -> Checked {
    let typed = text::one_line(raw);
    if typed.is_empty() {
        return Ok(None);
    }
    let decimal = numbers::read(&typed).map_err(|misread| match misread {
        Misread::NotANumber => Flaw::new("number-invalid"),
        Misread::TooManyDigits => Flaw::new("number-too-long"),
    })?;
    if decimal.decimals > rule.decimals {
        return Err(match rule.decimals {
            0 => Flaw::new("number-whole"),
            most => Flaw::new("number-decimals").with("max", most),
        });
    }
    let value = decimal.number.as_f64();
    let below = rule.min.as_ref().is_some_and(|min| value < min.as_f64());
    let above = rule.max.as_ref().is_some_and(|max| value > max.as_f64());
    if below || above { Err(out_of_range(rule)) } else { Ok(Some(Value::Number(decimal.number))) }
}

/// Both ends are told where there are two: whoever missed one may miss the other next.
fn out_of_range(rule: &NumberRule) -> Flaw {
    match (&rule.min, &rule.max) {
        (Some(min), Some(max)) => Flaw::new("number-range").with("min", min).with("max", max),
        (Some(min), None) => Flaw::new("number-small").with("min", min),
        (None, Some(max)) => Flaw::new("number-large").with("max", max),
        (None, None) => Flaw::new("number-invalid"),
    }
}
