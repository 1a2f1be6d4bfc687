//! `make bench`: the figures of the whole product, each beside what PostgreSQL alone does with the
//! same rows in the same run.
//!
//! The server is a child of this program, as it is shipped: every commit on disk, its embedded
//! database and store, the default settings but for the limit on look-ups. It is spoken to through
//! its socket. Load generator, server and database share the machine's cores; that is why a figure
//! alone says little and its ratio says more.

mod applicants;
mod beside;
mod books;
mod connection;
mod figures;
mod house;
mod load;
mod office;
mod report;
mod rows;
mod site;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;

use crate::books::Books;
use crate::house::House;
use crate::office::Office;
use crate::report::Report;

// One thread is enough for the load, and leaves the machine to what is measured.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> anyhow::Result<()> {
    let mut report = Report::default();
    figures::engine(&mut report).await?;
    if only_engine() {
        return report.write(&target()?.join("bench-engine.json"));
    }
    let mut house = House::new()?;
    figures::start(&mut house, &mut report).await?;
    figures::idle(&house, &mut report).await?;
    let measured = measure(&house, &mut report).await;
    if measured.is_err() {
        eprintln!("{}", house.last_words());
    }
    measured?;
    house.close().await?;
    report.write(&target()?.join("bench.json"))
}

async fn measure(house: &House, report: &mut Report) -> anyhow::Result<()> {
    let books = Books::open(house.data()).await?;
    let office = Office::open(house, &books).await?;
    let figures::Patterns { measured, alone } = figures::patterns(&office, &books).await?;
    let applicants = applicants::prepare(&office).await?;
    figures::fill((&office, &books), (&measured, &alone)).await?;
    figures::uploads(&office, &books, (&alone, &applicants), report).await?;
    figures::submissions(&office, &books, (&alone, &applicants), report).await?;
    figures::tracking(&office, &books, report).await?;
    figures::timing(&office, &books, report).await?;
    figures::cartable(&office, &books, &measured, report).await?;
    figures::look_ups((&office, &books), &measured, report).await?;
    figures::afterwards(house, report)
}

/// `bench engine` stops after the process engine's figures.
fn only_engine() -> bool {
    std::env::args().skip(1).any(|word| word == "engine")
}

/// The folder that holds the program's profile, `target` in a plain checkout.
fn target() -> anyhow::Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.parent().and_then(std::path::Path::parent);
    Ok(target.context("the program lies in no target folder")?.to_owned())
}
