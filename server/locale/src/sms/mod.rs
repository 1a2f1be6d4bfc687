//! How long a text message is, counted as carriers bill it (3GPP TS 23.038 and 23.040).

/// Characters of the GSM 7-bit default alphabet, each one septet (TS 23.038, 6.2.1).
const GSM_BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                         ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Characters of its extension table, each an escape and a septet.
const GSM_EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// Length of a text: UTF-16 code units, or septets when every character is in the GSM alphabet.
///
/// In a Persian text each letter, digit, ZWNJ and newline counts one, an emoji two.
pub fn units(text: &str) -> usize {
    let alphabet = Alphabet::of(text);
    text.chars().map(|c| alphabet.width(c)).sum()
}

/// In how many parts a text is sent: 70 units alone and 67 each when joined (UCS-2), or 160 and
/// 153 (GSM). An empty text has none. A character is never split between two parts.
pub fn parts(text: &str) -> usize {
    let alphabet = Alphabet::of(text);
    let (alone, joined) = alphabet.room();
    match units(text) {
        0 => 0,
        length if length <= alone => 1,
        _ => joined_parts(text, &alphabet, joined),
    }
}

fn joined_parts(text: &str, alphabet: &Alphabet, room: usize) -> usize {
    let (mut parts, mut filled) = (1, 0);
    for width in text.chars().map(|c| alphabet.width(c)) {
        if filled + width > room {
            parts += 1;
            filled = 0;
        }
        filled += width;
    }
    parts
}

enum Alphabet {
    Gsm,
    Ucs2,
}

impl Alphabet {
    fn of(text: &str) -> Self {
        let gsm = text.chars().all(|c| GSM_BASIC.contains(c) || GSM_EXTENSION.contains(c));
        if gsm { Self::Gsm } else { Self::Ucs2 }
    }

    fn width(&self, c: char) -> usize {
        match self {
            Self::Gsm if GSM_EXTENSION.contains(c) => 2,
            Self::Gsm => 1,
            Self::Ucs2 => c.len_utf16(),
        }
    }

    fn room(&self) -> (usize, usize) {
        match self {
            Self::Gsm => (160, 153),
            Self::Ucs2 => (70, 67),
        }
    }
}

#[cfg(test)]
mod tests;
