//! What templates can call: `t` for words, `asset` for addresses of built files.

use locale::words::{self, Lang};
use tera::{Kwargs, State, Tera, TeraResult};

use crate::assets;

pub(super) fn register(tera: &mut Tera, lang: Lang) {
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| translate(lang, &kwargs));
    tera.register_function("asset", |kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
        Ok(assets::path(kwargs.must_get::<&str>("name")?))
    });
}

/// `t(key="portal-greeting", name=applicant.name)`: the words of `key`, with arguments.
///
/// Whole numbers stay numbers, so that the language chooses their digits and their plural.
fn translate(lang: Lang, kwargs: &Kwargs) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let args: Vec<(&str, words::Value)> = kwargs
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?, value)))
        .filter(|(name, _)| *name != "key")
        .map(|(name, value)| (name, word_value(value)))
        .collect();
    Ok(words::say(lang, key, &args))
}

fn word_value(value: &tera::Value) -> words::Value {
    match value.as_i64() {
        Some(number) => number.into(),
        None => value.to_string().into(),
    }
}
