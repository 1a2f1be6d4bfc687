//! Numbers as people type and read them.

use locale::digits;
use locale::words::Lang;
use serde_json::Number;

/// Most digits a number may have: so many survive as a JSON number, exactly.
const MAX_DIGITS: usize = 15;

/// A decimal number read from text: its value, and how many decimals it was given with.
pub(crate) struct Decimal {
    pub(crate) number: Number,
    pub(crate) decimals: usize,
}

/// Why a text is no number that can be kept.
#[derive(Debug, PartialEq)]
pub(crate) enum Misread {
    NotANumber,
    TooManyDigits,
}

/// Read `۱٬۲۳۴٫۵`, `1,234.5`, `-7`. A comma counts only where thousands are set apart, for `1,5` is
/// five tenths to some and fifteen to others.
pub(crate) fn read(text: &str) -> Result<Decimal, Misread> {
    let plain: String = digits::to_latin(text).chars().filter_map(plain).collect();
    let (sign, unsigned) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain.as_str()),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let has_point = unsigned.contains('.');
    let whole = without_groups(whole).ok_or(Misread::NotANumber)?;
    if !all_digits(&whole) || (has_point && !all_digits(fraction)) {
        return Err(Misread::NotANumber);
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if whole.len() + fraction.len() > MAX_DIGITS {
        return Err(Misread::TooManyDigits);
    }
    let number = number(sign, whole, fraction).ok_or(Misread::NotANumber)?;
    Ok(Decimal { number, decimals: fraction.len() })
}

/// A number with its thousands set apart, in the digits of the language.
pub(crate) fn shown(number: &Number, lang: Lang) -> String {
    if let Some(whole) = number.as_i64() {
        return digits::grouped(whole, lang);
    }
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    // A number smaller than one has no whole part to carry its sign.
    let sign = if whole == "-0" { "\u{2212}" } else { "" };
    let Ok(whole) = whole.parse::<i64>() else { return in_digits(&text, lang) };
    let point = if lang == Lang::Fa { '٫' } else { '.' };
    format!("{sign}{}{point}{}", digits::grouped(whole, lang), in_digits(fraction, lang))
}

fn in_digits(text: &str, lang: Lang) -> String {
    if lang == Lang::Fa { digits::to_persian(text) } else { text.to_owned() }
}

/// One character of a number in its plain form; nothing for one that only spaces it out.
fn plain(character: char) -> Option<char> {
    match character {
        '٫' => Some('.'),
        '٬' | '،' => Some(','),
        '\u{2212}' | '\u{2013}' => Some('-'),
        '\u{200c}' | '\u{200e}' | '\u{200f}' => None,
        space if space.is_whitespace() => None,
        other => Some(other),
    }
}

/// The digits of `1,234,567`; nothing if the commas stand elsewhere.
fn without_groups(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    let fits = !grouped || (1..=3).contains(&first.len());
    (fits && groups.all(|group| group.len() == 3)).then(|| whole.replace(',', ""))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(sign: &str, whole: &str, fraction: &str) -> Option<Number> {
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() {
        return format!("{sign}{whole}").parse::<i64>().ok().map(Number::from);
    }
    format!("{sign}{whole}.{fraction}").parse().ok().and_then(Number::from_f64)
}
