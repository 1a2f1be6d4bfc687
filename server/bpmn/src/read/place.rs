//! Where the reader is: a scope of the file.

use crate::xml::Element;

/// A process or sub-process whose children are being read.
#[derive(Clone, Copy)]
pub(super) struct Place<'e> {
    pub(super) root: &'e Element,
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
        let is_it = |it: &&Element| it.id().is_some_and(|id| id == reference || id == local);
        self.root.elements().filter(|child| child.is(kind)).find(is_it)
    }

    /// What a piece of data is called (10.4.1): references to it go by id, expressions by name.
    pub(super) fn data_name(&self, reference: &str) -> String {
        let mut ahead = vec![self.root];
        while let Some(element) = ahead.pop() {
            if element.get("id") == Some(reference) {
                let name = super::text_of(element.get("name"));
                return if name.is_empty() { reference.to_owned() } else { name };
            }
            ahead.extend(element.parts());
        }
        reference.to_owned()
    }
}
