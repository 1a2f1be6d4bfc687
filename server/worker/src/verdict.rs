//! Again or give up: the one thing that is decided here.

use domain::{Error, Refusal};

/// What becomes of a job that was run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing is left to do.
    Done,
    /// Nothing is left to do, and the job was taken off the list with the last thing it did.
    Settled,
    /// Try again later.
    Again(Failure),
}

/// Why a job has to be tried again: the kind that is kept with it, never a text, in which there
/// might be a person's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Somebody else holds the very thing at the moment.
    Busy,
    /// The tenant's policy does not let its worker in; a person has to mend it.
    Denied,
    Fault,
    /// The carrier asked for another try.
    Carrier,
    /// The object store did not answer.
    Store,
    /// It was carried out and did not find what it should.
    Unsound,
    /// It ran for as long as its lease.
    Timeout,
    Panic,
}

impl Failure {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Busy => "busy",
            Self::Denied => "denied",
            Self::Fault => "fault",
            Self::Carrier => "carrier",
            Self::Store => "store",
            Self::Unsound => "unsound",
            Self::Timeout => "timeout",
            Self::Panic => "panic",
        }
    }
}

/// How a job stopped short of its end.
#[derive(Debug)]
pub(crate) enum Stop {
    Domain(Error),
    /// In words for the log, without a person's data.
    Carrier(String),
    Store(String),
    /// What was looked at is not as it should be.
    Unsound,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Domain(error)
    }
}

impl From<tenants::Fault> for Stop {
    fn from(fault: tenants::Fault) -> Self {
        Self::Domain(fault.into())
    }
}

impl Stop {
    /// What is no longer there, or no longer wanted, is done: a case closed before its timer fired,
    /// or a draft withdrawn.
    pub(crate) fn verdict(&self) -> Verdict {
        match self {
            Self::Carrier(_) => Verdict::Again(Failure::Carrier),
            Self::Store(_) => Verdict::Again(Failure::Store),
            Self::Unsound => Verdict::Again(Failure::Unsound),
            Self::Domain(Error::Refused(Refusal::Busy)) => Verdict::Again(Failure::Busy),
            Self::Domain(Error::Missing(_) | Error::Refused(_)) => Verdict::Done,
            Self::Domain(Error::Denied(_)) => Verdict::Again(Failure::Denied),
            Self::Domain(Error::Invalid(_) | Error::Fault(_)) => Verdict::Again(Failure::Fault),
        }
    }

    /// The cause, for the log.
    pub(crate) fn cause(&self) -> String {
        match self {
            Self::Domain(error) => chain(error),
            Self::Unsound => "what was looked at is not as it should be".to_owned(),
            Self::Carrier(reason) | Self::Store(reason) => reason.clone(),
        }
    }
}

fn chain(error: &Error) -> String {
    match error {
        Error::Fault(fault) => format!("{fault:#}"),
        other => other.to_string(),
    }
}
