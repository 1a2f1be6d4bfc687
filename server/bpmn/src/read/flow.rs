//! Sequence flows and their conditions.

use crate::definition::Flow;
use crate::problem::ProblemKind as P;
use crate::xml::Element;

use super::{Reading, expression, text_of};

impl Reading<'_> {
    pub(super) fn flow(&mut self, element: &Element) -> Option<Flow> {
        let ends = (element.get("sourceRef"), element.get("targetRef"));
        let (Some(from), Some(to)) = ends else {
            self.report.at(element, P::DanglingReference, "sourceRef or targetRef is missing");
            return None;
        };
        Some(Flow {
            id: element.id()?.to_owned(),
            name: text_of(element.get("name")),
            from: from.to_owned(),
            to: to.to_owned(),
            condition: element.all("conditionExpression").next().map(|it| expression(&it.text())),
            default: false,
        })
    }
}
