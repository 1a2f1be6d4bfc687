//! Numbers that identify people, companies, phones, addresses and accounts in Iran.
//!
//! Each type holds a value that passed its check. A check finds slips of the keyboard, not lies:
//! that a number belongs to somebody is known only by asking the register. None of these types
//! shows its value in `Debug`, so that none gets into a log by accident.

mod company_id;
mod flaw;
mod iban;
mod mobile;
mod national_code;
mod postal_code;
mod typed;

pub use company_id::CompanyId;
pub use flaw::Flaw;
pub use iban::Iban;
pub use mobile::Mobile;
pub use national_code::NationalCode;
pub use postal_code::PostalCode;

#[cfg(test)]
mod tests;
