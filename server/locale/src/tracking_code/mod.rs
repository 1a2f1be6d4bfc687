//! The code by which a citizen asks after a request: digits only, read over the phone and typed on
//! any keyboard.

use std::fmt;

use rand::Rng;

use crate::digits;

const LENGTH: usize = 16;

/// Fifteen random digits and a check digit (ISO 7064 MOD 11,10).
///
/// It says nothing about the request, its time or its number, and it is never enough alone: a
/// second fact goes with it. The check digit catches every single wrong digit.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct TrackingCode(String);

impl TrackingCode {
    /// A new code. The generator must be a cryptographic one outside tests: codes must not be
    /// guessable from one another. Uniqueness within the tenant is the database's to hold.
    pub fn generate(rng: &mut impl Rng) -> Self {
        let mut digits: Vec<u8> = (1..LENGTH).map(|_| rng.random_range(0..10)).collect();
        digits.push(check_digit(&digits));
        Self(digits.into_iter().map(|digit| char::from(b'0' + digit)).collect())
    }

    /// A code as somebody typed it, in any digits, with spaces or dashes where they like; nothing
    /// if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let typed = digits::to_latin(text);
        let code: String = typed.chars().filter(|c| !is_separator(*c)).collect();
        let digits: Vec<u8> = code
            .chars()
            .map(|c| c.to_digit(10).and_then(|d| u8::try_from(d).ok()))
            .collect::<Option<_>>()?;
        let (check, body) = digits.split_last()?;
        (digits.len() == LENGTH && check_digit(body) == *check).then_some(Self(code))
    }

    /// The sixteen Latin digits, as stored and compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As shown: `1234 5678 9012 3456`.
    pub fn grouped(&self) -> String {
        let (mut text, mut rest) = (String::new(), self.as_str());
        while let Some((four, after)) = rest.split_at_checked(4) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(four);
            rest = after;
        }
        text
    }
}

/// A code opens a case to whoever holds it and one more fact, so it stays out of the logs.
impl fmt::Debug for TrackingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TrackingCode(…)")
    }
}

/// What ISO 7064's hybrid system MOD 11,10 puts after these digits.
fn check_digit(digits: &[u8]) -> u8 {
    let product = digits.iter().fold(10, |product, digit| {
        let sum = (product + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || crate::text::is_invisible(c) || matches!(c, '-' | '–' | '‐' | '‑' | '_')
}

#[cfg(test)]
mod tests;
