//! The load: a number of connections, each sending its next request when it has its answer.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use futures_util::future::try_join_all;
use http::StatusCode;

use crate::connection::{Asked, Connection};

/// How long a load lasts, and what of it counts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lasting {
    /// For a time after the warm-up's.
    Time { warm_up: Duration, counted: Duration },
    /// As many requests as there are; the first ones warm up.
    Requests { warm_up: usize, all: usize },
}

/// The usual: what each figure that can go on for ever is measured over.
pub(crate) const A_WHILE: Lasting =
    Lasting::Time { warm_up: Duration::from_secs(2), counted: Duration::from_secs(8) };

/// What to send, and what is right to come back.
pub(crate) struct Load<'a> {
    pub(crate) port: u16,
    pub(crate) connections: usize,
    pub(crate) lasting: Lasting,
    /// The request of this number, counted from 0.
    pub(crate) request: &'a dyn Fn(usize) -> Asked,
    pub(crate) expected: StatusCode,
}

/// What came of it. Latencies are those of the client: from the request to the end of its answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measured {
    pub(crate) requests: usize,
    pub(crate) per_second: f64,
    pub(crate) p50: Duration,
    pub(crate) p99: Duration,
}

/// One answered request: when it was answered, counted from the load's beginning, and how long it
/// took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample {
    pub(crate) at: Duration,
    pub(crate) took: Duration,
}

impl Load<'_> {
    /// Bring it on. Any answer but the expected one ends it: a figure of errors is none.
    pub(crate) async fn run(&self) -> anyhow::Result<Measured> {
        let began = Instant::now();
        let (next, samples) = (Cell::new(0), RefCell::new(Vec::new()));
        let each = (0..self.connections).map(|_| self.connection(began, &next, &samples));
        try_join_all(each).await?;
        let mut samples = samples.into_inner();
        samples.sort_by_key(|sample| sample.at);
        let (from, counted) = match self.lasting {
            Lasting::Time { warm_up, .. } => {
                let before = samples.partition_point(|sample| sample.at < warm_up);
                (warm_up, samples.split_off(before))
            }
            Lasting::Requests { warm_up, .. } => {
                ensure!(samples.len() > warm_up, "nothing was sent after the warm-up");
                let counted = samples.split_off(warm_up);
                (samples.last().map(|last| last.at).unwrap_or_default(), counted)
            }
        };
        measured(from, &counted)
    }

    async fn connection(
        &self,
        began: Instant,
        next: &Cell<usize>,
        samples: &RefCell<Vec<Sample>>,
    ) -> anyhow::Result<()> {
        let mut connection = Connection::open(self.port).await?;
        while self.goes_on(began, next.get()) {
            let request = (self.request)(next.replace(next.get() + 1));
            let sent = Instant::now();
            let answer = connection.send(request).await?;
            if answer.status != self.expected {
                bail!("{} was expected, but {}", self.expected, answer.said());
            }
            samples.borrow_mut().push(Sample { at: began.elapsed(), took: sent.elapsed() });
        }
        Ok(())
    }

    fn goes_on(&self, began: Instant, next: usize) -> bool {
        match self.lasting {
            Lasting::Time { warm_up, counted } => began.elapsed() < warm_up + counted,
            Lasting::Requests { all, .. } => next < all,
        }
    }
}

/// Of samples in the order of their answers, all after `from`.
pub(crate) fn measured(from: Duration, samples: &[Sample]) -> anyhow::Result<Measured> {
    let last = samples.last().context("nothing was answered")?;
    let mut took: Vec<Duration> = samples.iter().map(|sample| sample.took).collect();
    took.sort_unstable();
    let span = last.at.saturating_sub(from).as_secs_f64();
    ensure!(span > 0.0, "nothing took any time");
    let requests = samples.len();
    let per_second = u32::try_from(requests).map(f64::from)? / span;
    Ok(Measured { requests, per_second, p50: share(&took, 50), p99: share(&took, 99) })
}

/// The least value that at least this many of a hundred do not exceed; `sorted` is not empty.
pub(crate) fn share(sorted: &[Duration], of_hundred: usize) -> Duration {
    let rank = (sorted.len() * of_hundred).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}
