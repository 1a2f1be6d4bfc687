//! Reading the rules of each type of field.

use std::collections::HashSet;

use locale::jalali::Day;
use serde_json::Number;

use super::field::{Choice, Days, FileLimits, FileType, Kind, Lengths, NumberRule};
use super::problem::{DefinitionFlaw as Flaw, DefinitionProblem as Problem};
use super::raw::{Bound, Component};
use super::read::wording;
use crate::MAX_TYPED;

/// Longest text of one line, unless the field says less or more.
const MAX_LINE: usize = 500;
const MAX_DECIMALS: usize = 6;
const MAX_OPTIONS: usize = 100;
const MAX_FILES: usize = 20;
/// Largest file that a field may accept, and the largest if it says nothing.
const MAX_FILE_BYTES: u64 = 100 << 20;
const USUAL_FILE_BYTES: u64 = 10 << 20;

/// Take the rules of this component's kind out of it.
pub(super) fn kind(at: &str, raw: &mut Component) -> Result<Kind, Problem> {
    Ok(match raw.r#type.as_str() {
        "textfield" => Kind::Text(lengths(at, raw, false)?),
        "textarea" => Kind::Text(lengths(at, raw, true)?),
        "number" => Kind::Number(number(at, raw)?),
        "select" => Kind::Select(choices(at, raw)?),
        "radio" => Kind::Radio(choices(at, raw)?),
        "checkbox" => Kind::Checkbox,
        "date" => Kind::Date(days(at, raw)?),
        "nationalId" => Kind::NationalCode,
        "companyId" => Kind::CompanyId,
        "mobile" => Kind::Mobile,
        "filepicker" => Kind::File(files(at, raw)?),
        unknown => return Err(Problem::new(at, Flaw::UnknownType, unknown)),
    })
}

fn lengths(at: &str, raw: &mut Component, multiline: bool) -> Result<Lengths, Problem> {
    let min = raw.validate.min_length.take().unwrap_or(0);
    let usual = if multiline { MAX_TYPED } else { MAX_LINE };
    let max = raw.validate.max_length.take().unwrap_or(usual);
    if min > max || max == 0 || max > MAX_TYPED {
        return Err(Problem::new(at, Flaw::Limit, "validate.maxLength"));
    }
    Ok(Lengths { min, max, multiline })
}

fn number(at: &str, raw: &mut Component) -> Result<NumberRule, Problem> {
    let decimals = raw.decimal_digits.take().unwrap_or(0);
    if decimals > MAX_DECIMALS {
        return Err(Problem::new(at, Flaw::Limit, "decimalDigits"));
    }
    let min = number_bound(at, raw.validate.min.take())?;
    let max = number_bound(at, raw.validate.max.take())?;
    if let (Some(min), Some(max)) = (&min, &max)
        && min.as_f64() > max.as_f64()
    {
        return Err(Problem::new(at, Flaw::Limit, "validate.max"));
    }
    let en = raw.properties.i18n.en.unit.take();
    let unit = wording(at, "unit", raw.properties.unit.take(), en)?;
    Ok(NumberRule { min, max, decimals, unit })
}

fn number_bound(at: &str, bound: Option<Bound>) -> Result<Option<Number>, Problem> {
    match bound {
        None => Ok(None),
        Some(Bound::Number(number)) => Ok(Some(number)),
        Some(Bound::Text(text)) => Err(Problem::new(at, Flaw::Limit, text)),
    }
}

fn days(at: &str, raw: &mut Component) -> Result<Days, Problem> {
    let min = day_bound(at, raw.validate.min.take())?;
    let max = day_bound(at, raw.validate.max.take())?;
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        return Err(Problem::new(at, Flaw::Limit, "validate.max"));
    }
    Ok(Days { min, max })
}

fn day_bound(at: &str, bound: Option<Bound>) -> Result<Option<Day>, Problem> {
    match bound {
        None => Ok(None),
        Some(Bound::Number(number)) => Err(Problem::new(at, Flaw::Limit, number.to_string())),
        Some(Bound::Text(text)) => match text.parse() {
            Ok(date) => Ok(Some(Day::from_gregorian(date))),
            Err(_) => Err(Problem::new(at, Flaw::Limit, text)),
        },
    }
}

fn choices(at: &str, raw: &mut Component) -> Result<Vec<Choice>, Problem> {
    let values = raw.values.take().unwrap_or_default();
    if values.is_empty() {
        return Err(Problem::new(at, Flaw::OptionMissing, ""));
    }
    if values.len() > MAX_OPTIONS {
        return Err(Problem::new(at, Flaw::TooManyOptions, values.len().to_string()));
    }
    let mut english = std::mem::take(&mut raw.properties.i18n.en.values);
    let mut seen = HashSet::new();
    let mut choices = Vec::new();
    for option in values {
        let (value, en) = (option.value.trim().to_owned(), english.remove(&option.value));
        if value.is_empty() || !seen.insert(value.clone()) {
            return Err(Problem::new(at, Flaw::OptionRepeated, value));
        }
        let label = wording(at, "values", Some(option.label), en)?;
        choices.extend(label.map(|label| Choice { value, label }));
    }
    match english.into_keys().next() {
        Some(unknown) => Err(Problem::new(at, Flaw::OptionMissing, unknown)),
        None => Ok(choices),
    }
}

fn files(at: &str, raw: &mut Component) -> Result<FileLimits, Problem> {
    let max_files = raw.properties.max_files.take().unwrap_or(1);
    let max_bytes = raw.properties.max_bytes.take().unwrap_or(USUAL_FILE_BYTES);
    if !(1..=MAX_FILES).contains(&max_files) {
        return Err(Problem::new(at, Flaw::Limit, "properties.maxFiles"));
    }
    if !(1..=MAX_FILE_BYTES).contains(&max_bytes) {
        return Err(Problem::new(at, Flaw::Limit, "properties.maxBytes"));
    }
    let accept = match raw.properties.accept.take() {
        Some(names) if names.is_empty() => {
            return Err(Problem::new(at, Flaw::Limit, "properties.accept"));
        }
        Some(names) => names.iter().map(|name| file_type(at, name)).collect::<Result<_, _>>()?,
        None => vec![FileType::Pdf, FileType::Jpg, FileType::Png],
    };
    Ok(FileLimits { max_files, max_bytes, accept })
}

fn file_type(at: &str, name: &str) -> Result<FileType, Problem> {
    name.parse().map_err(|_| Problem::new(at, Flaw::UnknownFileType, name))
}
