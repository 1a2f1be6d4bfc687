//! The shapes that a text takes on its way into a file, a log line or a dump.

/// One shape of a text.
pub(super) struct Shape {
    pub(super) kind: &'static str,
    text: String,
    /// A short number must stand by itself: six digits turn up in instants and ids by chance.
    alone: bool,
}

impl Shape {
    /// The beginning of the line where it stands, if it does.
    pub(super) fn line_in<'a>(&self, text: &'a str) -> Option<&'a str> {
        let mut hits = text.match_indices(self.text.as_str());
        let (at, _) = hits.find(|(at, hit)| !self.alone || stands_alone(text, *at, hit.len()))?;
        let begin = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = (begin..=(begin + 160).min(text.len())).rev().find(|e| text.is_char_boundary(*e));
        end.map(|end| text[begin..end].lines().next().unwrap_or_default())
    }
}

fn stands_alone(text: &str, at: usize, length: usize) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '.';
    !text[..at].ends_with(part) && !text[at + length..].starts_with(part)
}

/// Every shape in which a text is looked for.
pub(super) fn of(text: &str) -> Vec<Shape> {
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut shapes = vec![
        plain("plain", text),
        plain("in Persian digits", &in_persian(text)),
        piece("hex", hex::encode(text)),
        piece("HEX", hex::encode_upper(text)),
        piece("hex of UTF-16LE", hex::encode(&little)),
        piece("hex of UTF-16BE", hex::encode(&big)),
        piece("JSON escapes", escaped(text)),
        piece("URL escapes", form_urlencoded::byte_serialize(text.as_bytes()).collect()),
    ];
    for bytes in [text.as_bytes(), &little, &big] {
        for skipped in 0..3 {
            let base64 = base64(bytes, skipped);
            let url = base64.replace('+', "-").replace('/', "_");
            shapes.extend([piece("base64", base64), piece("base64url", url)]);
        }
    }
    // Nothing can be said of a shape that is too short to be no coincidence.
    shapes.retain(|shape| shape.alone || shape.text.len() >= 8);
    shapes
}

fn piece(kind: &'static str, text: String) -> Shape {
    Shape { kind, text, alone: false }
}

fn plain(kind: &'static str, text: &str) -> Shape {
    Shape { kind, text: text.to_owned(), alone: text.chars().count() <= 6 }
}

/// As JSON writes letters beyond ASCII when it is told to be careful.
pub(super) fn escaped(text: &str) -> String {
    text.encode_utf16()
        .flat_map(|unit| format!("\\u{unit:04x}").into_bytes())
        .map(char::from)
        .collect()
}

fn in_persian(text: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|d| char::from_u32(0x06F0 + d)).unwrap_or(c);
    text.chars().map(digit).collect()
}

/// What base64 makes of bytes that begin `skipped` bytes into a group of three: the part that does
/// not depend on what stands before and after them.
fn base64(bytes: &[u8], skipped: usize) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let own = &bytes[(3 - skipped) % 3..];
    let mut text = String::new();
    for three in own.chunks_exact(3) {
        let bits = u32::from(three[0]) << 16 | u32::from(three[1]) << 8 | u32::from(three[2]);
        for shift in [18, 12, 6, 0] {
            text.push(char::from(LETTERS[(bits >> shift & 63) as usize]));
        }
    }
    text
}

#[test]
fn base64_is_found_wherever_it_begins() {
    // `printf 'xxcanary' | base64` and so on.
    for (skipped, whole) in [(0, "Y2FuYXJ5"), (1, "eGNhbmFyeQ=="), (2, "eHhjYW5hcnk=")] {
        let part = base64(b"canary", skipped);
        assert!(part.len() >= 4 && whole.contains(&part), "{skipped}: {part} in {whole}");
    }
}
