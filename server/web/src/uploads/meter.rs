//! Watches a body on its way to the multipart parser: how much, how fast, and that the parser holds no
//! more of it than it needs.

use std::{
    future::poll_fn,
    io,
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    task::{Context, Poll, ready},
    time::{Duration, Instant},
};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream::BoxStream};

use super::Limits;
use crate::answer::Problem;

/// Shared between the reader of the parts and the stream below the parser.
#[derive(Clone)]
pub(super) struct Meter(Arc<Gauge>);

struct Gauge {
    /// Whether the parser may take one piece. Left to itself it would take, and keep, all that has
    /// arrived before it looks at what it has.
    wants: AtomicBool,
    /// Bytes that may still pass before the reader has the headers of a part.
    held: AtomicU64,
    /// Why the stream was cut, for the answer.
    reason: Mutex<Option<Problem>>,
}

impl Meter {
    pub(super) fn new() -> Self {
        Self(Arc::new(Gauge {
            wants: AtomicBool::new(false),
            held: AtomicU64::new(0),
            reason: Mutex::new(None),
        }))
    }

    /// How many bytes may pass until this is called again: few while headers are read, so that headers
    /// without an end do not pile up.
    pub(super) fn allow(&self, bytes: u64) {
        self.0.held.store(bytes, Ordering::Relaxed);
    }

    /// Runs one step of the parser, which is given a further piece only when it cannot go on with what
    /// it has.
    pub(super) async fn step<T>(&self, mut step: impl FnMut(&mut Context<'_>) -> Poll<T>) -> T {
        poll_fn(|context| {
            self.0.wants.store(false, Ordering::Relaxed);
            loop {
                if let Poll::Ready(done) = step(context) {
                    return Poll::Ready(done);
                }
                // Still wanting means that the body itself has to be waited for.
                if self.0.wants.swap(true, Ordering::Relaxed) {
                    return Poll::Pending;
                }
            }
        })
        .await
    }

    /// Why the stream was cut, when it was this meter that cut it.
    pub(super) fn reason(&self) -> Option<Problem> {
        self.0.reason.lock().ok()?.take()
    }

    fn cut(&self, reason: Problem) -> io::Error {
        if let Ok(mut place) = self.0.reason.lock() {
            place.get_or_insert(reason);
        }
        io::ErrorKind::InvalidData.into()
    }
}

/// A body under the meter.
pub(super) struct Metered {
    body: BoxStream<'static, io::Result<Bytes>>,
    meter: Meter,
    pace: Pace,
}

struct Pace {
    started: Instant,
    passed: u64,
    total_bytes: u64,
    minimum_rate: u64,
    patience: Duration,
}

impl Metered {
    pub(super) fn new(body: poem::Body, meter: Meter, limits: &Limits) -> Self {
        let pace = Pace {
            started: Instant::now(),
            passed: 0,
            total_bytes: limits.total_bytes,
            minimum_rate: limits.minimum_rate,
            patience: limits.patience,
        };
        Self { body: body.into_bytes_stream().boxed(), meter, pace }
    }

    fn weigh(&mut self, size: u64) -> Result<(), Problem> {
        self.pace.weigh(size)?;
        let held = &self.meter.0.held;
        let before = held.load(Ordering::Relaxed);
        if before == 0 {
            return Err(Problem::BadRequest("the headers of a part have no end"));
        }
        // The last piece may overshoot: what counts is that no further one follows it.
        held.store(before.saturating_sub(size), Ordering::Relaxed);
        Ok(())
    }
}

impl Pace {
    fn weigh(&mut self, size: u64) -> Result<(), Problem> {
        self.passed += size;
        if self.passed > self.total_bytes {
            return Err(Problem::TooLarge);
        }
        let elapsed = self.started.elapsed();
        if elapsed > self.patience && self.passed < self.minimum_rate * elapsed.as_secs() {
            return Err(Problem::TimedOut);
        }
        Ok(())
    }
}

impl Stream for Metered {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if !self.meter.0.wants.load(Ordering::Relaxed) {
            return Poll::Pending;
        }
        let next = ready!(self.body.poll_next_unpin(context));
        self.meter.0.wants.store(false, Ordering::Relaxed);
        Poll::Ready(next.map(|piece| {
            let piece = piece?;
            self.weigh(piece.len() as u64).map_err(|reason| self.meter.cut(reason))?;
            Ok(piece)
        }))
    }
}
