//! The gallery of processes to begin with.

use domain::process_drafts::Template;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use crate::processes::steps::{StepView, steps};

#[derive(Serialize)]
pub(crate) struct GalleryPage {
    templates: Vec<TemplateView>,
}

#[derive(Serialize)]
struct TemplateView {
    name: String,
    title: String,
    /// Its steps, in order.
    steps: Vec<StepView>,
}

impl GalleryPage {
    pub(super) fn of(templates: &[Template], lang: Lang) -> Self {
        let view = |template: &Template| {
            let read = bpmn::read(&template.xml, &|_| Ok(())).ok();
            let steps = read.map(|read| steps(&read.definition, &[], lang)).unwrap_or_default();
            let title = template.title.say(lang).to_owned();
            TemplateView { name: template.name.clone(), title, steps }
        };
        Self { templates: templates.iter().map(view).collect() }
    }
}

impl Page for GalleryPage {
    const TEMPLATE: &'static str = "admin/processes/gallery.html";

    fn samples() -> Vec<Self> {
        vec![Self::of(domain::process_drafts::gallery(), Lang::Fa)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "steps-gallery-title")
    }
}
