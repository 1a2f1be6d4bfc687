//! What was found wrong while a type took a file's contents, and what stands in for it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de;

use super::Node;

/// Repairs are known by the byte at which the thing at fault begins.
#[derive(Default)]
pub(super) struct Repairs {
    /// Mistakes that needed no repair, because reading goes past them.
    pub(super) passed: RefCell<BTreeMap<usize, String>>,
    /// Nodes that cannot be used: a filler stands in for each.
    pub(super) filled: BTreeSet<usize>,
    /// Items and members that are left out.
    pub(super) left_out: BTreeSet<usize>,
    /// Members that an object lacks: the object, and the member's name.
    pub(super) added: BTreeSet<(usize, &'static str)>,
}

impl Repairs {
    /// Mend what a reading fell over. False where nothing stands in for it.
    pub(super) fn mend(&mut self, root: &Node, wrong: &Wrong) -> bool {
        match wrong.cause {
            Cause::Lacks(member) => self.added.insert((wrong.offset, member)),
            Cause::Name => self.left_out.insert(wrong.offset),
            Cause::Value => {
                self.filled.insert(wrong.offset)
                    || item_around(root, wrong.offset).is_some_and(|it| self.left_out.insert(it))
            }
        }
    }

    /// Whether the same thing was met before, and something stands in for it that is wrong too.
    pub(super) fn has_met(&self, wrong: &Wrong) -> bool {
        matches!(wrong.cause, Cause::Value) && self.filled.contains(&wrong.offset)
    }
}

/// The innermost item of a list that holds the node which begins here.
fn item_around(node: &Node, offset: usize) -> Option<usize> {
    let last = node.inner().take_while(|inner| inner.offset <= offset).last()?;
    let is_item = matches!(node.shape, super::Shape::List(_));
    item_around(last, offset).or_else(|| is_item.then_some(last.offset))
}

/// Why a type would not take what it was given.
#[derive(Debug)]
pub(super) struct Wrong {
    placed: bool,
    pub(super) offset: usize,
    pub(super) cause: Cause,
    pub(super) detail: String,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Cause {
    Lacks(&'static str),
    /// The name of an entry that may have any of several names.
    Name,
    Value,
}

impl Wrong {
    /// Say where, unless something further in said so already.
    pub(super) fn at(self, offset: usize) -> Self {
        if self.placed { self } else { Self { offset, placed: true, ..self } }
    }

    pub(super) fn name(self) -> Self {
        Self { cause: Cause::Name, ..self }
    }
}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(detail: T) -> Self {
        Self { placed: false, offset: 0, cause: Cause::Value, detail: detail.to_string() }
    }

    fn missing_field(field: &'static str) -> Self {
        let detail = format!("{field} is missing");
        Self { placed: false, offset: 0, cause: Cause::Lacks(field), detail }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl std::error::Error for Wrong {}
