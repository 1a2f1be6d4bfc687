//! Redirect targets: a path on this origin, or the front page (ASVS 5.0.0 3.7.2).

/// The path when it stays on this origin, otherwise `/`.
///
/// Browsers read `//host`, `/\host` and anything with a scheme as another origin, and strip tabs and
/// line ends before they look, so a path is taken only when it is plain.
pub fn safe_path(path: &str) -> &str {
    if is_local(path) { path } else { "/" }
}

fn is_local(path: &str) -> bool {
    let mut bytes = path.bytes();
    bytes.next() == Some(b'/')
        && !matches!(bytes.next(), Some(b'/' | b'\\'))
        && path.len() <= 2_000
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}
