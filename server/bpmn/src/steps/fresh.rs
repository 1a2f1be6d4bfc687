//! Ids that nothing else in the list has.

use std::collections::HashSet;

use super::compose::parts;
use super::model::{Arrow, StepList, Tag};

pub(super) struct Ids(HashSet<String>);

impl Ids {
    pub(super) fn of(list: &StepList) -> Self {
        let mut taken = HashSet::from([list.process.clone()]);
        for step in &list.steps {
            let (nodes, flows) = parts(step);
            taken.extend(nodes.into_iter().map(|node| node.id));
            taken.extend(flows);
        }
        Self(taken)
    }

    /// `wanted`, or the same with a number behind it.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        let mut all = std::iter::once(wanted.to_owned()).chain(numbered);
        let free = all.find(|id| !self.0.contains(id)).unwrap_or_default();
        self.0.insert(free.clone());
        free
    }

    pub(super) fn tag(&mut self, wanted: &str) -> Tag {
        Tag { id: self.take(wanted), ..Tag::default() }
    }

    /// Name a flow that has no name yet.
    pub(super) fn name(&mut self, arrow: &mut Arrow, from: &str, to: &str) {
        if arrow.id.is_empty() {
            arrow.id = self.take(&format!("{from}-{to}"));
        }
    }
}
