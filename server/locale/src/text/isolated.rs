//! Somebody's own words within a sentence of ours.

/// First strong isolate, and its end (Unicode, annex 9).
const BEGINS: char = '\u{2068}';
const ENDS: char = '\u{2069}';

/// A piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    Ours(&'a str),
    Theirs(&'a str),
}

/// What somebody typed, fit for a sentence: it keeps its own direction, and is known again there.
pub fn isolated(typed: &str) -> String {
    let plain = typed.replace([BEGINS, ENDS], "");
    format!("{BEGINS}{plain}{ENDS}")
}

/// A sentence taken apart: what is ours, and what was put in [`isolated`].
pub fn parts(sentence: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = sentence;
    while let Some((ours, after)) = rest.split_once(BEGINS) {
        let (theirs, after) = after.split_once(ENDS).unwrap_or((after, ""));
        parts.extend([Part::Ours(ours), Part::Theirs(theirs)]);
        rest = after;
    }
    parts.push(Part::Ours(rest));
    parts.retain(|part| !matches!(part, Part::Ours("")));
    parts
}
