//! Two servers over one database and one store are restarted in turn while people hand requests in
//! and follow them (R06): every request is answered, sessions hold, and the books say the same.

mod balancer;
mod crowd;
mod ground;
mod upload;
mod visitor;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use tokio::time::{Instant, sleep, timeout};

use crate::books;
use crate::check::{Evidence, check};
use crate::flaw::{Flaw, Kind};
use crate::history::{History, Outcome};
use crate::house::House;
use crate::outbox::Watch;
use crate::run::{Phases, QUIET_FOR, RESTS_WITHIN, Verdict, submissions, told};
use balancer::Balancer;
use crowd::Crowd;
use ground::{GRACE, Ground};

/// How often each server is restarted.
const ROUNDS: usize = 2;
/// The half-sent upload goes on when the server accepts nothing new any more.
const GOES_ON_AFTER: Duration = GRACE.saturating_add(Duration::from_millis(500));
/// The whole run, clearing up not counted.
const ENDS_WITHIN: Duration = Duration::from_mins(5);

type Houses = [House; 2];

/// Play it through, and leave nothing behind.
pub(crate) async fn run() -> anyhow::Result<Verdict> {
    let ground = Ground::open().await.context("database and store")?;
    let replicas = [ground.replica()?, ground.replica()?];
    let balancer = Balancer::begin(replicas.each_ref().map(|replica| replica.at));
    let [one, other] = replicas.map(|replica| House::new(replica.settings));
    let mut houses = [one?, other?];
    let played = timeout(ENDS_WITHIN, play(&ground, &mut houses, &balancer)).await;
    let log = logs(&houses);
    for house in houses {
        house.clear().await?;
    }
    played.context("it does not come to an end")?.context(log)
}

async fn play(
    ground: &Ground,
    houses: &mut Houses,
    balancer: &Balancer,
) -> anyhow::Result<Verdict> {
    let phases = Phases { name: "rolling restart", began: Instant::now() };
    // One after the other: the first makes the schema.
    for house in &mut *houses {
        house.open().await.context("the first start")?;
    }
    phases.say("both servers are up");
    let outboxes = houses.each_ref().map(|house| house.data().join("outbox"));
    let watches = outboxes.clone().map(Watch::begin);
    let history = Arc::new(History::begin());
    let mut crowd = Crowd::admit(&balancer.port(), &history, &outboxes).await?;
    phases.say("everybody is signed in");
    for no in (0..houses.len()).cycle().take(ROUNDS * houses.len()) {
        let before = submissions(&history);
        roll(&mut houses[no], balancer, &mut crowd).await?;
        phases.say(&format!("server {no} is back, {}", told(&history)));
        ensure!(submissions(&history) > before, "nothing went on meanwhile");
    }
    let looked_up = crowd.leaves().await?;
    ensure!(looked_up > ROUNDS, "hardly a look-up: {looked_up}");
    nobody_noticed(&history)?;
    rest(ground).await?;
    for house in &mut *houses {
        house.close().await?;
    }
    let verdict = judge(ground, houses, (&history, &watches)).await?;
    phases.say(&format!("{looked_up} look-ups, {}", verdict.summary()));
    Ok(verdict)
}

/// Restart a server in order, with an upload half sent to it meanwhile.
async fn roll(house: &mut House, balancer: &Balancer, crowd: &mut Crowd) -> anyhow::Result<()> {
    let half = crowd.begins_upload(house.port()).await?;
    let goes_on = async {
        sleep(GOES_ON_AFTER).await;
        crowd.ends_upload(half).await
    };
    let (closed, uploaded) = tokio::join!(house.close(), goes_on);
    closed?;
    uploaded.context("the upload that was under way")?;
    house.open().await.context("the start after a stop in order")?;
    balancer.until_both().await
}

/// Not one request, of whatever kind, was left without its answer, or answered otherwise than wanted.
fn nobody_noticed(history: &History) -> anyhow::Result<()> {
    let aways = history.aways();
    ensure!(aways.is_empty(), "{} requests were not answered: {aways:#?}", aways.len());
    let entries = history.entries();
    let failed: Vec<_> = entries.iter().filter(|entry| entry.outcome != Outcome::Ok).collect();
    ensure!(failed.is_empty(), "{} requests failed: {failed:#?}", failed.len());
    Ok(())
}

/// Until nothing more comes: no job is due, and none appears.
async fn rest(ground: &Ground) -> anyhow::Result<()> {
    let mut connection = ground.connect().await?;
    let (began, mut busy_at) = (Instant::now(), Instant::now());
    while busy_at.elapsed() < QUIET_FOR {
        ensure!(began.elapsed() < RESTS_WITHIN, "jobs stay undone");
        if books::due_jobs(&mut connection).await? > 0 {
            busy_at = Instant::now();
        }
        sleep(Duration::from_millis(250)).await;
    }
    Ok(())
}

async fn judge(
    ground: &Ground,
    houses: &Houses,
    (history, watches): (&History, &[Watch; 2]),
) -> anyhow::Result<Verdict> {
    let mut delivered = Vec::new();
    for watch in watches {
        delivered.extend(watch.delivered()?);
    }
    let books = books::read(&mut ground.connect().await?, &ground.bucket()?).await;
    let books = books.context("the books")?;
    let evidence = Evidence { entries: history.entries(), kills: Vec::new(), books, delivered };
    let mut flaws = check(&evidence);
    let (holds, said) = houses[0].audit().await?;
    if !holds {
        flaws.push(Flaw::new(Kind::Chain, said));
    }
    Ok(Verdict { flaws, evidence, log: logs(houses) })
}

fn logs(houses: &Houses) -> String {
    houses.each_ref().map(House::log).join("and of the other's:\n")
}
