//! The gallery: processes to begin with, drawn from what service desks do.

use std::sync::LazyLock;

use rust_embed::RustEmbed;
use tenants::Text;

#[derive(RustEmbed)]
#[folder = "../../tenants/templates"]
#[include = "*.bpmn"]
struct Embedded;

/// A process to begin with.
#[derive(Debug, Clone)]
pub struct Template {
    /// The name of its file, which becomes the key of the process.
    pub name: String,
    pub title: Text,
    pub xml: String,
}

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let mut names: Vec<_> = Embedded::iter().collect();
    names.sort();
    names.iter().filter_map(|file| template(file)).collect()
});

/// Every template, by name.
pub fn gallery() -> &'static [Template] {
    &TEMPLATES
}

pub(super) fn find(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.name == name)
}

/// Each passes the checks of publishing, which a test holds.
fn template(file: &str) -> Option<Template> {
    let xml = String::from_utf8(Embedded::get(file)?.data.into_owned()).ok()?;
    let definition = bpmn::read(&xml, &|_| Ok(())).ok()?.definition;
    let title =
        Text { fa: definition.name().to_owned(), en: definition.step().texts.get("en").cloned() };
    Some(Template { name: file.strip_suffix(".bpmn")?.to_owned(), title, xml })
}
