//! Link events (10.5.5): a flow that is not drawn, within one scope.

use crate::definition::Flow;
use crate::problem::ProblemKind as P;
use crate::xml::Element;

use super::event::definitions;
use super::{Parts, Place, Reading, text_of};

/// One end of a link.
#[derive(Clone, PartialEq)]
pub(super) struct End {
    id: String,
    name: String,
    scope: Option<String>,
    throws: bool,
}

impl Reading<'_> {
    pub(super) fn link(&mut self, place: &Place<'_>, element: &Element, parts: &mut Parts) {
        let Some(link) = definitions(element).into_iter().find(|it| it.is("linkEventDefinition"))
        else {
            return;
        };
        let end = End {
            id: text_of(element.id()),
            name: text_of(link.get("name").or_else(|| element.get("name"))),
            scope: place.scope.map(str::to_owned),
            throws: element.is("intermediateThrowEvent"),
        };
        let forbidden = if end.throws { "outgoing" } else { "incoming" };
        if element.all(forbidden).next().is_some() {
            self.report.at(element, P::BadLink, format!("it has an {forbidden} flow"));
        }
        parts.links.push(end);
    }

    /// Put a flow in the place of each link.
    pub(super) fn join_links(&mut self, parts: &mut Parts) {
        for end in parts.links.clone() {
            let fits = |other: &&End| {
                other.throws != end.throws && other.name == end.name && other.scope == end.scope
            };
            let others: Vec<&End> = parts.links.iter().filter(fits).collect();
            match (end.throws, others.as_slice()) {
                (true, [catch]) => {
                    let flow = Flow::link(end.id, catch.id.clone());
                    parts.checked.insert(flow.id.clone());
                    parts.flows.push(flow);
                }
                (true, []) => {
                    self.report.on(&end.id, P::BadLink, format!("nothing catches {}", end.name));
                }
                (true, _) => {
                    self.report.on(&end.id, P::BadLink, format!("{} is caught twice", end.name));
                }
                (false, []) => {
                    self.report.on(&end.id, P::BadLink, format!("nothing throws {}", end.name));
                }
                (false, _) => {}
            }
        }
    }
}
