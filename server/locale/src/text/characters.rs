//! Which characters are text, and which only steer it.

/// Controls that change the writing direction, and the byte order mark.
pub(super) fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// What is never stored: direction controls and control characters, but newline and tab.
pub(super) fn is_unwanted(c: char) -> bool {
    is_direction_control(c) || (c.is_control() && c != '\n' && c != '\t')
}

/// What leaves no mark between two digits: direction controls, joiners and zero-width spaces.
pub(crate) fn is_invisible(c: char) -> bool {
    is_direction_control(c)
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Every way to end a line is `\n` here, so that one line stays one line in logs and mails.
pub(super) fn newline(c: char) -> char {
    match c {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        other => other,
    }
}
