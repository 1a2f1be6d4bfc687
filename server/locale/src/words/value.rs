//! Values that are put into a text.

use fluent_bundle::FluentValue;

use crate::digits;
use crate::words::Lang;

/// Fluent computes in f64, which holds whole numbers only up to here.
const LARGEST_EXACT: u64 = 1 << 53;

/// A value for a variable of a text. A number is shown in the digits of the language and can choose
/// a plural form; a text is shown as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
}

impl Value {
    pub(super) fn fluent(&self, lang: Lang) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Number(number) if number.unsigned_abs() <= LARGEST_EXACT => {
                FluentValue::from(*number)
            }
            Self::Number(number) => FluentValue::from(digits::spoken(&number.to_string(), lang)),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! from_small_number {
    ($($number:ty)+) => {
        $(impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(i64::from(number))
            }
        })+
    };
}

from_small_number!(i64 i32 i16 u32 u16 u8);

macro_rules! from_large_number {
    ($($number:ty)+) => {
        $(impl From<$number> for Value {
            fn from(number: $number) -> Self {
                i64::try_from(number).map_or_else(|_| Self::Text(number.to_string()), Self::Number)
            }
        })+
    };
}

from_large_number!(u64 usize);
