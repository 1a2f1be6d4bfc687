//! JSON that remembers where it stands: the files of a blueprint are written by people, who want to
//! be told every mistake at once, each with its line and column.
//!
//! [`Document::read`] gives a type what the file says. Where the file is wrong it notes the mistake,
//! puts something harmless in its place and reads on, so that one mistake does not hide the next.

mod filler;
mod node;
mod read;
mod repairs;
mod take;
#[cfg(test)]
mod tests;

use std::fmt;

pub(super) use node::{Node, Shape};

/// A file that is well-formed JSON.
pub(super) struct Document {
    root: Node,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    text: String,
}

/// Where something stands: line and column, counted from 1; columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) line: u32,
    pub(super) column: u32,
}

/// A mistake and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) at: At,
    pub(super) detail: String,
}

impl Document {
    /// Read a text. A file that is not JSON has one mistake, and nothing more can be said of it.
    pub(super) fn parse(text: &str) -> Result<Self, Mistake> {
        let lines = lines(text);
        let root = node::parse(text)
            .map_err(|(offset, detail)| Mistake { at: at(text, &lines, offset), detail })?;
        Ok(Self { root, lines, text: text.to_owned() })
    }

    pub(super) fn root(&self) -> &Node {
        &self.root
    }

    /// Where the thing at a path such as `units/2/title` stands, or the nearest thing around it that
    /// is there.
    pub(super) fn at(&self, path: &str) -> At {
        self.place(self.found(path).0)
    }

    /// The last line of the thing at a path, where it is there.
    pub(super) fn last_line(&self, path: &str) -> Option<u32> {
        self.found(path).1.map(|node| self.place(node.last_offset()).line)
    }

    /// Where a path leads, and whether it leads to its end.
    fn found(&self, path: &str) -> (usize, Option<&Node>) {
        let mut node = &self.root;
        let mut offset = node.offset;
        for step in path.split('/').filter(|step| !step.is_empty()) {
            let Some((begins, inner)) = node.step(step) else { return (offset, None) };
            (offset, node) = (begins, inner);
        }
        (offset, Some(node))
    }

    /// Where the first member of this name with this text stands.
    pub(super) fn member(&self, name: &str, text: &str) -> Option<At> {
        self.root.find(name, text).map(|offset| self.place(offset))
    }

    pub(super) fn place(&self, offset: usize) -> At {
        at(&self.text, &self.lines, offset)
    }

    /// Members that stand twice in one object: the second one is read over.
    pub(super) fn repeated(&self) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        self.root.repeated(&mut |offset, name| {
            let detail = format!("{name} stands twice");
            mistakes.push(Mistake { at: self.place(offset), detail });
        });
        mistakes
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("lines", &self.lines.len()).finish_non_exhaustive()
    }
}

fn lines(text: &str) -> Vec<usize> {
    let after = text.match_indices('\n').map(|(offset, _)| offset + 1);
    std::iter::once(0).chain(after).collect()
}

fn at(text: &str, lines: &[usize], offset: usize) -> At {
    let line = lines.partition_point(|begins| *begins <= offset);
    let before = text.get(lines[line - 1]..offset.min(text.len())).unwrap_or_default();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    At { line: count(line), column: count(before.chars().count() + 1) }
}
