//! What depends on the country and the language, and on nothing else of ours.
//!
//! The Jalali calendar and the agency's working time, digits and text as people type them, the
//! numbers that identify people and companies, and every word that a person reads. Pure: no clock,
//! no database, no network; the same input always gives the same answer.

pub mod digits;
pub mod identity;
pub mod jalali;
pub mod money;
pub mod size;
pub mod sms;
mod tehran;
pub mod text;
pub mod tracking_code;
pub mod words;
pub mod working;
