//! What the client really wrote before hyper tidied it up.
//!
//! hyper drops `Content-Length` where `Transfer-Encoding` stands beside it. Another server on the
//! way may have kept the other one: such a request is how a second one is smuggled past it, and can
//! only be recognised in the bytes. So the bytes of each head are kept until its request is there.
//!
//! To know where the next head begins, a body with a length is counted off. After a chunked one the
//! connection is closed instead of being parsed a second time here.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hyper::Request;
use hyper::body::{Body as _, Incoming};
use poem::http::header;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

/// Shared by the wire, which fills it, and the service, which empties it.
#[derive(Clone)]
pub(super) struct Heads(Arc<Shared>);

struct Shared {
    state: Mutex<State>,
    /// Somebody is being waited for again.
    waiting: Notify,
}

struct State {
    seen: Vec<u8>,
    /// Bytes of a body that are still to come.
    body_left: u64,
    /// A request is being answered; its client is not the one who keeps us waiting.
    busy: bool,
    /// Since when the client has owed us the rest of something: of a head, from its first byte or
    /// the opening of the connection; of a body that nobody reads any more, from the answer.
    since: Option<Instant>,
    /// Nothing that follows is a head that anybody will read.
    closes: bool,
}

/// What hyper does not tell of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// Both a length and chunks were announced.
    pub(super) contradicts_itself: bool,
    /// The connection ends with this request.
    pub(super) closes: bool,
}

impl Default for Heads {
    fn default() -> Self {
        let state = State {
            seen: Vec::new(),
            body_left: 0,
            busy: false,
            since: Some(Instant::now()),
            closes: false,
        };
        Self(Arc::new(Shared { state: Mutex::new(state), waiting: Notify::new() }))
    }
}

impl Heads {
    /// Bytes have come over the wire.
    pub(super) fn note(&self, bytes: &[u8]) {
        let mut state = self.state();
        if state.closes {
            return;
        }
        let of_body = usize::try_from(state.body_left).unwrap_or(usize::MAX).min(bytes.len());
        state.body_left -= of_body as u64;
        let of_head = &bytes[of_body..];
        if !of_head.is_empty() {
            state.seen.extend_from_slice(of_head);
            if !state.busy && state.since.is_none() {
                state.since = Some(Instant::now());
                self.0.waiting.notify_one();
            }
        }
    }

    /// Resolves when the client has kept us waiting for so long.
    ///
    /// hyper has a timer of its own, for one span only: it serves for the idle time between
    /// requests, of which a client that drips a head byte by byte must get far less. And hyper does
    /// not look at a connection again whose request was answered before its body had come.
    pub(super) async fn overdue(&self, patience: Duration) {
        loop {
            let since = self.state().since;
            match since {
                None => self.0.waiting.notified().await,
                Some(instant) => {
                    sleep_until(instant + patience).await;
                    if self.state().since == since {
                        return;
                    }
                }
            }
        }
    }

    /// hyper has read a whole head: look at its bytes and let them go.
    pub(super) fn take(&self, request: &Request<Incoming>) -> Head {
        let mut state = self.state();
        state.busy = true;
        state.since = None;
        let chunked = request.headers().contains_key(header::TRANSFER_ENCODING);
        let end = end_of_head(&state.seen);
        let contradicts_itself = chunked && names_a_length(&state.seen[..end]);
        state.closes |= chunked;
        state.seen.drain(..end);
        let length = request.body().size_hint().exact().unwrap_or(0);
        let here = usize::try_from(length).unwrap_or(usize::MAX).min(state.seen.len());
        state.seen.drain(..here);
        state.body_left = length - here as u64;
        if state.closes {
            state.seen = Vec::new();
        }
        Head { contradicts_itself, closes: state.closes }
    }

    /// The answer is on its way. `unread`: the rest of the body is of no use any more.
    pub(super) fn done(&self, unread: bool) {
        let mut state = self.state();
        state.busy = false;
        if unread || !state.seen.is_empty() {
            state.since = Some(Instant::now());
            self.0.waiting.notify_one();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing in here can panic half-way; a poisoned lock holds a whole state.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Behind the first empty line after the first line with something in it. hyper skips empty lines
/// in front, and takes a bare line feed for the end of a line.
pub(super) fn end_of_head(bytes: &[u8]) -> usize {
    let mut at = 0;
    let mut begun = false;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        let empty = matches!(line, b"\n" | b"\r\n");
        if empty && begun {
            return at;
        }
        begun |= !empty;
    }
    bytes.len()
}

pub(super) fn names_a_length(head: &[u8]) -> bool {
    const NAME: &[u8] = b"content-length";
    head.split(|byte| *byte == b'\n').skip(1).any(|line| {
        line.iter()
            .position(|byte| *byte == b':')
            .is_some_and(|colon| line[..colon].trim_ascii().eq_ignore_ascii_case(NAME))
    })
}
