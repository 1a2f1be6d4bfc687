//! A layout of our own, for processes without a diagram: what follows stands to the right of what
//! it follows; the first way out of a node stays on its row and each other one takes a row below.
//! Ways back run above everything.

use std::collections::{HashMap, HashSet};

use super::layout::{Layout, Point, Rect, size};
use crate::definition::{Definition, Kind};

const COLUMN: i32 = 170;
const ROW: i32 = 150;
/// Between two ways that run beside each other.
const LANE: i32 = 14;

pub(super) fn arrange(definition: &Definition) -> Layout {
    let back = backward(definition);
    let ranks = ranks(definition, &back);
    let rows = rows(definition, &ranks, &back);
    let mut layout = Layout::default();
    for (at, node) in definition.nodes.iter().enumerate() {
        if !matches!(node.kind, Kind::Boundary { .. }) {
            layout.nodes.insert(node.id.clone(), place(&node.kind, ranks[at], rows[at]));
        }
    }
    put_timers(definition, &mut layout);
    let mut lanes = Lanes::default();
    for (at, flow) in definition.flows.iter().enumerate() {
        let (from, to) = (layout.nodes[&flow.from], layout.nodes[&flow.to]);
        let starts_on_timer = is_timer(definition, &flow.from);
        let way = if back.contains(&at) {
            lanes.back(from, to)
        } else if starts_on_timer {
            lanes.down(from, to)
        } else {
            lanes.on(from, to)
        };
        layout.flows.insert(flow.id.clone(), way);
    }
    layout
}

fn is_timer(definition: &Definition, id: &str) -> bool {
    matches!(definition.node(id).map(|node| &node.kind), Some(Kind::Boundary { .. }))
}

fn place(kind: &Kind, rank: i32, row: i32) -> Rect {
    let (width, height) = size(kind);
    let (x, y) = (rank * COLUMN + (COLUMN - width) / 2, row * ROW + (ROW - height) / 2);
    Rect { x, y, width, height }
}

/// Timers sit on the lower edge of their step, side by side.
fn put_timers(definition: &Definition, layout: &mut Layout) {
    let mut on: HashMap<&str, i32> = HashMap::new();
    for node in &definition.nodes {
        let Some(host) = node.kind.host() else { continue };
        let Some(step) = layout.nodes.get(host).copied() else { continue };
        let (width, height) = size(&node.kind);
        let taken = on.entry(host).or_default();
        let x = step.right() - 10 - width - *taken * (width + 4);
        let place = Rect { x, y: step.bottom() - height / 2, width, height };
        layout.nodes.insert(node.id.clone(), place);
        *taken += 1;
    }
}

/// The flows that lead back to where one has been, found by walking on from the start.
fn backward(definition: &Definition) -> HashSet<usize> {
    let mut found = HashSet::new();
    let (mut open, mut done) = (HashSet::new(), HashSet::new());
    // What is to be done next, last first: a node to enter or one to leave.
    let mut ahead = vec![(definition.start, false)];
    while let Some((node, leaving)) = ahead.pop() {
        if leaving {
            open.remove(&node);
            done.insert(node);
            continue;
        }
        if done.contains(&node) || !open.insert(node) {
            continue;
        }
        ahead.push((node, true));
        for (flow, next) in ways(definition, node).into_iter().rev() {
            match flow {
                Some(flow) if open.contains(&next) => {
                    found.insert(flow);
                }
                _ => ahead.push((next, false)),
            }
        }
    }
    found
}

/// Where one comes from a node: by flows, and to the timers that sit on it.
fn ways(definition: &Definition, node: usize) -> Vec<(Option<usize>, usize)> {
    let around = &definition.around[node];
    let flows = around.outgoing.iter().map(|flow| (Some(*flow), definition.target(*flow)));
    flows.chain(around.boundary.iter().map(|timer| (None, *timer))).collect()
}

/// The column of each node: one behind the last of those before it.
fn ranks(definition: &Definition, back: &HashSet<usize>) -> Vec<i32> {
    let mut ranks = vec![0; definition.nodes.len()];
    // Longest ways, by relaxing until nothing moves: without ways back that ends.
    for _ in 0..definition.nodes.len() {
        let mut moved = false;
        for node in 0..definition.nodes.len() {
            for (flow, next) in ways(definition, node) {
                if flow.is_some_and(|flow| back.contains(&flow)) {
                    continue;
                }
                let behind = ranks[node] + i32::from(flow.is_some());
                if ranks[next] < behind {
                    ranks[next] = behind;
                    moved = true;
                }
            }
        }
        if !moved {
            break;
        }
    }
    ranks
}

/// The row of each node, the first free one at or below that of whoever leads to it first.
fn rows(definition: &Definition, ranks: &[i32], back: &HashSet<usize>) -> Vec<i32> {
    let mut order: Vec<usize> = (0..definition.nodes.len()).collect();
    order.sort_by_key(|node| (ranks[*node], *node));
    let mut wanted: HashMap<usize, i32> = HashMap::from([(definition.start, 0)]);
    let mut taken = HashSet::new();
    let mut rows = vec![0; definition.nodes.len()];
    for node in order {
        let is_timer = matches!(definition.nodes[node].kind, Kind::Boundary { .. });
        let mut row = wanted.get(&node).copied().unwrap_or(0);
        while !is_timer && !taken.insert((ranks[node], row)) {
            row += 1;
        }
        rows[node] = row;
        let mut branch = i32::from(is_timer);
        for (flow, next) in ways(definition, node) {
            let leads_back = flow.is_some_and(|flow| back.contains(&flow));
            if !leads_back && !wanted.contains_key(&next) {
                wanted.insert(next, row + if flow.is_some() { branch } else { 0 });
                branch += i32::from(flow.is_some());
            }
        }
    }
    rows
}

/// Ways between nodes, each beside those that were drawn before it.
#[derive(Default)]
struct Lanes {
    back: i32,
    on: i32,
}

impl Lanes {
    /// A way on: straight to a neighbour, else through the gaps between columns and rows.
    fn on(&mut self, from: Rect, to: Rect) -> Vec<Point> {
        let (start, end) = (right_of(from), left_of(to));
        let near = end.x - start.x < COLUMN;
        if near && start.y == end.y {
            return vec![start, end];
        }
        self.on = (self.on + 1) % 4;
        let shift = self.on * LANE / 2;
        let (first, last) = (start.x + 12 + shift, end.x - 12 - shift);
        if near {
            return bend(&[start, at(first, start.y), at(first, end.y), end]);
        }
        // Above the row of the target no node stands.
        let lane = to.middle().y - ROW / 2 + 8 + shift;
        let ways = [at(first, start.y), at(first, lane), at(last, lane), at(last, end.y)];
        bend(&[&[start][..], &ways, &[end]].concat())
    }

    /// From a timer, which sits on the lower edge of a step.
    fn down(&mut self, from: Rect, to: Rect) -> Vec<Point> {
        let (start, end) = (at(from.middle().x, from.bottom()), left_of(to));
        self.on = (self.on + 1) % 4;
        let turn = start.y.max(end.y.min(start.y + 16 + self.on * 4));
        let last = end.x - 12 - self.on * LANE / 2;
        if end.y > start.y && end.x - start.x < 2 * COLUMN {
            return bend(&[start, at(start.x, end.y), end]);
        }
        let turn = if end.y > start.y { turn } else { start.y + 12 + self.on * 4 };
        bend(&[start, at(start.x, turn), at(last, turn), at(last, end.y), end])
    }

    /// A way back, above everything.
    fn back(&mut self, from: Rect, to: Rect) -> Vec<Point> {
        self.back += 1;
        let lane = -self.back * LANE;
        let (start, end) = (at(from.middle().x, from.y), at(to.middle().x, to.y));
        bend(&[start, at(start.x, lane), at(end.x, lane), end])
    }
}

/// Without points that change nothing.
fn bend(points: &[Point]) -> Vec<Point> {
    let mut way: Vec<Point> = Vec::with_capacity(points.len());
    for point in points {
        if way.last() != Some(point) {
            way.push(*point);
        }
    }
    way
}

fn at(x: i32, y: i32) -> Point {
    Point { x, y }
}

fn right_of(rect: Rect) -> Point {
    at(rect.right(), rect.middle().y)
}

fn left_of(rect: Rect) -> Point {
    at(rect.x, rect.middle().y)
}
