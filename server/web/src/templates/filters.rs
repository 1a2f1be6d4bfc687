//! Filters of the templates: digits, days, sizes and money in the page's language; and in which
//! language it is written what somebody typed.

use chrono::{DateTime, Utc};
use locale::{
    digits, jalali,
    jalali::Day,
    money, size,
    text::{self, Part},
    words::Lang,
};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

pub(super) fn register(tera: &mut Tera, lang: Lang) {
    tera.register_filter("fa", move |value: Value, _: Kwargs, _: &State<'_>| {
        in_digits_of(lang, &value.to_string())
    });
    tera.register_filter("jalali", move |value: &str, kwargs: Kwargs, _: &State<'_>| {
        instant(lang, value, kwargs.get::<&str>("as")?.unwrap_or("short"))
    });
    tera.register_filter("lang", move |value: Value, _: Kwargs, _: &State<'_>| {
        Lang::written_in(&value.to_string()).unwrap_or(lang).code()
    });
    tera.register_filter("isolated", |value: &str, _: Kwargs, _: &State<'_>| text::isolated(value));
    tera.register_filter("marked", move |value: &str, _: Kwargs, state: &State<'_>| {
        marked(lang, value, state)
    });
    tera.register_filter("bytes", move |value: u64, _: Kwargs, _: &State<'_>| {
        size::bytes(value, lang)
    });
    tera.register_filter("rials", move |value: i64, _: Kwargs, _: &State<'_>| {
        money::rials(value, lang)
    });
}

/// A sentence in which somebody's own words stand isolated, as markup that says their language.
fn marked(lang: Lang, sentence: &str, state: &State<'_>) -> TeraResult<Value> {
    let markup = text::parts(sentence).into_iter().map(|part| match part {
        Part::Ours(words) => state.escape(words),
        Part::Theirs(words) => {
            let theirs = Lang::written_in(words).unwrap_or(lang).code();
            Ok(format!("<bdi lang=\"{theirs}\">{}</bdi>", state.escape(words)?))
        }
    });
    Ok(Value::safe_string(&markup.collect::<TeraResult<String>>()?))
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
