//! Stories through the whole product, and the invariants that hold it up, in one program.

#![expect(unreachable_pub, reason = "pub marks what a folder of the tests offers to the others")]
#![expect(clippy::unwrap_used, reason = "a test that unwraps says where it failed")]

mod client;
mod doors;
mod invariants;
mod pages;
mod stories;
mod support;
