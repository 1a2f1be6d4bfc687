//! The words of one language, parsed once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use rust_embed::RustEmbed;
use unic_langid::{LanguageIdentifier, langid};

use super::Lang;
use crate::digits;

/// Every `*.ftl` of `words/fa` and `words/en`: an area of the product brings its own file.
#[derive(RustEmbed)]
#[folder = "words"]
#[include = "*.ftl"]
struct Files;

pub(super) struct Book {
    pub(super) bundle: FluentBundle<FluentResource>,
    pub(super) keys: Vec<String>,
}

static FA: LazyLock<Book> = LazyLock::new(|| Book::open(Lang::Fa));
static EN: LazyLock<Book> = LazyLock::new(|| Book::open(Lang::En));

pub(super) fn of(lang: Lang) -> &'static Book {
    match lang {
        Lang::Fa => &FA,
        Lang::En => &EN,
    }
}

/// Name and text of each file of a language, in the order of their names.
pub(super) fn sources(lang: Lang) -> impl Iterator<Item = (String, String)> {
    Files::iter().filter(move |path| path.starts_with(&format!("{}/", lang.code()))).filter_map(
        |path| {
            let file = Files::get(&path)?;
            Some((path.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
        },
    )
}

/// A file's messages; what could not be read is left out, and the tests see to it that there is
/// no such thing.
pub(super) fn resource(source: String) -> FluentResource {
    FluentResource::try_new(source).unwrap_or_else(|(readable, _)| readable)
}

pub(super) fn keys_of(resource: &FluentResource) -> Vec<String> {
    resource
        .entries()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect()
}

impl Book {
    fn open(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![tag(lang)]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Fa => |value, _| persian_number(value),
            Lang::En => |_, _| None,
        }));
        let mut keys = Vec::new();
        for (_, source) in sources(lang) {
            let resource = resource(source);
            keys.extend(keys_of(&resource));
            bundle.add_resource_overriding(resource);
        }
        keys.sort_unstable();
        Self { bundle, keys }
    }
}

fn tag(lang: Lang) -> LanguageIdentifier {
    match lang {
        Lang::Fa => langid!("fa"),
        Lang::En => langid!("en"),
    }
}

fn persian_number(value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(digits::to_persian(&number.as_string())),
        _ => None,
    }
}
