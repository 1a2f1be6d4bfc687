//! Activities that are done several times (10.3.8).

use crate::definition::{Mapping, Over, Repeat};
use crate::problem::ProblemKind as P;
use crate::xml::Element;

use super::{Reading, expression, text_of};

const LOOP: &str = "multiInstanceLoopCharacteristics";

impl Reading<'_> {
    /// How often an activity is done. The list and the results are named as BPMN does
    /// (`loopDataInputRef`, `inputDataItem`, `loopDataOutputRef`, `outputDataItem`) or, shorter, by
    /// `desk:collection`, `desk:item`, `desk:gather` and `desk:each` on the loop.
    pub(super) fn repeat(&mut self, element: &Element) -> Option<Repeat> {
        let around = element.all(LOOP).next()?;
        if around.get("behavior").is_some_and(|behavior| behavior != "All") {
            self.report.at(element, P::UnsupportedAttribute, "behavior");
        }
        let over = self.over(element, around)?;
        let item =
            around.desk("item").map(str::to_owned).or_else(|| item_name(around, "inputDataItem"));
        let until = around.all("completionCondition").next().map(|it| expression(&it.text()));
        if let Some(until) = &until {
            self.expression(element, until);
        }
        let gather = self.gather(element, around);
        let sequential = around.get("isSequential") == Some("true");
        Some(Repeat { sequential, over, item, until, gather })
    }

    fn data_name(&self, reference: &str) -> String {
        let reference = reference.trim();
        self.data.get(reference).map_or(reference, String::as_str).to_owned()
    }

    fn over(&mut self, element: &Element, around: &Element) -> Option<Over> {
        let count = around.all("loopCardinality").next().map(|it| expression(&it.text()));
        let list = around.desk("collection").map(expression).or_else(|| {
            let reference = around.all("loopDataInputRef").next()?.text();
            Some(self.data_name(&reference))
        });
        let over = match (count, list) {
            (Some(count), None) => Over::Count(count),
            (None, Some(list)) => Over::Each(list),
            (Some(_), Some(_)) => {
                self.report.at(element, P::BadLoop, "both a number and a list");
                return None;
            }
            (None, None) => {
                self.report.at(element, P::BadLoop, "neither a number nor a list");
                return None;
            }
        };
        let (Over::Count(text) | Over::Each(text)) = &over;
        self.expression(element, text);
        Some(over)
    }

    fn gather(&mut self, element: &Element, around: &Element) -> Option<Mapping> {
        let into = around.desk("gather").map(str::to_owned).or_else(|| {
            let reference = around.all("loopDataOutputRef").next()?.text();
            Some(self.data_name(&reference))
        });
        let each =
            around.desk("each").map(expression).or_else(|| item_name(around, "outputDataItem"));
        match (into, each) {
            (Some(target), Some(source)) => {
                self.expression(element, &source);
                Some(Mapping { source, target })
            }
            (None, None) => None,
            _ => {
                self.report.at(element, P::BadLoop, "results need a list and what each adds to it");
                None
            }
        }
    }
}

fn item_name(around: &Element, kind: &str) -> Option<String> {
    let item = around.all(kind).next()?;
    let name = text_of(item.get("name"));
    if name.is_empty() { item.id().map(str::to_owned) } else { Some(name) }
}
