//! Checking a Jalali date, typed in three parts.

use locale::jalali::Day;
use locale::{digits, text};

use super::Checked;
use crate::definition::Days;
use crate::{Field, Flaw, Typed};

/// The parts as digits: Latin, without spaces and marks.
pub(crate) struct TypedDate {
    pub(crate) year: String,
    pub(crate) month: String,
    pub(crate) day: String,
}

impl Field {
    pub(crate) fn typed_date(&self, typed: &Typed) -> TypedDate {
        let part = |name| digits::to_latin(&text::one_line(typed.get(&self.part(name))));
        TypedDate { year: part("year"), month: part("month"), day: part("day") }
    }
}

pub(super) fn check(days: Days, typed: &TypedDate) -> Checked {
    let parts = [&typed.year, &typed.month, &typed.day];
    let missing = parts.iter().filter(|part| part.is_empty()).count();
    if missing == parts.len() {
        return Ok(None);
    }
    if missing > 0 {
        return Err(Flaw::new("date-incomplete"));
    }
    let year: i32 = number(&typed.year)?;
    // Two digits could be 1399 or 1299: asking is better than guessing.
    if year < 1000 {
        return Err(Flaw::new("date-year"));
    }
    let day = Day::new(year, number(&typed.month)?, number(&typed.day)?).ok_or_else(invalid)?;
    if let Some(min) = days.min.filter(|min| day < *min) {
        return Err(Flaw::new("date-early").with("min", min));
    }
    if let Some(max) = days.max.filter(|max| day > *max) {
        return Err(Flaw::new("date-late").with("max", max));
    }
    Ok(Some(day.to_gregorian().to_string().into()))
}

fn number<N: std::str::FromStr>(part: &str) -> Result<N, Flaw> {
    let digits = part.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| part.parse().ok()).flatten().ok_or_else(invalid)
}

fn invalid() -> Flaw {
    Flaw::new("date-invalid")
}
