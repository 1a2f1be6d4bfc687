//! Which kind of node an element is, and whether what it carries can be run.

use crate::definition::Kind;
use crate::problem::ProblemKind as P;
use crate::xml::Element;

use super::{Parts, Place, Reading, expression};

/// What may stand inside a flow node without changing how it runs. Event definitions and loops
/// are looked at where these are read.
const HARMLESS: [&str; 19] = [
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
    "multiInstanceLoopCharacteristics",
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
    pub(super) fn kind(
        &mut self,
        place: &Place<'_>,
        element: &Element,
        parts: &mut Parts,
    ) -> Option<Kind> {
        let kind = match element.name() {
            "startEvent" => return self.start(place, element),
            "endEvent" => return self.end(place, element),
            "boundaryEvent" => return self.boundary(place, element),
            "intermediateCatchEvent" => return self.catch(place, element),
            "intermediateThrowEvent" => return self.throw(place, element),
            "callActivity" => return self.call(element, parts),
            "businessRuleTask" => return self.decision(element),
            "scriptTask" => return self.script(element),
            "userTask" => Kind::UserTask,
            "serviceTask" => Kind::ServiceTask,
            "sendTask" => Kind::SendTask,
            "receiveTask" => Kind::ReceiveTask { message: self.awaited(place, element, element)? },
            "exclusiveGateway" => Kind::Exclusive,
            "parallelGateway" => Kind::Parallel,
            "inclusiveGateway" => Kind::Inclusive,
            "eventBasedGateway" => self.event_gateway(element)?,
            "subProcess" if element.get("triggeredByEvent") == Some("true") => {
                Kind::EventSubProcess
            }
            "subProcess" => Kind::SubProcess,
            "task" | "manualTask" => self.pass(element),
            other => {
                self.report.at(element, P::UnsupportedElement, other);
                return None;
            }
        };
        Some(kind)
    }

    fn pass(&mut self, element: &Element) -> Kind {
        self.report.at(element, P::PassesThrough, element.name());
        Kind::Pass
    }

    /// Neither several instances nor all events at once (10.6.6).
    fn event_gateway(&mut self, element: &Element) -> Option<Kind> {
        if element.get("eventGatewayType").is_some_and(|kind| kind != "Exclusive") {
            self.report.at(element, P::UnsupportedAttribute, "eventGatewayType");
            return None;
        }
        Some(Kind::EventGateway)
    }

    fn decision(&mut self, element: &Element) -> Option<Kind> {
        let Some(decision) = element.desk("decision").filter(|it| !it.is_empty()) else {
            self.report.at(element, P::NoDecision, "desk:decision is missing");
            return None;
        };
        let result = element.desk("result").unwrap_or(decision).to_owned();
        Some(Kind::BusinessRuleTask { decision: decision.to_owned(), result })
    }

    /// A script is one FEEL expression whose value `desk:result` names; there is no code.
    fn script(&mut self, element: &Element) -> Option<Kind> {
        let Some(result) = element.desk("result").filter(|it| !it.is_empty()) else {
            if self.options.scripts_pass {
                return Some(self.pass(element));
            }
            self.report.at(element, P::UnsupportedElement, element.name());
            return None;
        };
        let script = element.all("script").next().map(Element::text).unwrap_or_default();
        let expression = expression(&script);
        self.expression(element, &expression);
        Some(Kind::ScriptTask { result: result.to_owned(), expression })
    }

    /// Refuse what would change how the node runs: loops, other quantities, unknown children.
    pub(super) fn inside(&mut self, element: &Element) {
        for (name, supported) in FIXED {
            if element.get(name).is_some_and(|value| value != supported) {
                self.report.at(element, P::UnsupportedAttribute, name);
            }
        }
        // The children of a sub-process are nodes and are read as such.
        if element.is("subProcess") {
            return;
        }
        for child in element.parts() {
            let name = child.name();
            if !HARMLESS.contains(&name) && !name.ends_with("EventDefinition") {
                self.report.at(element, P::UnsupportedElement, name);
            }
        }
    }
}
