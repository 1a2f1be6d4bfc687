//! The kill test: a server is killed again and again while people hand in requests with documents,
//! and afterwards everything that was acknowledged must be there, once. Two planted faults show that
//! the judge would have noticed. The same is done to running cases with timers, parallel branches and
//! messages. Beside it two servers are restarted in turn, in order, which nobody may notice at all.
//!
//! Called with a command of `mizban`, this program is `mizban`, built with the planted faults; so the
//! test needs no second binary, and what it kills is a process of its own.

mod books;
mod browser;
mod chain;
mod check;
mod client;
mod engine;
mod flaw;
mod history;
mod house;
mod outbox;
mod rolling;
mod run;
mod tampering;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

use flaw::Kind;
use run::{Plan, Verdict};

/// The commands of `mizban` that the test gives to itself.
const COMMANDS: [&str; 2] = ["serve", "audit"];

fn main() -> ExitCode {
    let command = std::env::args().nth(1);
    if command.is_some_and(|word| COMMANDS.contains(&word.as_str())) {
        // Reads which faults are planted from the environment, and holds them until the end.
        let _faults = fail::FailScenario::setup();
        return app::cli::run();
    }
    libtest_mimic::run(&Arguments::from_args(), trials()).exit_code()
}

fn trials() -> Vec<Trial> {
    vec![
        Trial::test("twenty_kills_lose_nothing_and_double_nothing", || {
            sound(&play(Plan { name: "twenty kills", kills: 20, fault: None })?)
        }),
        Trial::test("an_upload_acknowledged_before_it_is_stored_is_caught", || {
            let fault = Some("ack-before-store");
            caught(&play(Plan { name: "ack-before-store", kills: 3, fault })?, Kind::Document)
        }),
        Trial::test("a_notice_written_after_the_commit_is_caught", || {
            let fault = Some("notice-after-commit");
            caught(&play(Plan { name: "notice-after-commit", kills: 3, fault })?, Kind::Notice)
        }),
        Trial::test("kills_between_any_commits_tear_no_running_case_apart", || {
            let runtime = tokio::runtime::Runtime::new()?;
            let flaws = runtime.block_on(engine::run());
            let flaws = flaws.map_err(|error| format!("{error:#}"))?;
            let told: Vec<String> = flaws.iter().take(20).map(ToString::to_string).collect();
            if told.is_empty() { Ok(()) } else { Err(told.join("\n").into()) }
        }),
        Trial::test("a_rolling_restart_fails_nobody", || {
            let runtime = tokio::runtime::Runtime::new()?;
            let verdict = runtime.block_on(rolling::run());
            sound(&verdict.map_err(|error| format!("{error:#}"))?)
        }),
    ]
}

fn play(plan: Plan) -> Result<Verdict, Failed> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(run::run(plan)).map_err(|error| format!("{error:#}").into())
}

/// Nothing is wrong; and had anything been, it would have been noticed.
fn sound(verdict: &Verdict) -> Result<(), Failed> {
    if !verdict.flaws.is_empty() {
        return Err(verdict.to_string().into());
    }
    match tampering::unnoticed(&verdict.evidence).as_slice() {
        [] => Ok(()),
        unnoticed => Err(format!("the checker does not notice: {}", unnoticed.join("; ")).into()),
    }
}

/// The judge has noticed the planted fault, and blamed nothing else.
fn caught(verdict: &Verdict, planted: Kind) -> Result<(), Failed> {
    if verdict.flaws.is_empty() {
        return Err("the checker noticed nothing of the planted fault".into());
    }
    if verdict.flaws.iter().any(|flaw| flaw.kind != planted) {
        return Err(format!("the checker blames what was not planted\n{verdict}").into());
    }
    Ok(())
}
