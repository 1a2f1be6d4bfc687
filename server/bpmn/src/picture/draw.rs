//! From places to a picture.

use std::fmt::Write as _;

use serde::Serialize;

use super::layout::{Layout, Point, Rect, size};
use super::steps::is_listed;
use super::wrap::wrap;
use super::{diagram, labels, layered};
use crate::definition::{Definition, Kind, Node};

/// Drawn larger than the usual editors do, so that words can be read: by five quarters.
const SCALE: (i32, i32) = (5, 4);
const MARGIN: i32 = 30;
/// The height of a line of words, and about how wide a letter is.
const LINE: i32 = 19;
const LETTER: i32 = 8;
/// The length of an arrow's head.
const HEAD: i32 = 9;

/// A picture, in pixels from its upper left corner.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    pub width: i32,
    pub height: i32,
    pub lines: Vec<Line>,
    pub shapes: Vec<Shape>,
}

/// A node as it is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shape {
    /// The node's id.
    pub node: String,
    /// Its whole name.
    pub name: String,
    pub figure: Figure,
    /// Whether it stands in the list of steps too ([`super::order`]).
    pub listed: bool,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    pub words: Vec<Words>,
}

/// What a shape looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    Start,
    End,
    /// Ends everything else too.
    Terminate,
    /// Somebody's task.
    Task,
    /// Done by the desk itself.
    Service,
    /// Somebody is told.
    Send,
    /// Something is waited for.
    Receive,
    Pass,
    /// Other steps are inside.
    Scope,
    Choice,
    Fork,
    /// One way or several.
    Or,
    /// Whatever happens first.
    First,
    Timer,
    /// Something else that happens or is made to happen.
    Event,
}

/// A line of words, around its middle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    pub x: i32,
    pub y: i32,
    pub text: String,
}

/// A flow as it is drawn: a path (SVG 2, chapter 9) with its arrow's head and its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    pub flow: String,
    pub path: String,
    pub head: String,
    pub words: Vec<Words>,
}

/// Draw a process in a language, from the text that it was read from.
pub fn draw(definition: &Definition, xml: &str, lang: &str, mirrored: bool) -> Picture {
    let own = diagram::read(xml).filter(|layout| layout.covers(definition));
    let layout = own.unwrap_or_else(|| layered::arrange(definition));
    let canvas = Canvas::around(&layout, mirrored);
    let nodes = definition.nodes().map(|node| canvas.shape(node, lang, &layout));
    let lines = definition.flows().filter(|flow| !flow.is_link()).map(|flow| {
        let label = labels::flow(definition, flow, lang);
        let way: Vec<Point> =
            layout.flows[&flow.id].iter().map(|point| canvas.point(*point)).collect();
        line(&flow.id, &way, label.as_deref().unwrap_or_default())
    });
    let (width, height) = (canvas.width, canvas.height);
    Picture { width, height, lines: lines.collect(), shapes: nodes.collect() }
}

/// What the layout's places become.
struct Canvas {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
    mirrored: bool,
}

impl Canvas {
    fn around(layout: &Layout, mirrored: bool) -> Self {
        let rects = layout.nodes.values().chain(layout.labels.values());
        let corners = rects.flat_map(|r| [(r.x, r.y), (r.right(), r.bottom())]);
        let points = layout.flows.values().flatten().map(|point| (point.x, point.y));
        let all: Vec<(i32, i32)> = corners.chain(points).collect();
        let least = |of: fn(&(i32, i32)) -> i32| all.iter().map(of).min().unwrap_or(0);
        let most = |of: fn(&(i32, i32)) -> i32| all.iter().map(of).max().unwrap_or(0);
        let (left, top) = (least(|p| p.0), least(|p| p.1));
        let (right, bottom) = (most(|p| p.0), most(|p| p.1));
        // Words below the last shape, and beside the outermost.
        let width = scaled(right - left) + 2 * MARGIN;
        let height = scaled(bottom - top) + 2 * MARGIN + 2 * LINE;
        Self { left, top, width, height, mirrored }
    }

    fn point(&self, point: Point) -> Point {
        let x = scaled(point.x - self.left) + MARGIN;
        let x = if self.mirrored { self.width - x } else { x };
        Point { x, y: scaled(point.y - self.top) + MARGIN }
    }

    fn rect(&self, rect: Rect) -> Rect {
        let (width, height) = (scaled(rect.width), scaled(rect.height));
        let corner = Point { x: if self.mirrored { rect.right() } else { rect.x }, y: rect.y };
        let Point { x, y } = self.point(corner);
        Rect { x, y, width, height }
    }

    fn shape(&self, node: &Node, lang: &str, layout: &Layout) -> Shape {
        let rect = self.rect(layout.nodes[&node.id]);
        let name = labels::node(node, lang);
        let label = layout.labels.get(&node.id).map(|label| self.rect(*label));
        let words = match figure(&node.kind) {
            Figure::Start | Figure::End | Figure::Terminate | Figure::Timer | Figure::Event => {
                below(name, label.unwrap_or(Rect { y: rect.bottom() + 4, ..rect }))
            }
            Figure::Choice | Figure::Fork | Figure::Or | Figure::First => {
                above(name, label.unwrap_or(rect))
            }
            // A box that is drawn around others has its words at the upper edge.
            Figure::Scope if rect.height > scaled(size(&node.kind).1) => {
                inside(name, Rect { height: 2 * LINE, ..rect })
            }
            _ => inside(name, rect),
        };
        let Rect { x, y, width, height } = rect;
        let (node_id, name) = (node.id.clone(), name.to_owned());
        let (figure, listed) = (figure(&node.kind), is_listed(node));
        Shape { node: node_id, name, figure, listed, x, y, width, height, words }
    }
}

fn figure(kind: &Kind) -> Figure {
    match kind {
        _ if kind.timer().is_some() => Figure::Timer,
        Kind::Start => Figure::Start,
        Kind::End | Kind::EndThrow(_) => Figure::End,
        Kind::Terminate => Figure::Terminate,
        Kind::UserTask => Figure::Task,
        Kind::ServiceTask | Kind::BusinessRuleTask { .. } | Kind::ScriptTask { .. } => {
            Figure::Service
        }
        Kind::SendTask => Figure::Send,
        Kind::ReceiveTask { .. } => Figure::Receive,
        Kind::Pass => Figure::Pass,
        Kind::SubProcess | Kind::EventSubProcess | Kind::CallActivity { .. } => Figure::Scope,
        Kind::Exclusive => Figure::Choice,
        Kind::Parallel => Figure::Fork,
        Kind::Inclusive => Figure::Or,
        Kind::EventGateway => Figure::First,
        Kind::EventStart { .. }
        | Kind::Catch(_)
        | Kind::Throw(_)
        | Kind::Passage
        | Kind::Boundary { .. } => Figure::Event,
    }
}

fn scaled(length: i32) -> i32 {
    length * SCALE.0 / SCALE.1
}

/// In the middle of a box, below the sign in its corner.
fn inside(name: &str, rect: Rect) -> Vec<Words> {
    let width = usize::try_from((rect.width - 10) / LETTER).unwrap_or(1);
    let most = usize::try_from((rect.height - 8) / LINE).unwrap_or(1);
    let lines = wrap(name, width, most);
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let first = rect.middle().y - (count - 1) * LINE / 2 + LINE / 4;
    stacked(lines, rect.middle().x, first)
}

fn below(name: &str, rect: Rect) -> Vec<Words> {
    stacked(wrap(name, 16, 2), rect.middle().x, rect.y + LINE * 3 / 4)
}

fn above(name: &str, rect: Rect) -> Vec<Words> {
    let lines = wrap(name, 16, 2);
    let count = i32::try_from(lines.len()).unwrap_or(1);
    stacked(lines, rect.middle().x, rect.y - 6 - (count - 1) * LINE)
}

fn stacked(lines: Vec<String>, x: i32, first: i32) -> Vec<Words> {
    let ys = (0..).map(|no| first + no * LINE);
    lines.into_iter().zip(ys).map(|(text, y)| Words { x, y, text }).collect()
}

fn line(flow: &str, way: &[Point], label: &str) -> Line {
    let mut path = String::new();
    for (no, Point { x, y }) in way.iter().enumerate() {
        let letter = if no == 0 { "M" } else { " L" };
        write!(path, "{letter}{x} {y}").expect("writing to a string does not fail");
    }
    Line { flow: flow.to_owned(), head: head(way), words: beside(way, label), path }
}

/// A triangle at the end of a way.
fn head(way: &[Point]) -> String {
    let [.., before, end] = way else { return String::new() };
    let (x, y) = (end.x, end.y);
    let (back, side) = (HEAD, HEAD / 2);
    let (dx, dy) = ((before.x - x).signum(), (before.y - y).signum());
    // A slanted way ends like the longer of its two sides.
    let flat = (before.x - x).abs() >= (before.y - y).abs();
    let (dx, dy) = if flat { (dx, 0) } else { (0, dy) };
    let (left, right) = (
        (x + dx * back - dy * side, y + dy * back + dx * side),
        (x + dx * back + dy * side, y + dy * back - dx * side),
    );
    format!("M{x} {y} L{} {} L{} {} Z", left.0, left.1, right.0, right.1)
}

/// Above the first stretch of a way that is long enough, or in the middle of the first.
fn beside(way: &[Point], label: &str) -> Vec<Words> {
    let [first, second, ..] = way else { return Vec::new() };
    let lines = wrap(label, 18, 2);
    let (x, y) = (i32::midpoint(first.x, second.x), i32::midpoint(first.y, second.y));
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let lift = if first.y == second.y { 6 + (count - 1) * LINE } else { 0 };
    stacked(lines, x, y - lift)
}
