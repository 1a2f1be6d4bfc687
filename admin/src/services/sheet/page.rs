//! The page on which a sheet is written.

use domain::catalogue::Sheet;
use domain::revisions::Revision;
use forms::{Kind, Problems};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::problems::Line;

use super::read::flatten;
use super::view::{Drawing, SectionView};
use crate::services::input::Showing;
use crate::services::typed::{Typed, lines};

#[derive(Serialize)]
pub(crate) struct SheetPage {
    key: String,
    title: String,
    rev: i32,
    sections: Vec<SectionView>,
    problems: Vec<Line>,
    /// What is told when somebody else saved meanwhile.
    conflict: Option<String>,
}

impl SheetPage {
    /// As it was saved last.
    pub(crate) fn saved(revision: &Revision, lang: Lang) -> Self {
        let typed = flatten(&revision.sheet);
        let problems = Problems::default();
        Self::of(revision, Showing { lang, typed: &typed, problems: &problems }, None)
    }

    /// As it was typed, over what is saved now.
    pub(crate) fn of(revision: &Revision, showing: Showing<'_>, conflict: Option<String>) -> Self {
        let is_file = |field: &&forms::Field| matches!(field.kind, Kind::File(_));
        let files = revision.form.fields().filter(is_file);
        let named = files.map(|f| (f.key.clone(), f.label.get(showing.lang).to_owned()));
        let documents: Vec<_> = named.collect();
        let mut drawing = Drawing { showing, documents: &documents, names: Vec::new() };
        Self {
            key: revision.entry.key.clone(),
            title: revision.sheet.title.say(showing.lang).to_owned(),
            rev: revision.rev,
            sections: drawing.sections(),
            problems: lines(showing.problems, &drawing.names, showing.lang),
            conflict,
        }
    }

    /// Typed on another state than the one that is saved now: saving it is still to be told so.
    pub(super) fn made_on(self, rev: i32) -> Self {
        Self { rev, ..self }
    }

    fn sample(typed: &Typed, problems: &Problems, conflict: Option<String>) -> Self {
        let showing = Showing { lang: Lang::Fa, typed, problems };
        let documents = [("proforma".to_owned(), "پیش‌فاکتور".to_owned())];
        let mut drawing = Drawing { showing, documents: &documents, names: Vec::new() };
        Self {
            key: "cosmetics-import".into(),
            title: "مجوز ورود".into(),
            rev: 3,
            sections: drawing.sections(),
            problems: lines(problems, &drawing.names, Lang::Fa),
            conflict,
        }
    }
}

/// A sheet to try the page with.
pub(crate) fn sample_sheet() -> Sheet {
    const SHEET: &str =
        include_str!("../../../../tenants/blueprints/fda/services/cosmetics-import/sheet.json");
    serde_json::from_str(SHEET).expect("the blueprint's sheet")
}

impl Page for SheetPage {
    const TEMPLATE: &'static str = "admin/services/sheet.html";

    fn samples() -> Vec<Self> {
        let typed = flatten(&sample_sheet());
        let nothing = Typed::default();
        let problems = super::read::read(&nothing).expect_err("nothing was typed");
        vec![
            Self::sample(&typed, &Problems::default(), None),
            Self::sample(&nothing, &problems, None),
            Self::sample(&typed, &Problems::default(), Some("نسرین نمونه آن را تغییر داد.".into())),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "services-sheet-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty() || self.conflict.is_some()
    }
}
