//! The migrations are embedded: a new file must rebuild this crate though no source changed.
fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
