//! The form of a unit.

use domain::organisation::{Structure, Unit};
use locale::words::{Lang, say1};
use serde::Serialize;
use uuid::Uuid;
use web::{Page, problems::Line};

use super::samples;
use crate::filled::{Choice, Filled, Input};
use crate::paths;

#[derive(Serialize)]
pub(crate) struct UnitPage {
    path: String,
    /// Whether there is such a unit already.
    there: bool,
    command: Uuid,
    title: Input,
    title_en: Input,
    /// Within which unit; a unit that is there stays where it is.
    parent: Option<Choice>,
    closure: Option<String>,
    problems: Vec<Line>,
}

impl UnitPage {
    pub(super) fn of(
        unit: Option<&Unit>,
        structure: &Structure,
        (filled, lang): (&Filled, Lang),
    ) -> Self {
        let open = structure.units.iter().filter(|unit| unit.closed_at.is_none());
        let parents = open.map(|unit| (unit.id.to_string(), unit.title.say(lang).to_owned()));
        let (mut title, mut title_en) = (filled.input("title"), filled.input("title_en"));
        // A title that was typed empty comes back empty, with what is wrong with it.
        if let Some(unit) = unit
            && title.problem.is_none()
            && title.value.is_empty()
        {
            title.value.clone_from(&unit.title.fa);
            title_en.value = unit.title.en.clone().unwrap_or_default();
        }
        Self {
            path: unit.map_or_else(|| paths::NEW_UNIT.to_owned(), |unit| paths::unit(unit.id)),
            there: unit.is_some(),
            command: filled.command(),
            title,
            title_en,
            parent: unit.is_none().then(|| filled.choice("parent", parents)),
            closure: filled.problem("closure"),
            problems: filled.lines(),
        }
    }
}

impl Page for UnitPage {
    const TEMPLATE: &'static str = "admin/organisation/unit.html";

    fn samples() -> Vec<Self> {
        let structure = samples::structure();
        let wrong = |at| {
            let error = domain::Error::invalid(at, "required");
            Filled::default().told(error, at, Lang::Fa).unwrap_or_default()
        };
        let page = |unit, filled: &Filled| Self::of(unit, &structure, (filled, Lang::Fa));
        let unit = structure.units.first();
        vec![
            page(None, &Filled::default()),
            page(None, &wrong("title")),
            page(unit, &Filled::default()),
            page(unit, &wrong("closure")),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, if self.there { "admin-unit-title" } else { "admin-unit-new" })
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
