//! Every word that a person reads, in each language.
//!
//! The words stand in `words/<language>/<area>.ftl` (Project Fluent), are embedded, and are parsed
//! once. Both languages have the same keys with the same variables; the tests hold that. Values
//! are put in as they are, without isolating marks: HTML isolates with `<bdi>`, and short messages
//! have no room for marks.

mod book;
mod lang;
mod list;
mod value;

use fluent_bundle::FluentArgs;

pub use lang::Lang;
pub use list::list;
pub use value::Value;

/// The text of a key with its variables filled in; `⟨key⟩` if there is none.
///
/// ```
/// use locale::words::{Lang, say};
///
/// assert_eq!(say(Lang::Fa, "common-days", &[("count", 3.into())]), "۳ روز");
/// assert_eq!(say(Lang::En, "no-such-key", &[]), "⟨no-such-key⟩");
/// ```
pub fn say(lang: Lang, key: &str, values: &[(&str, Value)]) -> String {
    let bundle = &book::of(lang).bundle;
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return format!("⟨{key}⟩");
    };
    let args: FluentArgs = values.iter().map(|(name, value)| (*name, value.fluent(lang))).collect();
    // A missing variable shows as {$name}: seen, but no reason to show nothing at all.
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

/// The text of a key that has no variables.
pub fn say1(lang: Lang, key: &str) -> String {
    say(lang, key, &[])
}

/// Whether there is a text for this key.
pub fn has(lang: Lang, key: &str) -> bool {
    book::of(lang).bundle.has_message(key)
}

/// Every key of a language, in order.
pub fn keys(lang: Lang) -> impl Iterator<Item = &'static str> {
    book::of(lang).keys.iter().map(String::as_str)
}

#[cfg(test)]
mod tests;
