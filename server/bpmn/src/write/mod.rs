//! Writing a definition as BPMN XML: for processes that were not drawn but made, as by a list of
//! steps.
//!
//! A file that somebody drew is kept as it is and written back by [`crate::xml::Document`]; here
//! the graph is all there is, so there is no diagram.

mod event;
mod node;
mod roots;

use crate::definition::{Definition, Flow, Kind, Node};
use crate::xml::{Attribute, Child, Document, Element, Space};
use roots::Roots;

const BPMN: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const DESK: &str = "urn:mizban:bpmn:1";

/// The BPMN XML of a definition. Reading it gives a definition that runs alike: the same nodes, and
/// the same flows in the same order at each node.
pub fn write(definition: &Definition) -> String {
    let mut writing = Writing { definition, roots: Roots::default() };
    let mut processes = vec![writing.process()];
    let mut called: Vec<&str> = Vec::new();
    for node in definition.nodes() {
        if let Kind::CallActivity { process, .. } = &node.kind
            && !called.contains(&process.as_str())
        {
            called.push(process);
            let inside = bpmn("process").with("id", process);
            processes.push(writing.fill(inside, Some(process)));
        }
    }
    let mut root = bpmn("definitions")
        .declaring("xmlns:bpmn", BPMN)
        .declaring("xmlns:desk", DESK)
        .with("targetNamespace", DESK);
    root.children = writing.roots.elements().chain(processes).map(Child::Element).collect();
    Document { before: Vec::new(), root, after: Vec::new() }.write()
}

struct Writing<'a> {
    definition: &'a Definition,
    roots: Roots,
}

impl Writing<'_> {
    fn process(&mut self) -> Element {
        let mut process = bpmn("process").with("id", &self.definition.process);
        if !self.definition.name.is_empty() {
            process = process.with("name", &self.definition.name);
        }
        let process = process.with("isExecutable", "true");
        let process = node::stepped(process, &self.definition.step, Vec::new());
        self.fill(process, None)
    }

    /// Put the nodes and flows of a scope into its element.
    fn fill(&mut self, mut element: Element, scope: Option<&str>) -> Element {
        for node in self.definition.nodes().filter(|node| node.scope.as_deref() == scope) {
            let written = self.node(node);
            element = element.holding(written);
        }
        for flow in self.definition.flows().filter(|flow| !flow.is_link()) {
            let from = self.definition.node(&flow.from);
            if from.is_some_and(|from| from.scope.as_deref() == scope) {
                element = element.holding(self::flow(flow));
            }
        }
        element
    }

    fn default_of(&self, node: &Node) -> Option<&str> {
        let mut flows = self.definition.flows();
        let default = flows.find(|flow| flow.default && flow.from == node.id);
        default.map(|flow| flow.id.as_str())
    }
}

fn flow(flow: &Flow) -> Element {
    let mut element = bpmn("sequenceFlow").with("id", &flow.id);
    if !flow.name.is_empty() {
        element = element.with("name", &flow.name);
    }
    let element = element.with("sourceRef", &flow.from).with("targetRef", &flow.to);
    match &flow.condition {
        Some(condition) => element.holding(bpmn("conditionExpression").saying(condition)),
        None => element,
    }
}

fn bpmn(name: &str) -> Element {
    Element::new(Space::Bpmn, &format!("bpmn:{name}"))
}

fn desk(name: &str) -> Element {
    Element::new(Space::Desk, &format!("desk:{name}"))
}

impl Element {
    /// An element without anything in it. The tag has its prefix.
    pub fn new(space: Space, tag: &str) -> Self {
        let (attributes, children) = (Vec::new(), Vec::new());
        Self { space, tag: tag.to_owned(), attributes, children, line: 0 }
    }

    /// With an attribute of BPMN's own.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        self.with_attribute(Space::Bpmn, name, value)
    }

    fn declaring(self, name: &str, value: &str) -> Self {
        self.with_attribute(Space::Other, name, value)
    }

    fn with_desk(self, name: &str, value: &str) -> Self {
        self.with_attribute(Space::Desk, &format!("desk:{name}"), value)
    }

    fn with_attribute(mut self, space: Space, tag: &str, value: &str) -> Self {
        self.attributes.push(Attribute { space, tag: tag.to_owned(), value: value.to_owned() });
        self
    }

    /// With one more element inside.
    #[must_use]
    pub fn holding(mut self, child: Element) -> Self {
        self.children.push(Child::Element(child));
        self
    }

    /// With a text inside.
    #[must_use]
    pub fn saying(mut self, text: &str) -> Self {
        self.push_text(text);
        self
    }
}
