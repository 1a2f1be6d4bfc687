//! Mobile numbers, which in a desk are the address of a person.

use super::Flaw;
use super::typed::{compact, digits_of, sealed_text};

/// An Iranian mobile number, `+989…` and nine more digits. No operator is read from it: numbers
/// move between operators.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Mobile(String);

sealed_text!(Mobile, "Mobile(…)");

impl Mobile {
    /// A number as typed: with or without 0, 98, +98 or 0098 before it.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let typed = compact(text);
        let number = without_prefix(&typed);
        match digits_of(number) {
            Some(digits) if digits.len() == 10 && digits[0] == 9 => {
                Ok(Self(format!("+98{number}")))
            }
            Some(digits) if is_landline(&typed, &digits) => Err(Flaw::MobileLandline),
            _ => Err(Flaw::MobileFormat),
        }
    }

    /// As shown and dialled in Iran: `0912 345 6789`.
    pub fn display(&self) -> String {
        let number = self.national();
        format!("0{} {} {}", &number[..3], &number[3..6], &number[6..])
    }

    /// For telling the owner where a message went, and nobody else the number: `0912***6789`.
    pub fn masked(&self) -> String {
        let number = self.national();
        format!("0{}***{}", &number[..3], &number[6..])
    }

    fn national(&self) -> &str {
        &self.0[3..]
    }
}

/// The number without country code and trunk zero; `+9809…` is a common slip and is repaired.
fn without_prefix(typed: &str) -> &str {
    let abroad = ["+98", "0098"].iter().find_map(|code| typed.strip_prefix(code));
    // Without a plus, 98 is the country code only if a whole number follows it.
    let bare = || typed.strip_prefix("98").filter(|rest| rest.len() >= 10);
    let number = abroad.or_else(bare).unwrap_or(typed);
    number.strip_prefix('0').unwrap_or(number)
}

fn is_landline(typed: &str, number: &[u32]) -> bool {
    let from_country = typed.starts_with('0') || typed.starts_with('+') || typed.starts_with("98");
    from_country && number.len() == 10 && (1..=8).contains(&number[0])
}
