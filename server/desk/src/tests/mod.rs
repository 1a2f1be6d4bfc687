//! Every page of the desk in each language, and how addresses and pages are put together.

mod file;
mod pages;
mod paths;

pub(crate) use file::{case_file, happened, referral};
