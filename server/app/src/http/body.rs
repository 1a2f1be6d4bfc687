//! A request's body that must keep coming.

use std::future::Future as _;
use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::combinators::BoxBody;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::config::Limits;

/// What the outside knows of a body that a handler reads.
#[derive(Debug, Clone, Default)]
pub(super) struct Progress(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    waited: Duration,
    waiting_since: Option<Instant>,
    read_whole: bool,
}

impl Progress {
    /// How long the client has kept the handler waiting; its own clock must not run meanwhile.
    pub(super) fn waited(&self) -> Duration {
        let state = self.state();
        state.waited + state.waiting_since.map_or(Duration::ZERO, |since| since.elapsed())
    }

    /// Whether the handler has read it to its end.
    pub(super) fn is_read_whole(&self) -> bool {
        self.state().read_whole
    }

    fn begin_waiting(&self) {
        self.state().waiting_since.get_or_insert_with(Instant::now);
    }

    fn end_waiting(&self) {
        let mut state = self.state();
        if let Some(since) = state.waiting_since.take() {
            state.waited += since.elapsed();
        }
    }

    fn end(&self) {
        self.state().read_whole = true;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Fails with `TimedOut` when the body falls behind the minimum rate or takes too long in all.
///
/// Only waiting for the client counts: a slow store behind us is not the client's fault.
pub(super) struct PacedBody {
    inner: BoxBody<Bytes, io::Error>,
    received: u64,
    progress: Progress,
    limits: Limits,
    alarm: Option<Pin<Box<Sleep>>>,
}

impl PacedBody {
    pub(super) fn new(inner: BoxBody<Bytes, io::Error>, limits: &Limits) -> (Self, Progress) {
        let progress = Progress::default();
        if inner.is_end_stream() {
            progress.end();
        }
        let (limits, shared) = (limits.clone(), progress.clone());
        (Self { inner, received: 0, progress: shared, limits, alarm: None }, progress)
    }

    /// The waiting that what has come so far pays for.
    fn allowance(&self) -> Duration {
        let earned = Duration::from_secs(self.received) / self.limits.body_rate;
        (*self.limits.body_patience + earned).min(*self.limits.body_timeout)
    }

    fn poll_late(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.progress.begin_waiting();
        let left = self.allowance().saturating_sub(self.progress.waited());
        if left.is_zero() {
            return Poll::Ready(());
        }
        let until = Instant::now() + left;
        let alarm = self.alarm.get_or_insert_with(|| Box::pin(sleep_until(until)));
        alarm.as_mut().reset(until);
        alarm.as_mut().poll(cx)
    }
}

impl Body for PacedBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let this = self.get_mut();
        let Poll::Ready(frame) = Pin::new(&mut this.inner).poll_frame(cx) else {
            ready!(this.poll_late(cx));
            return Poll::Ready(Some(Err(ErrorKind::TimedOut.into())));
        };
        this.progress.end_waiting();
        if frame.is_none() || this.inner.is_end_stream() {
            this.progress.end();
        }
        let data = frame.as_ref().and_then(|frame| frame.as_ref().ok()?.data_ref());
        this.received += data.map_or(0, |data| data.len() as u64);
        // A drip that always has one byte ready in time must not get past the clock.
        if data.is_some() && this.progress.waited() > this.allowance() {
            return Poll::Ready(Some(Err(ErrorKind::TimedOut.into())));
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}
