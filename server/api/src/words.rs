//! The language of an answer, and words that several answers share.

use locale::words::{Lang, has, say1};
use poem::Request;
use poem::http::header;

/// The language that the caller likes best of those that we speak (RFC 9110, section 12.5.4); the
/// first of equals, and Persian where nothing is said.
pub(crate) fn lang_of(request: &Request) -> Lang {
    preferred(request.header(header::ACCEPT_LANGUAGE).unwrap_or_default())
}

/// The same of the header's value.
pub(crate) fn preferred(accepted: &str) -> Lang {
    let mut best = (Lang::default(), 0.0);
    for part in accepted.split(',') {
        let mut pieces = part.split(';').map(str::trim);
        let tag = pieces.next().unwrap_or_default().to_ascii_lowercase();
        let weight = pieces.find_map(|piece| piece.strip_prefix("q="));
        let weight: f32 = weight.map_or(1.0, |text| text.parse().unwrap_or(0.0));
        let primary = tag.split('-').next().unwrap_or_default();
        if let Ok(lang) = primary.parse()
            && weight > best.1
        {
            best = (lang, weight);
        }
    }
    best.0
}

/// The word for where a request stands; a stage that the agency's process named is called so.
pub(crate) fn stage(key: &str, lang: Lang) -> String {
    let word = format!("stage-{}", key.replace('_', "-"));
    if has(lang, &word) { say1(lang, &word) } else { key.to_owned() }
}
