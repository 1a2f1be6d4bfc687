//! Words are embedded at compile time; a file that is new in the folder must compile them again.

fn main() {
    println!("cargo:rerun-if-changed=words");
}
