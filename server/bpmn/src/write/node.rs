//! Nodes and what the desk says of them.

use super::{Writing, bpmn, desk};
use crate::definition::{Kind, Mapping, Node, Outcome, Over, Repeat, Step};
use crate::xml::{Child, Element};

impl Writing<'_> {
    pub(super) fn node(&mut self, node: &Node) -> Element {
        let kind = self.kind(&node.kind, node);
        let mut element = Element::new(kind.space, &kind.tag).with("id", &node.id);
        if !node.name.is_empty() {
            element = element.with("name", &node.name);
        }
        element.attributes.extend(kind.attributes);
        if let Some(default) = self.default_of(node) {
            element = element.with("default", default);
        }
        element = stepped(element, &node.step, mappings(&node.kind));
        element = node.repeat.iter().map(repeated).fold(element, Element::holding);
        element.children.extend(kind.children);
        match node.kind {
            Kind::SubProcess | Kind::EventSubProcess => self.fill(element, Some(&node.id)),
            _ => element,
        }
    }

    /// The element with what its kind says, and nothing that stands at every node.
    fn kind(&mut self, kind: &Kind, node: &Node) -> Element {
        let flag = |is: bool| if is { "true" } else { "false" };
        match kind {
            Kind::Start => bpmn("startEvent"),
            Kind::EventStart { interrupting, event } => bpmn("startEvent")
                .with("isInterrupting", flag(*interrupting))
                .holding(self.event(event)),
            Kind::End => bpmn("endEvent"),
            Kind::Terminate => bpmn("endEvent").holding(bpmn("terminateEventDefinition")),
            Kind::EndThrow(thrown) => bpmn("endEvent").holding(self.thrown(thrown)),
            Kind::Throw(thrown) => bpmn("intermediateThrowEvent").holding(self.thrown(thrown)),
            Kind::Catch(event) => bpmn("intermediateCatchEvent").holding(self.event(event)),
            Kind::Boundary { host, interrupting, event } => bpmn("boundaryEvent")
                .with("attachedToRef", host)
                .with("cancelActivity", flag(*interrupting))
                .holding(self.event(event)),
            Kind::Passage => self.passage(node),
            Kind::ReceiveTask { message } => {
                bpmn("receiveTask").with("messageRef", &self.roots.id("message", message))
            }
            Kind::ScriptTask { expression, .. } => {
                bpmn("scriptTask").holding(bpmn("script").saying(expression))
            }
            Kind::CallActivity { process, .. } => {
                bpmn("callActivity").with("calledElement", process)
            }
            Kind::EventSubProcess => bpmn("subProcess").with("triggeredByEvent", "true"),
            plain => bpmn(name(plain)),
        }
    }
}

/// The name of an element that says nothing more than its kind.
fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::UserTask => "userTask",
        Kind::ServiceTask => "serviceTask",
        Kind::SendTask => "sendTask",
        Kind::BusinessRuleTask { .. } => "businessRuleTask",
        Kind::SubProcess => "subProcess",
        Kind::Exclusive => "exclusiveGateway",
        Kind::Parallel => "parallelGateway",
        Kind::Inclusive => "inclusiveGateway",
        Kind::EventGateway => "eventBasedGateway",
        _ => "task",
    }
}

/// Put what the desk says onto an element: attributes, outcomes, names in other languages.
pub(super) fn stepped(mut element: Element, step: &Step, more: Vec<Element>) -> Element {
    for (name, value) in &step.attributes {
        element = element.with_desk(name, value);
    }
    let texts = step.texts.iter().map(|(lang, text)| i18n(lang, text));
    let outcomes = step.outcomes.iter().map(outcome);
    let inside: Vec<Child> = texts.chain(outcomes).chain(more).map(Child::Element).collect();
    if !inside.is_empty() {
        let mut extensions = bpmn("extensionElements");
        extensions.children = inside;
        element = element.holding(extensions);
    }
    element
}

fn i18n(lang: &str, text: &str) -> Element {
    desk("i18n").with("lang", lang).saying(text)
}

fn outcome(outcome: &Outcome) -> Element {
    let mut element = desk("outcome").with("id", &outcome.id).with("name", &outcome.name);
    for (name, value) in &outcome.attributes {
        element = element.with(name, value);
    }
    outcome.texts.iter().map(|(lang, text)| i18n(lang, text)).fold(element, Element::holding)
}

fn mappings(kind: &Kind) -> Vec<Element> {
    let Kind::CallActivity { inputs, outputs, .. } = kind else { return Vec::new() };
    let mapped = |name: &'static str| {
        move |it: &Mapping| desk(name).with("source", &it.source).with("target", &it.target)
    };
    inputs.iter().map(mapped("in")).chain(outputs.iter().map(mapped("out"))).collect()
}

fn repeated(repeat: &Repeat) -> Element {
    let mut element = bpmn("multiInstanceLoopCharacteristics");
    if repeat.sequential {
        element = element.with("isSequential", "true");
    }
    if let Some(item) = &repeat.item {
        element = element.with_desk("item", item);
    }
    if let Some(Mapping { source, target }) = &repeat.gather {
        element = element.with_desk("gather", target).with_desk("each", source);
    }
    element = match &repeat.over {
        Over::Count(count) => element.holding(bpmn("loopCardinality").saying(count)),
        Over::Each(list) => element.with_desk("collection", list),
    };
    match &repeat.until {
        Some(until) => element.holding(bpmn("completionCondition").saying(until)),
        None => element,
    }
}
