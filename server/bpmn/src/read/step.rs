//! The desk's extension: `desk:` attributes, outcomes, names in other languages.

use std::collections::BTreeMap;

use crate::definition::{Outcome, Step};
use crate::problem::ProblemKind as P;
use crate::xml::{Element, Space};

use super::{Reading, text_of};

impl Reading<'_> {
    pub(super) fn step(&mut self, element: &Element) -> Step {
        let attributes = element
            .attributes
            .iter()
            .filter(|attribute| attribute.space == Space::Desk)
            .map(|attribute| (attribute.name().to_owned(), attribute.value.clone()))
            .collect();
        let mut step = Step { attributes, ..Step::default() };
        for child in element.extensions() {
            match child.name() {
                "i18n" => self.text(element, child, &mut step.texts),
                "outcome" => self.outcome(element, child, &mut step.outcomes),
                "in" | "out" if element.is("callActivity") => {}
                other => self.report.at(element, P::UnknownExtension, other),
            }
        }
        step
    }

    fn outcome(&mut self, element: &Element, outcome: &Element, outcomes: &mut Vec<Outcome>) {
        let (id, name) = (text_of(outcome.get("id")), text_of(outcome.get("name")));
        let detail = match (id.as_str(), name.as_str()) {
            ("", _) => Some(String::from("it has no id")),
            (_, "") => Some(format!("{id} has no name")),
            _ => outcomes.iter().any(|it| it.id == id).then(|| format!("{id} stands twice")),
        };
        if let Some(detail) = detail {
            self.report.at(element, P::BadOutcome, detail);
        }
        let attributes = outcome
            .attributes
            .iter()
            .filter(|attribute| !matches!(attribute.name(), "id" | "name" | "xmlns"))
            .map(|attribute| (attribute.name().to_owned(), attribute.value.clone()))
            .collect();
        let mut texts = BTreeMap::new();
        for child in outcome.elements().filter(|child| child.space == Space::Desk) {
            match child.name() {
                "i18n" => self.text(element, child, &mut texts),
                other => self.report.at(element, P::UnknownExtension, other),
            }
        }
        outcomes.push(Outcome { id, name, texts, attributes });
    }

    fn text(&mut self, element: &Element, text: &Element, texts: &mut BTreeMap<String, String>) {
        match text.get("lang") {
            Some(language) => {
                texts.insert(language.to_owned(), text_of(Some(&text.text())));
            }
            None => self.report.at(element, P::UnknownExtension, "i18n without lang"),
        }
    }
}
