//! Makes sure that the folder of built assets exists, and has Cargo look at it again when it changes.
//!
//! A build without `make assets` must still compile (a check of one crate, an editor); the pages then
//! come without style.

use std::{fs, io};

fn main() -> io::Result<()> {
    fs::create_dir_all("assets/dist")?;
    println!("cargo:rerun-if-changed=assets/dist");
    println!("cargo:rerun-if-changed=templates");
    Ok(())
}
