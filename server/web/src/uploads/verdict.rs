//! The judgement on one file: do name, declared type and content agree, and is it one thing only?
//!
//! A polyglot is a file that is something else as well, for whoever reads it another way: a PDF with a
//! ZIP archive behind it, an image that opens with markup (ASVS 5.0.0 5.2.2).

use serde::Serialize;

use super::{FileRule, Kind, spool::Spooled};

/// Why a file was not taken; its words are `upload-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::EnumIter)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Flaw {
    /// Nothing in it.
    Empty,
    /// More bytes than the field takes.
    TooBig,
    /// More files than the field takes.
    TooMany,
    /// Its name, its declared type or its content is of no kind that the field takes.
    WrongType,
    /// Name, declared type and content do not say the same.
    Mismatch,
    /// It is two things at once, or carries script.
    Unsafe,
    /// It breaks off before its end.
    Damaged,
}

impl Flaw {
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// What opens a page or a program when a browser or a server takes the file for one.
const ACTIVE: [&[u8]; 9] = [
    b"<script",
    b"<html",
    b"<svg",
    b"<!doctype",
    b"<iframe",
    b"<body",
    b"<?php",
    b"<object",
    b"<embed",
];

/// How far into a file readers look for its beginning or browsers for markup.
const LOOKED_AT: usize = 1_024;

pub(super) fn judge(file: &Spooled, declared: Option<&str>, rule: &FileRule) -> Result<Kind, Flaw> {
    if file.size == 0 {
        return Err(Flaw::Empty);
    }
    let named = Kind::of_name(&file.name).ok_or(Flaw::WrongType)?;
    let declared = declared.and_then(Kind::of_media_type).ok_or(Flaw::WrongType)?;
    let content = Kind::of_content(&file.head).ok_or(Flaw::WrongType)?;
    if named != declared || declared != content {
        return Err(Flaw::Mismatch);
    }
    if !rule.kinds.contains(&content) {
        return Err(Flaw::WrongType);
    }
    if is_more(content, file) {
        return Err(Flaw::Unsafe);
    }
    if ends_early(content, file) {
        return Err(Flaw::Damaged);
    }
    Ok(content)
}

/// Whether the file is also something else.
fn is_more(kind: Kind, file: &Spooled) -> bool {
    let start = &file.head[..file.head.len().min(LOOKED_AT)];
    let lower = file.head.to_ascii_lowercase();
    let active = ACTIVE.iter().any(|marker| contains(&lower, marker));
    // A PDF reader accepts its header anywhere in the first kilobyte.
    let hidden_pdf = kind != Kind::Pdf && contains(start, b"%PDF-");
    active || hidden_pdf || file.has_archive || trails(kind, file)
}

/// Whether something stands behind the end. Cameras put previews behind a JPEG's, so that is left
/// alone; a PNG has nothing behind its end, a PDF a line or two.
fn trails(kind: Kind, file: &Spooled) -> bool {
    match kind {
        Kind::Png => contains(&file.tail, PNG_END) && !file.tail.ends_with(PNG_END),
        Kind::Pdf => match find_last(&file.tail, PDF_END) {
            Some(at) => file.tail.len() - at > LOOKED_AT,
            None => false,
        },
        Kind::Jpg => false,
    }
}

const PNG_END: &[u8] = b"IEND\xae\x42\x60\x82";
const PDF_END: &[u8] = b"%%EOF";

/// Whether the content breaks off.
fn ends_early(kind: Kind, file: &Spooled) -> bool {
    match kind {
        Kind::Png => {
            !contains(&file.tail, PNG_END)
                || file.head.get(12..16).is_none_or(|name| name != b"IHDR")
        }
        Kind::Pdf => find_last(&file.tail, PDF_END).is_none(),
        Kind::Jpg => !file.has_jpeg_end,
    }
}

pub(super) fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

fn find_last(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).rposition(|window| window == part)
}
