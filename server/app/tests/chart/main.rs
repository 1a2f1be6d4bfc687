//! The Helm chart (`charts/mizban`), rendered with each set of values beside it and judged: by helm,
//! by the schemas of Kubernetes, and by the program that it starts.
//!
//! The tools are the ones that `make test` installs below the target folder (`tests/chart`).

#![expect(clippy::unwrap_used, reason = "a test that unwraps says where it failed")]

mod network;
mod pods;
mod references;
mod release;
mod settings;
mod tools;
mod values;

/// The sets of values in `charts/mizban/ci`.
const SETS: [&str; 3] = ["minimal", "production", "hardened"];
