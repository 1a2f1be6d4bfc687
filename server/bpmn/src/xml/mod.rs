//! XML as this crate needs it: a small tree of the BPMN and `desk:` elements, read under limits.
//!
//! Everything in another namespace (diagram interchange, other makers' extensions) is read over.

mod tree;

use quick_xml::Reader;

use crate::problem::{Problem, ProblemKind};
use tree::Tree;

/// No agency's procedure comes near this; it bounds what a hostile upload can cost.
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Which vocabulary a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    /// BPMN 2.0 itself.
    Bpmn,
    /// Our extensions, `urn:mizban:bpmn:1`.
    Desk,
    Other,
}

impl Space {
    fn of(address: &str) -> Self {
        match address {
            "http://www.omg.org/spec/BPMN/20100524/MODEL" => Self::Bpmn,
            "urn:mizban:bpmn:1" => Self::Desk,
            _ => Self::Other,
        }
    }
}

pub(crate) struct Attribute {
    pub(crate) space: Space,
    pub(crate) name: String,
    pub(crate) value: String,
}

pub(crate) struct Element {
    pub(crate) space: Space,
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Vec<Element>,
    /// All character data directly inside, not trimmed.
    pub(crate) text: String,
    pub(crate) line: u32,
}

impl Element {
    /// An attribute of BPMN's own, which stands without a prefix.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|attribute| attribute.space == Space::Bpmn && attribute.name == name)
            .map(|attribute| attribute.value.as_str())
    }

    pub(crate) fn id(&self) -> Option<&str> {
        self.get("id").filter(|id| !id.is_empty())
    }

    /// The children with this BPMN name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.is(name))
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.space == Space::Bpmn && self.name == name
    }
}

/// Read a whole document.
pub(crate) fn read(text: &str) -> Result<Element, Problem> {
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
