//! کد پستی: the ten-digit code of an address.

use super::Flaw;
use super::typed::{all_equal, compact, digits_of, sealed_text};

/// A postal code. The post publishes no check digit, so only what can never be is refused.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PostalCode(String);

sealed_text!(PostalCode, "PostalCode(…)");

impl PostalCode {
    /// A code as typed: ten digits, the first not 0, not all equal.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let code = compact(text);
        let digits = digits_of(&code).ok_or(Flaw::PostalCodeFormat)?;
        match digits.as_slice() {
            digits if digits.len() != 10 => Err(Flaw::PostalCodeLength),
            digits if all_equal(digits) => Err(Flaw::PostalCodeRepeated),
            [0, ..] => Err(Flaw::PostalCodeZero),
            _ => Ok(Self(code)),
        }
    }

    /// Whether the code breaks the habits of real ones (no 0 or 2 among the first five and no 2
    /// after them, the fifth not 5, the first four not equal). Known from practice, not from a
    /// regulation: a reason to ask, not to refuse.
    pub fn is_doubtful(&self) -> bool {
        let code = self.0.as_bytes();
        code[..4].iter().any(|digit| matches!(digit, b'0' | b'2'))
            || code[..4].windows(2).all(|pair| pair[0] == pair[1])
            || matches!(code[4], b'0' | b'2' | b'5')
            || code[5..].contains(&b'2')
    }

    /// As shown on envelopes: `12345-67890`.
    pub fn display(&self) -> String {
        format!("{}-{}", &self.0[..5], &self.0[5..])
    }
}
