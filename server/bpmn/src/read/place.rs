//! Where the reader is: a scope of the file.

use std::collections::HashMap;

use crate::xml::Element;

/// A process or sub-process whose children are being read.
#[derive(Clone, Copy)]
pub(super) struct Place<'e> {
    pub(super) roots: &'e HashMap<&'e str, &'e Element>,
    /// The element whose children are the scope's nodes and flows.
    pub(super) element: &'e Element,
    /// The scope's id; none for the process itself.
    pub(super) scope: Option<&'e str>,
}

impl<'e> Place<'e> {
    pub(super) fn is_process(&self) -> bool {
        self.element.is("process")
    }

    /// A child of `definitions` by its kind and id. The reference is a qualified name, but files
    /// of one's own rarely bother with the prefix.
    pub(super) fn of_root(&self, kind: &str, reference: &str) -> Option<&'e Element> {
        let local = reference.rsplit(':').next().unwrap_or(reference);
        let named = self.roots.get(reference).or_else(|| self.roots.get(local))?;
        Some(*named).filter(|element| element.is(kind))
    }
}

/// The children of `definitions` by their ids.
pub(super) fn roots(root: &Element) -> HashMap<&str, &Element> {
    root.parts().filter_map(|element| Some((element.id()?, element))).collect()
}
