//! Where everything of a picture is, from left to right, before it is drawn.

use std::collections::HashMap;

use crate::definition::{Definition, Kind};

/// A point, in pixels; y grows downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
}

/// A rectangle, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rect {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// Places by the ids of nodes and flows.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Layout {
    pub(super) nodes: HashMap<String, Rect>,
    /// At least two points each.
    pub(super) flows: HashMap<String, Vec<Point>>,
    /// Where the author put a node's words, if outside of it.
    pub(super) labels: HashMap<String, Rect>,
}

impl Rect {
    pub(super) fn right(&self) -> i32 {
        self.x + self.width
    }

    pub(super) fn bottom(&self) -> i32 {
        self.y + self.height
    }

    pub(super) fn middle(&self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    #[cfg(test)]
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }
}

impl Layout {
    /// Whether every node and flow of a process has its place.
    pub(super) fn covers(&self, definition: &Definition) -> bool {
        definition.nodes().all(|node| self.nodes.contains_key(&node.id))
            && definition
                .flows()
                .filter(|flow| !flow.is_link())
                .all(|f| self.flows.get(&f.id).is_some_and(|way| way.len() > 1))
    }
}

/// How large a node is drawn, as the usual editors draw it.
pub(super) fn size(kind: &Kind) -> (i32, i32) {
    match kind {
        Kind::Start
        | Kind::EventStart { .. }
        | Kind::End
        | Kind::Terminate
        | Kind::EndThrow(_)
        | Kind::Catch(_)
        | Kind::Throw(_)
        | Kind::Passage
        | Kind::Boundary { .. } => (36, 36),
        kind if kind.is_gateway() => (50, 50),
        _ => (100, 80),
    }
}
