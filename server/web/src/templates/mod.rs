//! The template engine: every template of every surface, compiled once per language.
//!
//! One tera instance per language lets `t`, `fa` and `jalali` know the language wherever they are
//! called, inside components too, without a template passing it on.

mod filters;
mod functions;

use locale::words::Lang;
use rust_embed::RustEmbed;
use tera::{Tera, TeraResult};

use crate::{
    frame::Frame,
    page::{Page, Sheet},
};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Own;

/// A template's name, with the prefix of its crate, and its source.
pub type Source = (String, String);

/// Renders pages. Every name is escaped as HTML and an unknown variable is an error.
pub struct Engine {
    fa: Tera,
    en: Tera,
}

impl Engine {
    /// Compiles the templates of the edges together with the shared ones (`web/…`).
    pub fn new(sources: &[Source]) -> TeraResult<Self> {
        let own = embedded::<Own>("web");
        let all =
            || own.iter().chain(sources).map(|(name, source)| (name.as_str(), source.as_str()));
        Ok(Self { fa: compile(Lang::Fa, all())?, en: compile(Lang::En, all())? })
    }

    /// Renders one page in its frame, in the frame's language.
    pub fn render<P: Page>(&self, page: &P, frame: &Frame) -> TeraResult<String> {
        self.render_sheet(Sheet::of(page)?, frame)
    }

    pub(crate) fn render_sheet(&self, sheet: Sheet, frame: &Frame) -> TeraResult<String> {
        let mut context = sheet.context;
        context.insert("frame", frame);
        // Named in the page, so that whoever looks at one, a person or a test, knows where it is from.
        context.insert("template", sheet.template.trim_end_matches(".html"));
        self.of(frame.lang).render(sheet.template, &context)
    }

    /// Renders every sample of a page in both languages; the error names what is wrong.
    ///
    /// For the tests of the edges. A word that is missing in a language is an error here, where a page
    /// shown to a person would print its key.
    pub fn try_samples<P: Page>(&self) -> Result<(), String> {
        let samples = P::samples();
        if samples.is_empty() {
            return Err(format!("{} has no sample", P::TEMPLATE));
        }
        samples.iter().try_for_each(|page| {
            [Lang::Fa, Lang::En].into_iter().try_for_each(|lang| self.try_sample(page, lang))
        })
    }

    fn try_sample<P: Page>(&self, page: &P, lang: Lang) -> Result<(), String> {
        let mut frame = Frame::sample(lang);
        frame.title = page.title(lang);
        let html = self
            .render(page, &frame)
            .map_err(|error| format!("{} in {}: {error:?}", P::TEMPLATE, lang.code()))?;
        match html.split_once('⟨') {
            Some((_, rest)) => Err(format!(
                "{} in {} lacks the word {}",
                P::TEMPLATE,
                lang.code(),
                rest.split('⟩').next().unwrap_or_default()
            )),
            None => Ok(()),
        }
    }

    fn of(&self, lang: Lang) -> &Tera {
        match lang {
            Lang::Fa => &self.fa,
            Lang::En => &self.en,
        }
    }
}

/// The templates a crate embeds, each name with the crate's prefix before it.
pub fn embedded<E: RustEmbed>(prefix: &str) -> Vec<Source> {
    E::iter()
        .filter_map(|name| {
            let file = E::get(&name)?;
            Some((format!("{prefix}/{name}"), String::from_utf8_lossy(&file.data).into_owned()))
        })
        .collect()
}

fn compile<'a>(lang: Lang, sources: impl Iterator<Item = (&'a str, &'a str)>) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    // Every name ends with the empty suffix, so nothing is left unescaped because of its name.
    tera.autoescape_on([""]);
    functions::register(&mut tera, lang);
    filters::register(&mut tera, lang);
    tera.add_raw_templates(sources)?;
    Ok(tera)
}
