//! Digits: Latin ones in what is stored and compared, Persian ones in what is read.

use crate::words::Lang;

/// Replace Persian (U+06F0–9) and Arabic (U+0660–9) digits by Latin ones; all else stays.
pub fn to_latin(text: &str) -> String {
    text.chars().map(latin).collect()
}

/// Replace Latin and Arabic digits by Persian ones; all else stays.
pub fn to_persian(text: &str) -> String {
    text.chars().map(persian).collect()
}

/// Text with the digits that readers of this language expect.
pub(crate) fn spoken(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Fa => to_persian(text),
        Lang::En => to_latin(text),
    }
}

/// A whole number with its thousands set apart: `۱٬۲۳۴٬۵۶۷`, `1,234,567`.
pub fn grouped(number: i64, lang: Lang) -> String {
    let (sign, separator) = match lang {
        Lang::Fa => ("\u{2212}", '٬'),
        Lang::En => ("-", ','),
    };
    let plain = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { sign } else { "" });
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    spoken(&text, lang)
}

/// A number as JSON writes its digits, from one whose thousands may be set apart and whose point may
/// be Persian.
pub fn ungrouped(typed: &str) -> String {
    let point = |c: char| if c == '٫' { '.' } else { c };
    let apart = |c: &char| !matches!(c, ',' | '٬' | '،' | ' ' | '\u{200c}');
    to_latin(typed).chars().map(point).filter(apart).collect()
}

fn latin(c: char) -> char {
    match c {
        '۰'..='۹' => shifted(c, '۰', '0'),
        '٠'..='٩' => shifted(c, '٠', '0'),
        other => other,
    }
}

fn persian(c: char) -> char {
    match latin(c) {
        digit @ '0'..='9' => shifted(digit, '0', '۰'),
        other => other,
    }
}

fn shifted(c: char, zero: char, new_zero: char) -> char {
    char::from_u32(c as u32 - zero as u32 + new_zero as u32)
        .expect("ten digits stand together after each zero")
}

#[cfg(test)]
mod tests;
