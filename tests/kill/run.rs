//! One run: open the house, load it, kill it, let it come to rest, and judge.

use std::sync::Arc;
use std::time::Duration;
use std::{fmt, slice};

use anyhow::{Context as _, ensure};
use rand::Rng as _;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::books;
use crate::check::{Evidence, check};
use crate::client::Client;
use crate::flaw::{Flaw, Kind};
use crate::history::{History, Op, Outcome, Who};
use crate::house::House;
use crate::outbox::Watch;

/// Two agencies with look-alike data, and this many clients at each.
pub(crate) const AGENCIES: [&str; 2] = ["fda", "fda2"];
const CLIENTS_EACH: usize = 3;
/// How long there is load before a kill, in milliseconds.
const LOAD: std::ops::RangeInclusive<u64> = 400..=1200;
const LAST_ANSWERS_WITHIN: Duration = Duration::from_mins(1);
/// A client that finds no answer in this time never will.
const GOES_ON_WITHIN: Duration = Duration::from_mins(1);
/// Longer than a planted fault puts anything off: what is missing then was lost by a kill.
pub(crate) const QUIET_FOR: Duration = Duration::from_secs(2);
/// A job that a killed server had in hand waits for the end of its lease.
pub(crate) const RESTS_WITHIN: Duration = Duration::from_mins(2);
/// The whole run, clearing up not counted.
const ENDS_WITHIN: Duration = Duration::from_mins(6);
/// As many flaws are shown.
const SHOWN: usize = 20;

/// What a run does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) name: &'static str,
    pub(crate) kills: usize,
    /// The fail point that is active in the server.
    pub(crate) fault: Option<&'static str>,
}

/// What came of it.
pub(crate) struct Verdict {
    pub(crate) flaws: Vec<Flaw>,
    pub(crate) evidence: Evidence,
    pub(crate) log: String,
}

/// Play it through, and leave nothing behind.
pub(crate) async fn run(plan: Plan) -> anyhow::Result<Verdict> {
    let fault = plan.fault.map(|fault| ("FAILPOINTS", format!("{fault}=return")));
    let mut house = House::new(fault.into_iter().collect())?;
    let played = timeout(ENDS_WITHIN, play(plan, &mut house)).await;
    house.clear().await?;
    played.context("the run does not come to an end")?
}

async fn play(plan: Plan, house: &mut House) -> anyhow::Result<Verdict> {
    let phases = Phases { name: plan.name, began: Instant::now() };
    let history = Arc::new(History::begin());
    house.open().await.context("the first start")?;
    let outbox = Watch::begin(house.data().join("outbox"));
    phases.say("the server is up");
    let stop = CancellationToken::new();
    let clients = admit(house, &history, &stop).await.context("signing in")?;
    phases.say("the clients are signed in");
    kill(house, &history, plan).await?;
    stop.cancel();
    finish(clients).await?;
    phases.say(&told(&history));
    ensure_worth(&history, plan.kills)?;

    rest(house).await?;
    house.close().await?;
    house.open().await.context("the start after a clean stop")?;
    let bucket = house.data().join(books::BUCKET);
    let books = books::read(&mut books::connect(&house.data()).await?, &bucket).await;
    let books = books.context("the books")?;
    house.close().await?;
    phases.say("at rest, stopped, started and stopped again");

    let (delivered, entries, kills) = (outbox.delivered()?, history.entries(), history.kills());
    let evidence = Evidence { entries, kills, books, delivered };
    let verdict = judge(house, evidence).await?;
    phases.say(&verdict.summary());
    Ok(verdict)
}

async fn judge(house: &House, evidence: Evidence) -> anyhow::Result<Verdict> {
    let mut flaws = check(&evidence);
    let (holds, said) = house.audit().await?;
    if !holds {
        flaws.push(Flaw::new(Kind::Chain, said));
    }
    Ok(Verdict { flaws, evidence, log: house.log() })
}

/// Sign everybody in, and let them work.
async fn admit(
    house: &House,
    history: &Arc<History>,
    stop: &CancellationToken,
) -> anyhow::Result<JoinSet<anyhow::Result<()>>> {
    let outbox = house.data().join("outbox");
    let mut signed_in = Vec::new();
    for tenant in AGENCIES {
        for number in 0..CLIENTS_EACH {
            let who = Who { tenant, number };
            let mut client = Client::new(who, house.port(), Arc::clone(history))?;
            client.sign_in(slice::from_ref(&outbox)).await?;
            signed_in.push(client);
        }
    }
    let mut clients = JoinSet::new();
    for client in signed_in {
        clients.spawn(client.work(stop.clone()));
    }
    Ok(clients)
}

/// Kill it at moments that nobody chose, again and again.
async fn kill(house: &mut House, history: &History, plan: Plan) -> anyhow::Result<()> {
    for no in 1..=plan.kills {
        let before = submissions(history);
        sleep(Duration::from_millis(rand::rng().random_range(LOAD))).await;
        // However slow the machine is, there was something to lose.
        until_more_than(before, history).await?;
        if plan.fault.is_some() {
            // What is planted does its harm soon after an acknowledgement.
            until_more_than(submissions(history), history).await?;
        }
        history.note_kill();
        house.kill().await?;
        house.open().await.with_context(|| format!("the start after kill {no}"))?;
    }
    Ok(())
}

async fn until_more_than(before: usize, history: &History) -> anyhow::Result<()> {
    let began = Instant::now();
    while submissions(history) <= before {
        ensure!(began.elapsed() < GOES_ON_WITHIN, "nothing goes on: {}", told(history));
        sleep(Duration::from_millis(2)).await;
    }
    Ok(())
}

pub(crate) fn submissions(history: &History) -> usize {
    history.count(|op| *op == Op::Submit, Outcome::Ok)
}

/// Each client brings what it began to its end.
pub(crate) async fn finish(mut clients: JoinSet<anyhow::Result<()>>) -> anyhow::Result<()> {
    let all = async {
        while let Some(ended) = clients.join_next().await {
            ended.context("a client panicked")??;
        }
        anyhow::Ok(())
    };
    timeout(LAST_ANSWERS_WITHIN, all).await.context("the clients do not come to an end")?
}

/// Until nothing more comes: no job is due, and none appears.
async fn rest(house: &House) -> anyhow::Result<()> {
    let (began, mut busy_at) = (Instant::now(), Instant::now());
    while busy_at.elapsed() < QUIET_FOR {
        ensure!(began.elapsed() < RESTS_WITHIN, "jobs stay undone:\n{}", house.log());
        if books::due_jobs(&mut books::connect(&house.data()).await?).await? > 0 {
            busy_at = Instant::now();
        }
        sleep(Duration::from_millis(250)).await;
    }
    Ok(())
}

/// A run in which hardly anything happened proves nothing.
fn ensure_worth(history: &History, kills: usize) -> anyhow::Result<()> {
    let submitted = submissions(history);
    let uploaded = history.count(|op| matches!(op, Op::Upload { .. }), Outcome::Ok);
    ensure!(submitted >= kills && uploaded >= kills, "too little load: {}", told(history));
    ensure!(history.kills().len() == kills, "a kill is missing");
    Ok(())
}

pub(crate) fn told(history: &History) -> String {
    let count = |outcome| {
        let submits = history.count(|op| *op == Op::Submit, outcome);
        let uploads = history.count(|op| matches!(op, Op::Upload { .. }), outcome);
        format!("{submits}/{uploads} {outcome:?}").to_lowercase()
    };
    let outcomes = [Outcome::Ok, Outcome::Fail, Outcome::Unknown].map(count);
    format!("submissions/uploads: {}", outcomes.join(", "))
}

/// One line for each phase.
pub(crate) struct Phases {
    pub(crate) name: &'static str,
    pub(crate) began: Instant,
}

impl Phases {
    pub(crate) fn say(&self, what: &str) {
        eprintln!("{:>7.1} s  {}: {what}", self.began.elapsed().as_secs_f32(), self.name);
    }
}

impl Verdict {
    pub(crate) fn summary(&self) -> String {
        let (books, delivered) = (&self.evidence.books, &self.evidence.delivered);
        let again: usize = delivered.iter().map(|sent| sent.times - 1).sum();
        format!(
            "{} cases, {} documents, {} objects, {} messages and {again} of them again: {} flaws",
            books.cases.len(),
            books.documents.len(),
            books.objects.len(),
            delivered.len(),
            self.flaws.len()
        )
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} flaws:", self.flaws.len())?;
        for flaw in self.flaws.iter().take(SHOWN) {
            writeln!(f, "  {flaw}")?;
        }
        write!(f, "the end of the server's log:\n{}", self.log)
    }
}
