//! What a file says beside nodes and flows. A list holds no annotations, no lanes and nothing of
//! other makers: a file that has them is left to the diagram, so that nothing is lost.

use super::model::NotListed;
use crate::xml::{Child, Document, Element, Space};

/// Attributes of BPMN that the list holds, or that say what is so anyway.
const ATTRIBUTES: [&str; 17] = [
    "id",
    "name",
    "isExecutable",
    "processType",
    "isClosed",
    "default",
    "sourceRef",
    "targetRef",
    "attachedToRef",
    "cancelActivity",
    "messageRef",
    "isSequential",
    "targetNamespace",
    "exporter",
    "exporterVersion",
    "expressionLanguage",
    "typeLanguage",
];

/// The process of a file in which nothing stands that a list does not hold.
pub(super) fn process(document: &Document) -> Result<&Element, NotListed> {
    let root = &document.root;
    if document.before.iter().chain(&document.after).any(|it| matches!(it, Child::Instruction(_))) {
        return Err(NotListed::FILE);
    }
    let mut found = None;
    for element in root.elements() {
        match element.name() {
            "process" if element.space == Space::Bpmn && found.is_none() => found = Some(element),
            "message" if element.space == Space::Bpmn => plain(element, "")?,
            // Ours takes its place.
            "BPMNDiagram" if element.space == Space::Other => {}
            _ => return Err(at(element)),
        }
    }
    let process = found.ok_or(NotListed::FILE)?;
    plain(process, "definitions")?;
    Ok(process)
}

fn at(element: &Element) -> NotListed {
    element.id().map_or(NotListed::FILE, NotListed::at)
}

fn plain(element: &Element, within: &str) -> Result<(), NotListed> {
    let known = element.attributes.iter().all(|attribute| match attribute.space {
        Space::Desk => true,
        // Those of our own elements have no prefix either.
        Space::Bpmn if element.space == Space::Desk => true,
        Space::Bpmn => ATTRIBUTES.contains(&attribute.name()),
        Space::Other => attribute.tag.starts_with("xmlns") || attribute.name() == "type",
    });
    if !known || !is_known(element, within) {
        return Err(at(element));
    }
    for child in &element.children {
        match child {
            Child::Element(child) => {
                let told = plain(child, element.name());
                told.map_err(|found| if found.element.is_none() { at(element) } else { found })?;
            }
            Child::Text(_) => {}
            Child::Comment(_) | Child::Instruction(_) => return Err(at(element)),
        }
    }
    Ok(())
}

/// Whether an element may stand where it stands.
fn is_known(element: &Element, within: &str) -> bool {
    match (element.space, element.name()) {
        (Space::Desk, name) => {
            matches!(within, "extensionElements" | "outcome") && matches!(name, "i18n" | "outcome")
        }
        (Space::Other, _) => false,
        (Space::Bpmn, "documentation") => within == "process",
        (Space::Bpmn, "terminateEventDefinition") => within == "endEvent",
        (Space::Bpmn, "timerEventDefinition") => within == "boundaryEvent",
        (Space::Bpmn, name) => matches!(
            name,
            "process"
                | "message"
                | "extensionElements"
                | "incoming"
                | "outgoing"
                | "startEvent"
                | "endEvent"
                | "userTask"
                | "serviceTask"
                | "sendTask"
                | "receiveTask"
                | "exclusiveGateway"
                | "parallelGateway"
                | "boundaryEvent"
                | "sequenceFlow"
                | "conditionExpression"
                | "timeDuration"
                | "timeDate"
                | "timeCycle"
                | "multiInstanceLoopCharacteristics"
                | "loopCardinality"
                | "completionCondition"
        ),
    }
}
