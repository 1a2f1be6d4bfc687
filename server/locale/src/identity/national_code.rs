//! کد ملی: the ten-digit code of a natural person.

use super::Flaw;
use super::typed::{all_equal, compact, digits_of, sealed_text};

/// A national code with a right check digit. Leading zeros are part of it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct NationalCode(String);

sealed_text!(NationalCode, "NationalCode(…)");

impl NationalCode {
    /// A code as typed, in any digits.
    ///
    /// The check digit is the weighted sum of the nine digits before it (weights 10 to 2) modulo
    /// 11, taken from 11 if it is 2 or more.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let code = compact(text);
        let digits = digits_of(&code).ok_or(Flaw::NationalCodeFormat)?;
        match digits.as_slice() {
            digits if digits.len() != 10 => Err(Flaw::NationalCodeLength),
            digits if all_equal(digits) => Err(Flaw::NationalCodeRepeated),
            digits if check_digit(&digits[..9]) != digits[9] => Err(Flaw::NationalCodeCheck),
            _ => Ok(Self(code)),
        }
    }

    /// The code that was probably meant by eight or nine digits: spreadsheets drop leading zeros.
    /// To be offered to the person, never taken silently.
    pub fn padded(text: &str) -> Option<Self> {
        let code = compact(text);
        matches!(code.len(), 8 | 9).then(|| Self::parse(&format!("{code:0>10}")).ok()).flatten()
    }

    /// Whether the code looks made up (1234567891 passes the check): a reason to ask, not to
    /// refuse.
    pub fn is_doubtful(&self) -> bool {
        "012345678901234567890".contains(&self.0[..9])
            || "98765432109876543210".contains(&self.0[..9])
    }

    /// The last four digits, with which an applicant proves to know the code.
    pub fn last4(&self) -> &str {
        &self.0[6..]
    }

    /// As shown to those who may see it: the ten digits.
    pub fn display(&self) -> String {
        self.0.clone()
    }
}

fn check_digit(nine: &[u32]) -> u32 {
    let sum: u32 = nine.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    match sum % 11 {
        small @ (0 | 1) => small,
        rest => 11 - rest,
    }
}
