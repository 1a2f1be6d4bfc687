//! Running cases through kills: parallel branches, timers and messages, while the server, whose worker
//! fires the timers, is killed with its database between any two commits. Afterwards every case has
//! come to its end: no token was lost, and nothing was done twice.

mod desk;
mod judge;
mod stock;
mod work;

use std::slice;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use rand::Rng as _;
use sqlx::PgConnection;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::books;
use crate::client::Client;
use crate::flaw::Flaw;
use crate::history::{History, Who};
use crate::house::House;
use crate::run::{AGENCIES, Phases};
use desk::Desk;
use work::Work;

const KILLS: usize = 12;
/// Cases at each agency.
const CASES: usize = 40;
/// How long there is work before a kill, in milliseconds.
const LOAD: std::ops::RangeInclusive<u64> = 150..=700;
const ENDS_WITHIN: Duration = Duration::from_mins(5);
/// Longer than the lease of a job that a killed worker had in hand.
const RESTS_WITHIN: Duration = Duration::from_mins(2);
const LOOKS_EVERY: Duration = Duration::from_millis(200);

/// The deployment key of the house, in base64 and as it is.
const KEY: [u8; 32] = [
    11, 48, 85, 122, 159, 196, 233, 14, 51, 88, 125, 162, 199, 236, 17, 54, 91, 128, 165, 202, 239,
    20, 57, 94, 131, 168, 205, 242, 23, 60, 97, 134,
];
const KEY_TEXT: &str = "CzBVep/E6Q4zWH2ix+wRNluApcrvFDleg6jN8hc8YYY=";

/// Play it through, and leave nothing behind. Everything that is wrong afterwards.
pub(crate) async fn run() -> anyhow::Result<Vec<Flaw>> {
    let mut house = House::new(vec![("MIZBAN_SECRETS_KEY", KEY_TEXT.to_owned())])?;
    let played = timeout(ENDS_WITHIN, play(&mut house)).await;
    house.clear().await?;
    played.context("the run does not come to an end")?
}

async fn play(house: &mut House) -> anyhow::Result<Vec<Flaw>> {
    let phases = Phases { name: "engine", began: Instant::now() };
    house.open().await.context("the first start")?;
    requests(house).await.context("the requests that are copied")?;
    let desk = Desk::open(house).await?;
    let cases = stock::open(&desk, &mut books::connect(&house.data()).await?).await?;
    drop(desk);
    phases.say("the cases are open");

    let work = Arc::new(Work::on(cases));
    for no in 1..=KILLS {
        let (clerks, stop) = set_to_work(house, &work).await?;
        sleep(Duration::from_millis(rand::rng().random_range(LOAD))).await;
        house.kill().await?;
        stop.cancel();
        finish(clerks).await?;
        house.open().await.with_context(|| format!("the start after kill {no}"))?;
    }
    phases.say(&format!("killed {KILLS} times; {}", work.told()));
    let (clerks, stop) = set_to_work(house, &work).await?;
    let mut connection = books::connect(&house.data()).await?;
    until_over(&mut connection, house).await?;
    stop.cancel();
    finish(clerks).await?;
    phases.say(&format!("every case has come to its end; {}", work.told()));
    ensure!(work.interrupted() > 0, "no kill met a command, so nothing was proved");
    let flaws = judge::judge(&mut connection, &work).await?;
    house.close().await?;
    Ok(flaws)
}

/// One request at each agency, handed in by somebody on the portal.
async fn requests(house: &House) -> anyhow::Result<()> {
    let (history, outbox) = (Arc::new(History::begin()), house.data().join("outbox"));
    for tenant in AGENCIES {
        let who = Who { tenant, number: 0 };
        let mut client = Client::new(who, house.port(), Arc::clone(&history))?;
        client.sign_in(slice::from_ref(&outbox)).await?;
        client.journey().await?;
    }
    Ok(())
}

/// Timers are told in minutes at least; what has run for a second is due.
const HURRY: &str = "
    with hurried as (
        update timers set due_at = now()
        where state = 'armed' and node in ('nag', 'late')
          and due_at between now() + interval '1 second' and now() + interval '59 seconds'
        returning tenant_id, id
    )
    update jobs j set run_at = now() from hurried h
    where j.tenant_id = h.tenant_id and j.id = h.id";

/// Make a second of a minute, until told to stop or until the house is gone.
async fn hurry(mut to: PgConnection, stop: CancellationToken) -> anyhow::Result<()> {
    while !stop.is_cancelled() && sqlx::query(HURRY).execute(&mut to).await.is_ok() {
        sleep(LOOKS_EVERY).await;
    }
    Ok(())
}

type Clerks = JoinSet<anyhow::Result<()>>;

/// Clerks and applicants at both agencies, until they are told to stop or the house is gone.
async fn set_to_work(
    house: &House,
    work: &Arc<Work>,
) -> anyhow::Result<(Clerks, CancellationToken)> {
    let desk = Arc::new(Desk::open(house).await?);
    let (mut clerks, stop) = (JoinSet::new(), CancellationToken::new());
    clerks.spawn(hurry(books::connect(&house.data()).await?, stop.clone()));
    for agency in 0..AGENCIES.len() {
        for _ in 0..2 {
            let (desk, work, stop) = (Arc::clone(&desk), Arc::clone(work), stop.clone());
            clerks.spawn(async move { work.go_on(&desk, agency, &stop).await });
        }
    }
    Ok((clerks, stop))
}

async fn finish(mut clerks: Clerks) -> anyhow::Result<()> {
    while let Some(ended) = clerks.join_next().await {
        ended.context("a clerk panicked")??;
    }
    Ok(())
}

/// Until no case is open any more, and no timer waits to be fired.
async fn until_over(to: &mut PgConnection, house: &House) -> anyhow::Result<()> {
    let began = Instant::now();
    while judge::unfinished(to).await? > 0 {
        ensure!(began.elapsed() < RESTS_WITHIN, "cases do not end:\n{}", house.log());
        sleep(LOOKS_EVERY).await;
    }
    Ok(())
}
