//! شماره شبا: the number of a bank account in Iran (ISO 13616).

use super::Flaw;
use super::typed::{compact, digits_of, sealed_text};

/// An Iranian IBAN: `IR` and 24 digits, of which the first two are the check digits.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Iban(String);

sealed_text!(Iban, "Iban(…)");

impl Iban {
    /// A number as typed, with or without `IR`. Its check is ISO 7064 MOD 97-10.
    pub fn parse(text: &str) -> Result<Self, Flaw> {
        let typed = compact(text).to_ascii_uppercase();
        let number = typed.strip_prefix("IR").unwrap_or(&typed);
        let digits = digits_of(number).ok_or(Flaw::IbanFormat)?;
        match digits.len() {
            24 if remainder(&digits) == 1 => Ok(Self(format!("IR{number}"))),
            24 => Err(Flaw::IbanCheck),
            _ => Err(Flaw::IbanLength),
        }
    }

    /// As printed: `IR82 0540 1026 8002 0817 9090 02`.
    pub fn display(&self) -> String {
        let fours: Vec<String> = self
            .0
            .as_bytes()
            .chunks(4)
            .map(|four| String::from_utf8_lossy(four).into_owned())
            .collect();
        fours.join(" ")
    }
}

/// The account first, then `IR` as 18 27 and the check digits, modulo 97.
fn remainder(digits: &[u32]) -> u32 {
    let (check, account) = digits.split_at(2);
    let reordered = account.iter().chain(&[1, 8, 2, 7]).chain(check);
    reordered.fold(0, |rest, digit| (rest * 10 + digit) % 97)
}
