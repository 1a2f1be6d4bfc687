//! What the clients did and what they were answered: the half of the truth that the server cannot
//! touch.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use uuid::Uuid;

/// What a client asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Op {
    /// To keep the answers of a draft.
    Save,
    /// To take a document in; `sha256` of its bytes in hexadecimal, different each time.
    Upload { sha256: String },
    /// To open a case.
    Submit,
    /// To be told the tracking code of the case.
    Receipt { code: String },
}

/// What a client knows about whether it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was acknowledged.
    Ok,
    /// It was not done: the server said so, or was never reached.
    Fail,
    /// The answer never came: it was done or it was not.
    Unknown,
}

/// Who asked: the number of a client at the portal of an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Who {
    pub(crate) tenant: &'static str,
    pub(crate) number: usize,
}

/// One question with its answer.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) who: Who,
    pub(crate) draft: Uuid,
    pub(crate) op: Op,
    /// Since the history began.
    pub(crate) invoked: Duration,
    pub(crate) returned: Duration,
    pub(crate) outcome: Outcome,
}

/// Everything that was asked, and every kill.
pub(crate) struct History {
    began: Instant,
    entries: Mutex<Vec<Entry>>,
    kills: Mutex<Vec<Duration>>,
    aways: Mutex<Vec<String>>,
}

impl History {
    pub(crate) fn begin() -> Self {
        Self {
            began: Instant::now(),
            entries: Mutex::default(),
            kills: Mutex::default(),
            aways: Mutex::default(),
        }
    }

    /// The time of an invocation.
    pub(crate) fn now(&self) -> Duration {
        self.began.elapsed()
    }

    pub(crate) fn note(
        &self,
        who: Who,
        draft: Uuid,
        (op, outcome): (Op, Outcome),
        invoked: Duration,
    ) {
        let returned = self.now();
        lock(&self.entries).push(Entry { who, draft, op, invoked, returned, outcome });
    }

    pub(crate) fn note_kill(&self) {
        let at = self.now();
        lock(&self.kills).push(at);
    }

    /// A request of whatever kind that was not answered, or not to its end.
    pub(crate) fn note_away(&self, why: String) {
        lock(&self.aways).push(why);
    }

    pub(crate) fn aways(&self) -> Vec<String> {
        lock(&self.aways).clone()
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        lock(&self.entries).clone()
    }

    pub(crate) fn kills(&self) -> Vec<Duration> {
        lock(&self.kills).clone()
    }

    /// How many questions of a kind ended in a way.
    pub(crate) fn count(&self, of: impl Fn(&Op) -> bool, outcome: Outcome) -> usize {
        lock(&self.entries).iter().filter(|e| e.outcome == outcome && of(&e.op)).count()
    }
}

/// A client that panicked has ended the test in any case.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
