//! helm and the judge of manifests, as commands.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

use crate::SETS;

/// The oldest version of Kubernetes that the chart promises to run on, and the newest known.
const KUBERNETES: [&str; 2] = ["1.27", "1.37"];

/// A manifest, and what the schemas of Kubernetes say of it.
#[derive(Debug, Deserialize)]
pub(crate) struct Judged {
    pub(crate) manifest: Value,
    pub(crate) problems: Vec<String>,
    /// Whether Kubernetes itself knows the kind; others come with what defines them.
    pub(crate) known: bool,
}

/// The root of the sources.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The chart's folder.
pub(crate) fn chart() -> PathBuf {
    root().join("charts/mizban")
}

fn tool(name: &str) -> Command {
    let tool =
        Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("chart").join("bin").join(name);
    assert!(tool.exists(), "`make test` installs what the tests of the chart need");
    Command::new(tool)
}

/// Run helm's verb on the chart with a set of values and further arguments.
pub(crate) fn helm(verb: &[&str], set: Option<&str>, more: &[&str]) -> Result<String, String> {
    let mut command = tool("helm");
    command.args(verb).arg(chart()).args(["--namespace", "desks"]);
    if let Some(set) = set {
        command.arg("--values").arg(chart().join("ci").join(set).with_extension("yaml"));
    }
    let Output { status, stdout, stderr } = command.args(more).output().unwrap();
    let [out, err] = [stdout, stderr].map(|text| String::from_utf8(text).unwrap());
    if status.success() { Ok(out) } else { Err(out + err.as_str()) }
}

/// The manifests of a release named `mizban`, which is how most will be named.
pub(crate) fn render(set: &str) -> &'static [Judged] {
    static RENDERED: LazyLock<[Vec<Judged>; 3]> = LazyLock::new(|| {
        SETS.map(|set| judge(&helm(&["template", "mizban"], Some(set), &[]).unwrap()))
    });
    &RENDERED[SETS.iter().position(|known| *known == set).expect("a set of values")]
}

/// What the schemas of Kubernetes say of manifests.
pub(crate) fn judge(manifests: &str) -> Vec<Judged> {
    let mut judge = tool("python")
        .arg(root().join("tests/chart/judge.py"))
        .args(KUBERNETES)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    judge.stdin.take().unwrap().write_all(manifests.as_bytes()).unwrap();
    let Output { status, stdout, .. } = judge.wait_with_output().unwrap();
    assert!(status.success(), "the judge gave up");
    serde_json::from_slice(&stdout).unwrap()
}
