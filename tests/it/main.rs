//! Stories through the whole product, and the invariants that hold it up, in one program.

mod doors;
mod invariants;
mod pages;
mod stories;
mod support;
