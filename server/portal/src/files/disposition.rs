//! `Content-Disposition` for names in any script (RFC 6266, RFC 8187).

use std::fmt::Write as _;

/// What RFC 8187 lets stand as it is, beside letters and digits.
const PLAIN: &[u8] = b"!#$&+-.^_`|~";

/// `attachment` with the name encoded, and a plain one for whoever does not read that. Nothing of
/// the name reaches the header unencoded, so no quote, line end or direction mark can do harm.
pub(super) fn attachment(name: &str) -> String {
    let name = locale::text::file_name(name);
    format!("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain(&name), encoded(&name))
}

fn encoded(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

/// The ending under a name of ours: a name in letters that the reader cannot take would be rubbish.
fn plain(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let simple = !ending.is_empty()
        && ending.len() <= 8
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if simple { format!("document.{ending}") } else { "document".to_owned() }
}
