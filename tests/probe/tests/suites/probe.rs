//! The probe as a child process.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

pub(crate) struct Probe {
    child: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
}

impl Probe {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bpmn-probe"));
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        // Only what this test names, not what the developer's shell does.
        command.env_remove("DATABASE_URL");
        if let Some(address) = std::env::var_os("MIZBAN_TEST_DATABASE") {
            command.env("DATABASE_URL", address);
        }
        let mut child = command.spawn().expect("the probe");
        let to = child.stdin.take();
        let from = BufReader::new(child.stdout.take().expect("its output"));
        Self { child, to, from }
    }

    /// Send a line as it is; the answer as it came.
    pub(crate) fn line(&mut self, line: &str) -> String {
        let to = self.to.as_mut().expect("its input");
        writeln!(to, "{line}").expect("the probe reads on");
        let mut answer = String::new();
        self.from.read_line(&mut answer).expect("the probe answers");
        assert!(answer.ends_with('\n'), "the probe ended after {line:.200}");
        answer
    }

    pub(crate) fn ask(&mut self, line: &Value) -> Value {
        serde_json::from_str(&self.line(&line.to_string())).expect("an answer in JSON")
    }

    /// What the reader says of a model: the kinds of its problems; none when it is taken.
    pub(crate) fn deploy(&mut self, xml: &str) -> Vec<String> {
        let answer = self.ask(&json!({ "deploy": xml }));
        let problems = answer["problems"].as_array().cloned().unwrap_or_default();
        assert_eq!(answer["ok"] == true, problems.is_empty(), "{answer}");
        let mut kinds: Vec<String> =
            problems.iter().map(|it| it["kind"].as_str().expect("a kind").to_owned()).collect();
        kinds.sort();
        kinds.dedup();
        kinds
    }
}

/// It ends with its input, as every filter does.
impl Drop for Probe {
    fn drop(&mut self) {
        self.to = None;
        let ended = self.child.wait().expect("the probe's end");
        if !std::thread::panicking() {
            assert!(ended.success(), "the probe ended badly: {ended}");
        }
    }
}
