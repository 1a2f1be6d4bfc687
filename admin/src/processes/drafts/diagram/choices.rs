//! What the editor offers to choose from, and its words: handed over with the page, so that they
//! stand in the translation files like all others.

use std::collections::{BTreeMap, BTreeSet};

use domain::cases::ServiceKind;
use domain::notices::NoticeKind;
use locale::words::{Lang, has, keys, say, say1};
use serde::Serialize;
use strum::VariantArray as _;

use crate::role::role;

/// Choices by the name of the attribute that they are for.
#[derive(Debug, Serialize)]
pub(super) struct Choices {
    role: Vec<Choice>,
    stage: Vec<Choice>,
    notice: Vec<Choice>,
    kind: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

impl Choices {
    pub(super) fn of(roles: &BTreeSet<String>, lang: Lang) -> Self {
        let word = |value: &str, key: &str| {
            let label = if has(lang, key) { say1(lang, key) } else { value.to_owned() };
            Choice { value: value.to_owned(), label }
        };
        let notice = |kind: &NoticeKind| {
            let kind: &str = (*kind).into();
            word(kind, &format!("notice-kind-{kind}"))
        };
        let service = |kind: &ServiceKind| {
            let kind: &str = (*kind).into();
            word(kind, &format!("diagram-service-{kind}"))
        };
        let named = |name: &String| Choice { value: name.clone(), label: role(name, lang) };
        Self {
            role: roles.iter().map(named).collect(),
            stage: stages(lang),
            notice: NoticeKind::VARIANTS.iter().map(notice).collect(),
            kind: ServiceKind::VARIANTS.iter().map(service).collect(),
        }
    }
}

/// The stages that applicants have words for.
fn stages(lang: Lang) -> Vec<Choice> {
    let codes = keys(lang).filter_map(|key| key.strip_prefix("stage-")?.strip_suffix("-meaning"));
    let choice = |code: &str| Choice {
        value: code.replace('-', "_"),
        label: say1(lang, &format!("stage-{code}")),
    };
    codes.map(choice).collect()
}

/// The words of the editor by their keys without what all begin with. Their variables stay places
/// in the text, for the script to fill.
pub(super) fn words(lang: Lang) -> BTreeMap<&'static str, String> {
    let names = ["kind", "type", "name", "names", "from", "to"];
    let places: Vec<String> = names.iter().map(|name| format!("{{${name}}}")).collect();
    let values: Vec<_> =
        names.into_iter().zip(places.iter().map(|place| place.as_str().into())).collect();
    keys(lang)
        .filter_map(|key| key.strip_prefix("diagram-"))
        .filter(|key| !key.starts_with("page-"))
        .map(|key| (key, say(lang, &format!("diagram-{key}"), &values)))
        .collect()
}
