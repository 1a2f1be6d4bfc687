//! What the domain's "no" means to a browser: the only file of this crate that names the domain.

use domain::{Error, Refusal};
use locale::words::Lang;

use crate::answer::{Arg, Problem, Refused};

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            // What one may not see is answered as if it were not there.
            Error::Missing(_) | Error::Denied(_) => Self::Missing,
            // An edge that knows the form shows it again; this is for one that has none.
            Error::Invalid(_) => Self::Invalid,
            Error::Refused(refusal) => Self::Refused((&refusal).into()),
            Error::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl From<&Refusal> for Refused {
    fn from(refusal: &Refusal) -> Self {
        let args = match refusal {
            Refusal::AlreadyDone { by, at } | Refusal::ChangedMeanwhile { by, at } => {
                vec![("by", Arg::Text(by.clone())), ("at", Arg::Moment(*at))]
            }
            Refusal::CodeTooSoon { until } | Refusal::SignInDelayed { until } => {
                vec![("until", Arg::Moment(*until))]
            }
            _ => Vec::new(),
        };
        Self { key: format!("refusal-{}", refusal.code()), args }
    }
}

/// The sentence of a refusal, for a page that tells it beside its form.
pub fn say(refusal: &Refusal, lang: Lang) -> String {
    Refused::from(refusal).say(lang)
}
