//! A BPMN file as a tree that can be looked at, changed and written back.

use super::{Child, Element};
use crate::problem::Problem;

/// A whole file, `definitions` and what stands around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Comments and instructions before the root.
    pub before: Vec<Child>,
    /// `bpmn:definitions`.
    pub root: Element,
    /// Comments and instructions behind the root.
    pub after: Vec<Child>,
}

impl Document {
    /// Read a file of at most 2 MB and 64 levels, without document type and entities.
    ///
    /// # Errors
    /// What is wrong with it, and on which line, when it is no well-formed BPMN file.
    pub fn read(xml: &str) -> Result<Self, Problem> {
        super::read(xml)
    }

    /// The file's text. Reading it again gives an equal document.
    pub fn write(&self) -> String {
        super::write::document(self)
    }

    /// The first element with this id, of whatever vocabulary.
    pub fn find(&self, id: &str) -> Option<&Element> {
        let mut ahead = vec![&self.root];
        while let Some(element) = ahead.pop() {
            if element.get("id") == Some(id) {
                return Some(element);
            }
            ahead.extend(element.elements().rev());
        }
        None
    }
}
