//! Error pages: what went wrong in plain words and what to do now, never a cause.

use locale::words::{self, Lang};
use poem::http::StatusCode;
use serde::Serialize;
use uuid::Uuid;

use crate::{
    answer::{Problem, Refused},
    page::Page,
};

/// The statuses that have words of their own; any other is told as one of these.
const TOLD: [u16; 13] = [400, 403, 404, 405, 408, 409, 413, 415, 421, 422, 429, 500, 503];

/// One page for every answer that has none of its own.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorPage {
    status: u16,
    /// The middle of its words' keys: a status, or what has words of its own.
    told: String,
    /// The sentence of a business "no", by language; other pages speak by their status.
    refusal: Option<Spoken>,
    /// What a person can name when she asks for help with a fault of ours.
    trace: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Spoken {
    fa: String,
    en: String,
}

impl ErrorPage {
    /// The page of a bare status, such as 404 from a router or 421 from the host table.
    pub fn of_status(status: StatusCode) -> Self {
        let told = match status.as_u16() {
            code if TOLD.contains(&code) => code,
            code if code >= 500 => 500,
            _ => 400,
        };
        Self::told(told, told.to_string())
    }

    /// The page of an agency whose desk is closed for the time being.
    pub(crate) fn suspended() -> Self {
        Self::told(503, "suspended".to_owned())
    }

    fn told(status: u16, told: String) -> Self {
        Self { status, told, refusal: None, trace: None }
    }

    /// The page of a problem. A fault is logged here, once, beside the trace id that the page shows.
    pub(crate) fn of_problem(problem: &Problem) -> Self {
        let mut page = Self::of_status(problem.http_status());
        match problem {
            Problem::Refused(refused) => page.refusal = Some(Spoken::refusal(refused)),
            Problem::Fault(fault) => {
                let trace = Uuid::new_v4().simple().to_string()[..12].to_owned();
                tracing::error!(trace, error = format!("{fault:#}"), "a request failed");
                page.trace = Some(trace);
            }
            Problem::Unavailable(cause) => {
                tracing::warn!(error = format!("{cause:#}"), "a request was put off");
            }
            _ => {}
        }
        page
    }

    /// The status to answer with.
    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl Spoken {
    fn refusal(refused: &Refused) -> Self {
        Self { fa: refused.say(Lang::Fa), en: refused.say(Lang::En) }
    }
}

impl Page for ErrorPage {
    const TEMPLATE: &'static str = "web/error.html";

    fn samples() -> Vec<Self> {
        let statuses = TOLD.into_iter().map(|status| Self::told(status, status.to_string()));
        let mut samples: Vec<_> = statuses.collect();
        samples.push(Self::suspended());
        samples.push(Self {
            refusal: Some(Spoken {
                fa: "این کار انجام شده است.".into(),
                en: "Already done.".into(),
            }),
            ..Self::told(409, "409".to_owned())
        });
        samples
            .push(Self { trace: Some("0123456789ab".into()), ..Self::told(500, "500".to_owned()) });
        samples
    }

    fn title(&self, lang: Lang) -> String {
        words::say(lang, &format!("error-{}-title", self.told), &[])
    }
}
