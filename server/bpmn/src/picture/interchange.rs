//! Our own layout as diagram interchange (BPMN 2.0, chapter 12), so that a process that was made as
//! a list opens in any editor of diagrams.

use super::layout::{Point, Rect};
use super::{diagram, layered};
use crate::definition::{Definition, Kind};
use crate::xml::{Attribute, Child, Document, Element, Space};

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
            let mut shape = of("bpmndi:BPMNShape", &node.id);
            if node.kind == Kind::Exclusive {
                shape = shape.with("isMarkerVisible", "true");
            }
            let shape = shape.holding(bounds(*rect));
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

/// The file with our layout as its diagram. Nothing where the file's own places everything, and
/// where steps stand in steps: those our layout draws beside each other.
pub fn with_diagram(definition: &Definition, xml: &str) -> Option<String> {
    let is_drawn = diagram::read(xml).is_some_and(|layout| layout.covers(definition));
    let is_flat = definition.nodes().all(|node| node.scope.is_none());
    if is_drawn || !is_flat {
        return None;
    }
    let mut document = Document::read(xml).ok()?;
    document.root.children.retain(|child| !is_diagram(child));
    // The file may use our prefixes for something else: they are declared on the diagram itself.
    let mut apart = other("apart");
    interchange(definition, &mut apart);
    for child in apart.children {
        let Child::Element(mut diagram) = child else { continue };
        diagram.attributes.extend(apart.attributes.iter().cloned());
        document.root.children.push(Child::Element(diagram));
    }
    Some(document.write())
}

fn is_diagram(child: &Child) -> bool {
    matches!(child, Child::Element(element) if element.name() == "BPMNDiagram")
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
