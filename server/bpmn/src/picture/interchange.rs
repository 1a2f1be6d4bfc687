//! Our own layout as diagram interchange (BPMN 2.0, chapter 12), so that a process that was made as
//! a list opens in any editor of diagrams.

use super::layered;
use super::layout::{Point, Rect};
use crate::definition::Definition;
use crate::xml::{Attribute, Child, Element, Space};

const NAMESPACES: [(&str, &str); 3] = [
    ("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
    ("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC"),
    ("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI"),
];

/// Put the diagram of a process behind it in its file.
pub(crate) fn interchange(definition: &Definition, root: &mut Element) {
    for (tag, value) in NAMESPACES {
        let (tag, value) = (tag.to_owned(), value.to_owned());
        root.attributes.push(Attribute { space: Space::Other, tag, value });
    }
    let layout = layered::arrange(definition);
    let mut plane =
        other("bpmndi:BPMNPlane").with("id", "_plane").with("bpmnElement", definition.process_id());
    for node in definition.nodes() {
        if let Some(rect) = layout.nodes.get(&node.id) {
            let shape = of("bpmndi:BPMNShape", &node.id).holding(bounds(*rect));
            plane.children.push(Child::Element(shape));
        }
    }
    for flow in definition.flows() {
        if let Some(way) = layout.flows.get(&flow.id) {
            let edge = of("bpmndi:BPMNEdge", &flow.id);
            let edge = way.iter().map(|point| waypoint(*point)).fold(edge, Element::holding);
            plane.children.push(Child::Element(edge));
        }
    }
    let diagram = other("bpmndi:BPMNDiagram").with("id", "_diagram").holding(plane);
    root.children.push(Child::Element(diagram));
}

fn other(tag: &str) -> Element {
    Element::new(Space::Other, tag)
}

fn of(tag: &str, element: &str) -> Element {
    other(tag).with("id", &format!("{element}_di")).with("bpmnElement", element)
}

fn bounds(rect: Rect) -> Element {
    let bounds = other("dc:Bounds").with("x", &rect.x.to_string()).with("y", &rect.y.to_string());
    bounds.with("width", &rect.width.to_string()).with("height", &rect.height.to_string())
}

fn waypoint(point: Point) -> Element {
    other("di:waypoint").with("x", &point.x.to_string()).with("y", &point.y.to_string())
}
