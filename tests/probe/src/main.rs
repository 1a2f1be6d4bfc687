//! `bpmn-probe`: drives the engine from outside, one JSON line in, one JSON line out.
//!
//! Commands: `{"deploy": "<xml>"}`, `{"start": {"vars": {…}}}`,
//! `{"complete": {"node": …, "outcome": …, "vars": {…}}}`, `{"message": {"name": …, "vars": {…}}}`,
//! `{"advance": "P1DT2H"}`, `{"dump": true}`, and, to repair an incident,
//! `{"retry": {"node": …, "vars": {…}}}`.
//!
//! Service tasks are done as soon as a command is, as a worker would; with `--jobs manual` they
//! wait for `complete` like a person's task.

mod answer;
mod case;
mod clock;
mod command;
mod options;
mod probe;
mod settle;
#[cfg(test)]
mod tests;

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use options::Options;
use probe::Probe;

fn main() -> ExitCode {
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(fault) => {
            eprintln!("bpmn-probe: {fault}\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    match serve(Probe::new(options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("bpmn-probe: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Answer line by line until the input ends. Only a broken pipe ends it earlier.
fn serve(mut probe: Probe) -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            writeln!(output, "{}", probe.answer(&line))?;
            output.flush()?;
        }
        line.clear();
    }
    Ok(())
}
