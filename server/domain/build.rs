//! A file added to the blueprints is embedded: the build must notice it.

fn main() {
    println!("cargo:rerun-if-changed=../../tenants/blueprints");
}
