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

/// They are released together: what the chart names is the image of this program.
#[test]
fn the_chart_and_the_program_have_one_version() {
    let chart = std::fs::read_to_string(tools::chart().join("Chart.yaml")).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    for line in [format!("version: {version}"), format!("appVersion: \"{version}\"")] {
        assert!(chart.lines().any(|one| one == line), "no line {line} in Chart.yaml");
    }
}

/// The sets of values in `charts/mizban/ci`.
const SETS: [&str; 3] = ["minimal", "production", "hardened"];
