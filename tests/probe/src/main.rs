//! `bpmn-probe`: drives the engine from outside, one JSON line in, one JSON line out.
//!
//! Commands: `{"deploy": "<xml>"}`, `{"start": {"vars": {…}}}`,
//! `{"complete": {"node": …, "outcome": …, "vars": {…}}}`, `{"message": {"name": …, "vars": {…}}}`,
//! `{"advance": "P1DT2H"}`, `{"dump": true}`, and, to repair an incident,
//! `{"retry": {"node": …, "vars": {…}}}`.
//!
//! What one line deployed, the next may call. With `--store postgres` every command is a transaction
//! of its own, and what there is is read from the database anew for each.
//!
//! Service tasks are done as soon as a command is, as a worker would; with `--jobs manual` they
//! wait for `complete` like a person's task.

mod answer;
mod case;
mod clock;
mod command;
mod held;
mod names;
mod options;
mod probe;
mod settle;
mod store;
#[cfg(test)]
mod tests;
mod throwaway;

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use options::{Options, Place};
use probe::Probe;
use store::{Database, Store};

fn main() -> ExitCode {
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(fault) => {
            eprintln!("bpmn-probe: {fault}\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    match begin(&options).and_then(|probe| serve(probe).map_err(|fault| fault.to_string())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("bpmn-probe: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn begin(options: &Options) -> Result<Probe, String> {
    let store = match options.store {
        Place::Memory => Store::Memory(Box::default()),
        Place::Postgres => {
            let given = |name| std::env::var_os(name).map(|it| it.to_string_lossy().into_owned());
            let named = options.database.clone().or_else(|| given("DATABASE_URL"));
            if named.is_none() && given("PGHOST").is_none() {
                return Err(throwaway::begin_again());
            }
            Store::Postgres(Box::new(Database::open(named.as_deref())?))
        }
    };
    Ok(Probe::new(options.manual_jobs, store))
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
