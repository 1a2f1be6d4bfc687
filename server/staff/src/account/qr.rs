//! A QR code as the path of an inline picture: the policy of the pages forbids nothing of it, and
//! what is within it, be it a secret, goes nowhere else.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

/// The white margin that readers need (ISO/IEC 18004), in modules.
const MARGIN: i32 = 4;

#[derive(Debug, Serialize)]
pub struct Qr {
    /// Width and height in modules, margin included.
    side: i32,
    /// One square for each dark module, in SVG's words.
    path: String,
}

impl Qr {
    /// Nothing when the text is too long for any code.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            for x in (0..size).filter(|x| code.get_module(*x, y)) {
                let _ = write!(path, "M{} {}h1v1h-1z", x + MARGIN, y + MARGIN);
            }
        }
        Some(Self { side: size + 2 * MARGIN, path })
    }
}

#[cfg(test)]
mod tests {
    use super::Qr;

    #[test]
    fn a_code_is_drawn_with_its_three_finders_and_its_margin() {
        let qr = Qr::of("otpauth://totp/a").unwrap();
        assert_eq!(qr.side, 25 + 8, "version 2");
        for corner in ["M4 4h1", "M28 4h1", "M4 28h1"] {
            assert!(qr.path.contains(corner), "{corner}");
        }
        assert!(!qr.path.contains("M28 28h1v1h-1zM28 28"), "a module is drawn once");
        assert!(Qr::of(&"a".repeat(4_000)).is_none());
    }
}
