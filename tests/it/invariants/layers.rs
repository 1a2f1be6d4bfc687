//! A crate uses crates on lines below its own, never one beside it.

use cargo_metadata::{DependencyKind, MetadataCommand};

/// From the ground up; the order of ARCHITECTURE.md.
const FLOORS: &[&[&str]] = &[
    &["rules", "locale"],
    &["tenants", "bpmn", "forms"],
    &["domain", "gateways"],
    &["web"],
    &["staff"],
    &["portal", "desk", "admin", "worker"],
    &["app"],
];

/// Tests stand outside the house and may look at all of it.
const OUTSIDE: &[&str] = &["it", "bench", "bpmn-probe"];

fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|f| f.contains(&name))
}

#[test]
fn every_crate_uses_only_crates_below_it() {
    let metadata = MetadataCommand::new().no_deps().exec().expect("cargo metadata");
    let mut wrong = Vec::new();
    for package in &metadata.packages {
        let name = package.name.as_str();
        if OUTSIDE.contains(&name) {
            continue;
        }
        let Some(own) = floor(name) else {
            wrong.push(format!("{name} stands on no floor"));
            continue;
        };
        for dependency in &package.dependencies {
            let Some(below) = floor(&dependency.name) else { continue };
            if dependency.kind == DependencyKind::Normal && below >= own {
                wrong.push(format!("{name} uses {}, which is not below it", dependency.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_gateways_and_the_app_know_the_object_store_and_only_web_edges_and_app_know_http() {
    let metadata = MetadataCommand::new().no_deps().exec().expect("cargo metadata");
    let allowed = [
        ("s3", &["gateways"][..]),
        ("poem", &["web", "staff", "portal", "desk", "admin", "app"][..]),
        ("casbin", &["tenants"][..]),
        ("dsntk-feel-evaluator", &["rules"][..]),
    ];
    for package in &metadata.packages {
        let name = package.name.as_str();
        for (dependency, homes) in &allowed {
            let uses = package
                .dependencies
                .iter()
                .any(|d| d.name == *dependency && d.kind == DependencyKind::Normal);
            assert!(!uses || homes.contains(&name), "{name} must not use {dependency}");
        }
    }
}
