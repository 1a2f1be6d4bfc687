//! Filters of the templates: digits, days, sizes and money in the page's language.

use chrono::{DateTime, Utc};
use locale::{digits, jalali, jalali::Day, money, size, words::Lang};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

pub(super) fn register(tera: &mut Tera, lang: Lang) {
    tera.register_filter("fa", move |value: Value, _: Kwargs, _: &State<'_>| {
        in_digits_of(lang, &value.to_string())
    });
    tera.register_filter("jalali", move |value: &str, kwargs: Kwargs, _: &State<'_>| {
        instant(lang, value, kwargs.get::<&str>("as")?.unwrap_or("short"))
    });
    tera.register_filter("bytes", move |value: u64, _: Kwargs, _: &State<'_>| {
        size::bytes(value, lang)
    });
    tera.register_filter("rials", move |value: i64, _: Kwargs, _: &State<'_>| {
        money::rials(value, lang)
    });
}

/// Digits of running text in the page's language; codes are not passed through this (U15).
fn in_digits_of(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Fa => digits::to_persian(text),
        Lang::En => digits::to_latin(text),
    }
}

/// An RFC 3339 instant as the day or moment it was in Tehran: `as` is `short`, `long`, `clock` or
/// `moment`.
fn instant(lang: Lang, value: &str, style: &str) -> TeraResult<String> {
    let at = DateTime::parse_from_rfc3339(value)
        .map_err(|error| Error::message(format!("jalali wants an RFC 3339 instant: {error}")))?
        .with_timezone(&Utc);
    match style {
        "short" => Ok(Day::of(at).short(lang)),
        "long" => Ok(Day::of(at).long(lang)),
        "clock" => Ok(jalali::clock(at, lang)),
        "moment" => Ok(jalali::moment(at, lang)),
        other => Err(Error::message(format!("jalali has no style {other:?}"))),
    }
}
