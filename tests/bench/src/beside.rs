//! The other side of each figure: `pgbench`, PostgreSQL's own load generator, on the same database
//! server in the same minute.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use tokio::process::Command;

use crate::books::Books;
use crate::load::share;

/// How many transactions a script gets, over all its clients: enough for some seconds.
pub(crate) const TRANSACTIONS: usize = 24_000;
/// How long its own benchmark runs. It needs no warm-up but its connections, which do not count.
const SECONDS: &str = "8";
/// The table of PostgreSQL's own benchmark: this many times 100,000 accounts.
const SCALE: &str = "10";
const SCALE_DATABASE: &str = "pgbench";

/// What PostgreSQL alone does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Alone {
    pub(crate) per_second: f64,
    pub(crate) p99: Duration,
}

/// Run a script over the server's own tables: the same rows, indexes and constraints, as the
/// superuser, whom no policy slows down. `:client_id` and a count `:n` number the transactions.
pub(crate) async fn script(books: &Books, text: &str, clients: usize) -> anyhow::Result<Alone> {
    let place = tempfile::tempdir()?;
    let file = place.path().join("script.sql");
    fs::write(&file, text)?;
    let prefix = place.path().join("times");
    let mut command = pgbench(books, "mizban")?;
    command.args(["-n", "-M", "prepared", "-j", "2", "-D", "n=0"]);
    command.arg("-c").arg(clients.to_string()).arg("-f").arg(&file);
    command.arg("-t").arg((TRANSACTIONS / clients).to_string());
    command.arg("-l").arg("--log-prefix").arg(&prefix);
    let told = output(command).await?;
    Ok(Alone { per_second: tps(&told)?, p99: p99(place.path())? })
}

/// One row by its primary key out of a million: the most that PostgreSQL gives here.
pub(crate) async fn select_only(books: &Books, clients: usize) -> anyhow::Result<f64> {
    books.empty_database(SCALE_DATABASE).await?;
    let mut fill = pgbench(books, SCALE_DATABASE)?;
    fill.args(["-i", "-q", "-s", SCALE]);
    output(fill).await?;
    let mut command = pgbench(books, SCALE_DATABASE)?;
    command.args(["-n", "-S", "-M", "prepared", "-j", "2", "-T", SECONDS]);
    command.arg("-c").arg(clients.to_string());
    tps(&output(command).await?)
}

/// A script of somebody else's over tables of its own, for some seconds, after another has made
/// the tables.
pub(crate) async fn made_script(
    books: &Books,
    (make, script): (&Path, &Path),
    clients: usize,
) -> anyhow::Result<f64> {
    let mut psql = Command::new("psql");
    psql.envs(books.environment("mizban")?).stdin(Stdio::null()).kill_on_drop(true);
    psql.args(["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--file"]).arg(make);
    let made = psql.output().await.context("psql (Debian: postgresql-client)")?;
    ensure!(made.status.success(), "psql: {}", String::from_utf8_lossy(&made.stderr));
    let mut command = pgbench(books, "mizban")?;
    command.args(["-n", "-M", "prepared", "-j", "2", "-T", SECONDS]);
    command.arg("-c").arg(clients.to_string()).arg("-f").arg(script);
    tps(&output(command).await?)
}

fn pgbench(books: &Books, database: &str) -> anyhow::Result<Command> {
    let mut command = Command::new("pgbench");
    command.envs(books.environment(database)?).stdin(Stdio::null()).kill_on_drop(true);
    Ok(command)
}

async fn output(mut command: Command) -> anyhow::Result<String> {
    let output = command.output().await.context("pgbench (Debian: postgresql)")?;
    let errors = String::from_utf8_lossy(&output.stderr);
    // It goes on with fewer clients when a statement fails; that would be another figure.
    ensure!(output.status.success() && !errors.contains("ERROR"), "pgbench: {errors}");
    Ok(String::from_utf8(output.stdout)?)
}

/// The line `tps = 1234.5 (without initial connection time)`.
pub(crate) fn tps(told: &str) -> anyhow::Result<f64> {
    let line = told.lines().find_map(|line| line.strip_prefix("tps = "));
    let number = line.and_then(|rest| rest.split(' ').next());
    number.and_then(|text| text.parse().ok()).with_context(|| format!("no tps in {told}"))
}

/// From the logs `times.*`, one for each thread.
fn p99(folder: &Path) -> anyhow::Result<Duration> {
    let mut took = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending != "sql") {
            took.extend(times(&fs::read_to_string(path)?));
        }
    }
    took.sort_unstable();
    Ok(share(&took, 99))
}

/// The third column is a transaction's time in microseconds.
pub(crate) fn times(log: &str) -> impl Iterator<Item = Duration> + '_ {
    log.lines().filter_map(|line| {
        line.split(' ').nth(2).and_then(|text| text.parse().ok()).map(Duration::from_micros)
    })
}
