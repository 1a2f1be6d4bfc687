//! The steps and flows of a file that need not hold together.

use std::collections::HashMap;

use crate::definition::{Flow, Node, Step};
use crate::report::Report;
use crate::xml;

use super::{Options, Reading, text_of};

/// What a file says, whether or not it can be published: for whoever checks the names in it beside
/// the graph, so that one mistake in the graph does not hide those in the names.
#[derive(Debug, Clone, Default)]
pub struct Sketch {
    /// The name of the process and what the desk says of it as a whole.
    pub head: Option<(String, Step)>,
    pub nodes: Vec<Placed<Node>>,
    pub flows: Vec<Placed<Flow>>,
}

/// An element and the line of the text on which it begins, counted from 1.
#[derive(Debug, Clone)]
pub struct Placed<T> {
    pub line: u32,
    pub it: T,
}

/// Sketch the process of a file. What cannot be read at all is left out; [`super::read`] says why.
pub fn sketch(text: &str) -> Sketch {
    let Ok(document) = xml::read(text) else { return Sketch::default() };
    let root = &document.root;
    let (options, report, data) = (Options::default(), Report::default(), HashMap::new());
    let mut reading = Reading { options, check: &|_| Ok(()), report, data };
    reading.places(root);
    let process = reading.process(root);
    let head = process.map(|it| (text_of(it.get("name")), reading.step(it)));
    let parts = process.and_then(|process| reading.parts(root, process)).unwrap_or_default();
    let line = |id: &str| reading.report.line_of(id);
    Sketch {
        head,
        nodes: parts.nodes.into_iter().map(|it| Placed { line: line(&it.id), it }).collect(),
        flows: parts.flows.into_iter().map(|it| Placed { line: line(&it.id), it }).collect(),
    }
}
