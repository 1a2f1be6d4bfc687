//! XML as this crate needs it: a whole document as a tree, read under limits and written back.
//!
//! Nothing is lost on the way: elements and attributes of other makers, diagram interchange,
//! comments and blanks stay where they stood. What XML itself holds to be equal may change its
//! spelling: character references, CDATA sections, quotes and the order of nothing.

mod document;
mod element;
mod tree;
mod write;

use quick_xml::Reader;

use crate::problem::{Problem, ProblemKind};
pub use document::Document;
pub use element::{Attribute, Child, Element, Space};
use tree::Tree;

/// No agency's procedure comes near this; it bounds what a hostile upload can cost.
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Read a whole document.
pub(crate) fn read(text: &str) -> Result<Document, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MOST_BYTES {
        return Err(problem(1, ProblemKind::TooLarge, format!("more than {MOST_BYTES} bytes")));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut tree = Tree::new(text);
    loop {
        tree.line_at(usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX));
        let event = reader.read_event().map_err(|fault| tree.malformed(fault.to_string()))?;
        if tree.take(event)? {
            return tree.finish();
        }
    }
}

fn problem(line: u32, kind: ProblemKind, detail: impl Into<String>) -> Problem {
    Problem { element: None, line, kind, detail: detail.into() }
}
