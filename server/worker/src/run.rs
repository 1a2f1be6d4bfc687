//! The worker's day.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;

use crate::bench::{Bench, Leased};
use crate::carry_out::{carry_out, release};
use crate::seal;

/// How many jobs run at once.
const AT_ONCE: usize = 8;
/// How long to wait before looking again; doubled while there is nothing, up to the longest.
const SHORTEST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// Work until told to stop. Then no new job is begun, those that run are finished, and the rest are
/// given back for other workers.
pub async fn run(bench: Bench, stop: CancellationToken) {
    tokio::join!(work(&bench, &stop), seal::keep_sealing(&bench.desks, &stop));
}

/// What a worker has before it.
struct Shift {
    waiting: VecDeque<Leased>,
    running: JoinSet<()>,
    wait: Duration,
    look_at: Instant,
}

async fn work(bench: &Bench, stop: &CancellationToken) {
    let mut shift = Shift::begin();
    while !stop.is_cancelled() {
        shift.look(bench).await;
        shift.start(bench);
        shift.pause(bench, stop).await;
    }
    shift.end(bench).await;
}

impl Shift {
    fn begin() -> Self {
        let (waiting, running) = (VecDeque::new(), JoinSet::new());
        Self { waiting, running, wait: SHORTEST_WAIT, look_at: Instant::now() }
    }

    /// Take more once everything taken has been begun.
    async fn look(&mut self, bench: &Bench) {
        if !self.waiting.is_empty() || self.is_full() || Instant::now() < self.look_at {
            return;
        }
        match bench.take().await {
            Ok(taken) => self.waiting.extend(taken),
            Err(error) => tracing::warn!(%error, "no jobs could be taken"),
        }
        if self.waiting.is_empty() {
            self.look_at = Instant::now() + self.wait;
            self.wait = (self.wait * 2).min(LONGEST_WAIT);
        } else {
            self.wait = SHORTEST_WAIT;
        }
    }

    fn start(&mut self, bench: &Bench) {
        while !self.is_full() {
            let Some(leased) = self.waiting.pop_front() else { return };
            let bench = bench.clone();
            self.running.spawn(async move { carry_out(&bench, leased).await });
        }
    }

    /// Until there is something to do.
    async fn pause(&mut self, bench: &Bench, stop: &CancellationToken) {
        let may_look = !self.is_full();
        tokio::select! {
            () = stop.cancelled() => {}
            Some(_) = self.running.join_next() => {}
            () = bench.woken(), if may_look => self.look_at = Instant::now(),
            () = sleep_until(self.look_at), if may_look => {}
        }
    }

    fn is_full(&self) -> bool {
        self.running.len() >= AT_ONCE
    }

    async fn end(mut self, bench: &Bench) {
        for leased in std::mem::take(&mut self.waiting) {
            if let Err(error) = release(bench, &leased.job).await {
                // Its lease ends by itself.
                tracing::warn!(job = %leased.job.id, %error, "a job could not be given back");
            }
        }
        while self.running.join_next().await.is_some() {}
    }
}
