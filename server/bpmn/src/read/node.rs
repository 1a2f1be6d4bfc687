//! Which kind of node an element is, and whether what it carries can be run.

use crate::definition::Kind;
use crate::problem::ProblemKind as P;
use crate::xml::{Element, Space};

use super::{Reading, text_of};

/// What may stand inside a flow node without changing how it runs. Event definitions are looked
/// at where the event is read.
const HARMLESS: [&str; 18] = [
    "incoming",
    "outgoing",
    "documentation",
    "extensionElements",
    "ioSpecification",
    "property",
    "dataInput",
    "dataInputAssociation",
    "dataOutput",
    "dataOutputAssociation",
    "inputSet",
    "outputSet",
    "resourceRole",
    "performer",
    "humanPerformer",
    "potentialOwner",
    "rendering",
    "script",
];

/// Attributes that change how an element runs, with the one value that is supported.
const FIXED: [(&str, &str); 5] = [
    ("startQuantity", "1"),
    ("completionQuantity", "1"),
    ("isForCompensation", "false"),
    ("instantiate", "false"),
    ("parallelMultiple", "false"),
];

impl Reading<'_> {
    /// The kind of a flow node; none, and reported, when it cannot be run here.
    pub(super) fn kind(&mut self, root: &Element, element: &Element) -> Option<Kind> {
        let kind = match element.name.as_str() {
            "startEvent" => return self.plain_event(element, Kind::Start),
            "endEvent" => return self.end(element),
            "boundaryEvent" => return self.boundary(element),
            "userTask" => Kind::UserTask,
            "serviceTask" => Kind::ServiceTask,
            "sendTask" => Kind::SendTask,
            "receiveTask" => Kind::ReceiveTask { message: self.message(root, element)? },
            "exclusiveGateway" => Kind::Exclusive,
            "parallelGateway" => Kind::Parallel,
            "task" | "manualTask" => self.pass(element),
            "scriptTask" if self.options.scripts_pass => self.pass(element),
            other => {
                self.report.at(element, P::UnsupportedElement, other);
                return None;
            }
        };
        Some(kind)
    }

    fn pass(&mut self, element: &Element) -> Kind {
        self.report.at(element, P::PassesThrough, element.name.clone());
        Kind::Pass
    }

    /// Refuse what would change how the node runs: loops, other quantities, unknown children.
    pub(super) fn inside(&mut self, element: &Element) {
        for (name, supported) in FIXED {
            if element.get(name).is_some_and(|value| value != supported) {
                self.report.at(element, P::UnsupportedAttribute, name);
            }
        }
        for child in element.children.iter().filter(|child| child.space == Space::Bpmn) {
            let name = child.name.as_str();
            if !HARMLESS.contains(&name) && !name.ends_with("EventDefinition") {
                self.report.at(element, P::UnsupportedElement, name);
            }
        }
    }

    /// The name of the message a receive task waits for.
    fn message(&mut self, root: &Element, element: &Element) -> Option<String> {
        let Some(reference) = element.get("messageRef") else {
            self.report.at(element, P::MessageUnnamed, "");
            return element.id().map(str::to_owned);
        };
        // The reference is a qualified name, but files of one's own rarely bother with the prefix.
        let local = reference.rsplit(':').next().unwrap_or(reference);
        let message = root
            .all("message")
            .find(|message| message.id().is_some_and(|id| id == reference || id == local));
        let Some(message) = message else {
            self.report.at(element, P::DanglingReference, format!("message {reference}"));
            return None;
        };
        let name = text_of(message.get("name"));
        if name.is_empty() { message.id().map(str::to_owned) } else { Some(name) }
    }
}
