//! Money: whole rials, the legal unit. People speak of tomans, so the unit is always written.

use crate::digits;
use crate::words::{Lang, say};

/// An amount in rials with its unit: `۱٬۲۰۰٬۰۰۰ ریال`, `1,200,000 rials`.
pub fn rials(amount: i64, lang: Lang) -> String {
    say(lang, "common-rials", &[("amount", digits::grouped(amount, lang).into())])
}

#[cfg(test)]
mod tests;
