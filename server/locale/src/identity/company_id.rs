//! شناسه ملی: the eleven-digit identifier of a legal person.

use super::Flaw;
use super::typed::{compact, digits_of, sealed_text};

const WEIGHTS: [u32; 5] = [29, 27, 23, 19, 17];

/// A legal person's national identifier with a right check digit.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CompanyId(String);

sealed_text!(CompanyId, "CompanyId(…)");

impl CompanyId {
    /// An identifier as typed, in any digits.
    ///
    /// To each of the ten digits the tenth plus two is added; the sum, weighted with 29, 27, 23,
    /// 19, 17 in turn, modulo 11 is the check digit, 10 counting as 0.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let id = compact(text);
        let digits = digits_of(&id).ok_or(Flaw::CompanyIdFormat)?;
        match digits.as_slice() {
            digits if digits.len() != 11 => Err(Flaw::CompanyIdLength),
            digits if digits[3..9].iter().all(|digit| *digit == 0) => Err(Flaw::CompanyIdBlank),
            digits if check_digit(&digits[..10]) != digits[10] => Err(Flaw::CompanyIdCheck),
            _ => Ok(Self(id)),
        }
    }

    /// As shown: the eleven digits.
    pub fn display(&self) -> String {
        self.0.clone()
    }
}

fn check_digit(ten: &[u32]) -> u32 {
    let added = ten[9] + 2;
    let weighted = ten.iter().zip(WEIGHTS.iter().cycle());
    let sum: u32 = weighted.map(|(digit, weight)| (digit + added) * weight).sum();
    sum % 11 % 10
}
