//! What the tests and the bench have in common: the made-up company that asks for something.

pub mod company;
