//! What the directory tells of a service, kept beside it in the same transaction.

use std::collections::BTreeSet;

use locale::text::{search_key, search_words};
use tenants::{Act, Agency, Caller, Desks, Scope, Text};

use super::{Service, Sheet, see, store};
use crate::{Result, ServiceId, ServiceVersionId};

/// How many letters stand in a gram: as many as the shortest words that people look for, such as آب.
const GRAM: usize = 2;

/// A service as the directory finds and shows it.
pub(super) struct Announcement {
    pub(super) service: ServiceId,
    pub(super) title: Text,
    pub(super) words: String,
    pub(super) grams: Vec<String>,
}

impl Announcement {
    fn of(service: &Service, agency: &Text) -> Self {
        let words = format!("{}\n{}", service.sheet.findable(), folded(both(agency)));
        Self {
            service: service.id,
            title: service.sheet.title.clone(),
            grams: grams(&words),
            words,
        }
    }
}

impl Sheet {
    /// By what a service is found, each on its line and folded for comparing: its code, its name in
    /// both languages, its keywords.
    pub fn findable(&self) -> String {
        let keywords = self.keywords.iter().map(String::as_str);
        folded(both(&self.title).chain(self.code.as_deref()).chain(keywords))
    }
}

fn both(text: &Text) -> impl Iterator<Item = &str> {
    [text.fa.as_str()].into_iter().chain(text.en.as_deref())
}

fn folded<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.map(search_key).collect::<Vec<_>>().join("\n")
}

/// Every two letters of a folded text that stand together, each once.
pub(super) fn grams(folded: &str) -> Vec<String> {
    let letters: Vec<char> = folded.chars().collect();
    let grams: BTreeSet<String> = letters.windows(GRAM).map(String::from_iter).collect();
    grams.into_iter().collect()
}

/// What a text must hold to fit a query: its words, and their grams for the index.
pub(super) fn sought(query: &str) -> (Vec<String>, Vec<String>) {
    let words = search_words(query);
    let grams: BTreeSet<String> = words.iter().flat_map(|word| grams(word)).collect();
    (words, grams.into_iter().collect())
}

/// Enter a service in the directory as this version says.
pub(super) async fn announce(scope: &mut Scope, version: ServiceVersionId) -> Result<()> {
    let service = see::version(scope, version).await?;
    let announcement = Announcement::of(&service, &scope.tenant().name);
    store::announce(scope, &announcement).await
}

/// Enter what was published before there was a directory. Done at every start; an agency that is
/// entered already costs nothing.
pub async fn complete_directory(desks: &Desks) -> Result<()> {
    for slug in store::unannounced(desks.pool()).await? {
        let Some(tenant) = desks.at(&slug).await? else { continue };
        let mut scope = desks.enter(&tenant, Caller::Operator(tenant.id)).await?;
        let versions = store::open_versions(&mut scope).await?;
        if versions.is_empty() {
            continue;
        }
        scope.allow(Act::Configure, &Agency)?;
        for version in versions {
            announce(&mut scope, ServiceVersionId(version)).await?;
        }
        scope.commit().await?;
    }
    Ok(())
}
