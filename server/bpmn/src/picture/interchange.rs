//! Our own layout as the diagram of a file (BPMN 2.0, chapter 12), for editors that draw nothing
//! without one.

use super::layout::{Layout, Point, Rect};
use super::{diagram, layered};
use crate::definition::{Definition, Kind};
use crate::xml::{Child, Document, Element, Space};

const NAMESPACES: [(&str, &str); 3] = [
    ("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
    ("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC"),
    ("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI"),
];

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
    let drawn = plane(definition, &layered::arrange(definition));
    document.root.children.push(Child::Element(drawn));
    Some(document.write())
}

fn is_diagram(child: &Child) -> bool {
    matches!(child, Child::Element(element) if element.name() == "BPMNDiagram")
}

fn plane(definition: &Definition, layout: &Layout) -> Element {
    let mut plane = of("bpmndi:BPMNPlane").with("bpmnElement", &definition.process);
    for node in definition.nodes() {
        let mut shape = of("bpmndi:BPMNShape").with("bpmnElement", &node.id);
        if node.kind == Kind::Exclusive {
            shape = shape.with("isMarkerVisible", "true");
        }
        plane = plane.holding(shape.holding(bounds(layout.nodes[&node.id])));
    }
    for flow in definition.flows().filter(|flow| !flow.is_link()) {
        let edge = of("bpmndi:BPMNEdge").with("bpmnElement", &flow.id);
        plane =
            plane.holding(layout.flows[&flow.id].iter().map(waypoint).fold(edge, Element::holding));
    }
    let diagram = NAMESPACES
        .into_iter()
        .fold(of("bpmndi:BPMNDiagram"), |it, (name, address)| it.with(name, address));
    diagram.holding(plane)
}

fn of(tag: &str) -> Element {
    Element::new(Space::Other, tag)
}

fn bounds(rect: Rect) -> Element {
    let Rect { x, y, width, height } = rect;
    let all = [("x", x), ("y", y), ("width", width), ("height", height)];
    all.into_iter().fold(of("dc:Bounds"), |it, (name, value)| it.with(name, &value.to_string()))
}

fn waypoint(point: &Point) -> Element {
    of("di:waypoint").with("x", &point.x.to_string()).with("y", &point.y.to_string())
}
