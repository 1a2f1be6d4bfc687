//! Has Cargo embed the templates anew when one is added or taken away.

fn main() {
    println!("cargo:rerun-if-changed=templates");
}
