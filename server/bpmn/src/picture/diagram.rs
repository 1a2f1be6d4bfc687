//! The places that a file's own diagram gives (BPMN 2.0, chapter 12: diagram interchange).

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::layout::{Layout, Point, Rect};

/// Farther out than any drawing; what claims to be there is a slip or mischief.
const FARTHEST: f64 = 20_000.0;

/// Read the diagram of a file that was read as a process before. Nothing where it has none or says
/// what cannot be drawn.
pub(super) fn read(xml: &str) -> Option<Layout> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut reading = Reading::default();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => reading.open(&start)?,
            Event::End(end) => reading.close(local(end.name().into_inner())),
            Event::Eof => return Some(reading.layout),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Reading {
    layout: Layout,
    /// The element whose shape or edge is open.
    of: Option<String>,
    in_label: bool,
}

impl Reading {
    fn open(&mut self, start: &BytesStart<'_>) -> Option<()> {
        match local(start.name().into_inner()) {
            "BPMNShape" | "BPMNEdge" => self.of = text(start, "bpmnElement"),
            "BPMNLabel" => self.in_label = true,
            "Bounds" => self.bounds(start)?,
            "waypoint" => self.waypoint(start)?,
            _ => {}
        }
        Some(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "BPMNShape" | "BPMNEdge" => self.of = None,
            "BPMNLabel" => self.in_label = false,
            _ => {}
        }
    }

    fn bounds(&mut self, start: &BytesStart<'_>) -> Option<()> {
        let Some(of) = self.of.clone() else { return Some(()) };
        let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(start, name));
        let rect = Rect { x: x?, y: y?, width: width?, height: height? };
        let places = if self.in_label { &mut self.layout.labels } else { &mut self.layout.nodes };
        places.insert(of, rect);
        Some(())
    }

    fn waypoint(&mut self, start: &BytesStart<'_>) -> Option<()> {
        let Some(of) = self.of.clone() else { return Some(()) };
        let point = Point { x: number(start, "x")?, y: number(start, "y")? };
        self.layout.flows.entry(of).or_default().push(point);
        Some(())
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn text(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.attributes();
    let mut all = all.with_checks(false).flatten();
    let found = all.find(|attribute| attribute.key.into_inner() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// A coordinate, rounded to whole pixels.
fn number(start: &BytesStart<'_>, name: &str) -> Option<i32> {
    let value: f64 = text(start, name)?.trim().parse().ok()?;
    // NaN is no place either.
    (value.abs() <= FARTHEST).then_some(())?;
    #[expect(clippy::cast_possible_truncation, reason = "it is near zero and rounded")]
    let whole = value.round() as i32;
    Some(whole)
}
