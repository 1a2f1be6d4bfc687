//! A file added to the blueprints or templates is embedded: the build must notice it.

fn main() {
    println!("cargo:rerun-if-changed=../../tenants/blueprints");
    println!("cargo:rerun-if-changed=../../tenants/templates");
}
