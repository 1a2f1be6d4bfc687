//! A page: the data of one template, its title, and samples of it.

use locale::words::Lang;
use tera::Context;

/// What a handler shows. The template gets the page's fields at the top level and the
/// [`Frame`](crate::frame::Frame) as `frame`.
///
/// Tera checks nothing at compile time, so each page gives samples and a test renders them all in
/// each language ([`Engine::try_samples`](crate::templates::Engine::try_samples)).
pub trait Page: serde::Serialize + Sized {
    /// The name of the template, with its edge's prefix: `"portal/receipt.html"`.
    const TEMPLATE: &'static str;

    /// At least one value per state the page can be in.
    fn samples() -> Vec<Self>;

    /// The title of the document, without the name of the agency.
    fn title(&self, lang: Lang) -> String;

    /// Whether the page tells of problems, so that its title must say so first (U05).
    fn has_problems(&self) -> bool {
        false
    }
}

/// A page on its way from the handler to the frame it is rendered in.
#[derive(Clone)]
pub(crate) struct Sheet {
    pub(crate) template: &'static str,
    pub(crate) context: Context,
    titles: [String; 2],
    pub(crate) has_problems: bool,
}

impl Sheet {
    pub(crate) fn of<P: Page>(page: &P) -> tera::TeraResult<Self> {
        Ok(Self {
            template: P::TEMPLATE,
            context: Context::from_serialize(page)?,
            titles: [page.title(Lang::Fa), page.title(Lang::En)],
            has_problems: page.has_problems(),
        })
    }

    pub(crate) fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fa => &self.titles[0],
            Lang::En => &self.titles[1],
        }
    }
}
