//! File names as they came with an upload, made safe to show and to offer for download.

use super::clean;

/// Longest name in characters: with Persian letters in UTF-8 it still fits the 255 bytes of
/// common file systems, except in odd cases that only shorten what is shown.
const LONGEST: usize = 150;
const LONGEST_EXTENSION: usize = 10;
const NAMELESS: &str = "file";

/// A name for showing and downloading: no folders, no control or direction characters (so that
/// `gpj.exe` cannot read as `exe.jpg`), none that file systems refuse, at most 150 characters,
/// with its extension. Never used as a path: documents are stored under their ids.
pub fn file_name(text: &str) -> String {
    let name = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String =
        clean(name).chars().map(|c| if is_refused(c) { '-' } else { c }).collect();
    let trimmed = visible.trim_matches(is_edge);
    if trimmed.is_empty() { NAMELESS.to_owned() } else { shortened(trimmed) }
}

/// File systems drop dots and spaces at the end of a name, and hide a name that begins with a dot.
fn is_edge(c: char) -> bool {
    c == '.' || c.is_whitespace()
}

fn is_refused(c: char) -> bool {
    c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*')
}

fn shortened(name: &str) -> String {
    let extension = extension(name);
    let room = LONGEST - extension.chars().count();
    let stem = name.strip_suffix(extension).unwrap_or(name);
    let stem: String = stem.chars().take(room).collect();
    format!("{}{extension}", stem.trim_end_matches(is_edge))
}

/// The last dot and what follows, if that can be an extension.
fn extension(name: &str) -> &str {
    match name.rfind('.').map(|at| &name[at..]) {
        Some(end)
            if end.len() <= LONGEST_EXTENSION
                && end[1..].chars().all(|c| c.is_ascii_alphanumeric()) =>
        {
            end
        }
        _ => "",
    }
}
