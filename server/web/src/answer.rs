//! What handlers answer, and the one file that turns a result into a response.

use std::time::Duration;

use anyhow::anyhow;
use chrono::{DateTime, Utc};
use locale::{
    jalali,
    text::isolated,
    words::{self, Lang},
};
use poem::{
    IntoResponse, Response,
    error::ResponseError,
    http::{HeaderName, HeaderValue, StatusCode, header},
};

use crate::{
    cookies::SessionKey,
    language::{By, Spoken},
    page::{Page, Sheet},
    paths::safe_path,
};

/// The result of every handler of an HTML surface.
pub type Answer = Result<Reply, Problem>;

/// Shows a page.
#[expect(clippy::needless_pass_by_value, reason = "a handler gives its page away")]
pub fn show<P: Page>(page: P) -> Answer {
    Reply::page(StatusCode::OK, &page)
}

/// Shows a form again with its problems and what was typed (422).
#[expect(clippy::needless_pass_by_value, reason = "a handler gives its page away")]
pub fn again<P: Page>(page: P) -> Answer {
    Reply::page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Sends the browser to another page of this surface, which it then gets (303).
///
/// A path that would leave this origin leads to the front page instead.
pub fn go(path: impl AsRef<str>) -> Answer {
    Ok(Reply::to(path))
}

/// A hoped-for answer: a page, a redirect or nothing to show, with what the browser should remember.
#[derive(Clone)]
pub struct Reply {
    status: StatusCode,
    content: Content,
    headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) keeps: Keeps,
}

/// A page may hold what a person typed, so nothing of it is told.
impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reply").field("status", &self.status).finish_non_exhaustive()
    }
}

#[derive(Clone)]
enum Content {
    Sheet(Box<Sheet>),
    Nothing,
}

/// What the browser should remember; `Site::dress` writes it as cookies of its surface.
#[derive(Clone, Default)]
pub(crate) struct Keeps {
    pub(crate) session: Option<Sign>,
    pub(crate) notice: Option<&'static str>,
    pub(crate) lang: Option<Spoken>,
}

#[derive(Clone)]
pub(crate) enum Sign {
    In(SessionKey, Duration),
    Out,
}

impl Reply {
    /// A page with a status of one's own, such as the tracking form for an unknown code.
    pub fn page<P: Page>(status: StatusCode, page: &P) -> Answer {
        let sheet = Sheet::of(page).map_err(|error| Problem::Fault(error.into()))?;
        Ok(Self::new(status, Content::Sheet(Box::new(sheet))))
    }

    /// A redirect within this surface; see [`go`].
    pub fn to(path: impl AsRef<str>) -> Self {
        Self::new(StatusCode::SEE_OTHER, Content::Nothing).located(safe_path(path.as_ref()))
    }

    /// A redirect to a sibling surface of ours, such as a ticket of the files host.
    ///
    /// `address` must come from configuration and ids, never from a request.
    pub fn elsewhere(address: &str) -> Self {
        Self::new(StatusCode::SEE_OTHER, Content::Nothing).located(address)
    }

    /// Done, and nothing to show (204): what a script of ours asks for.
    pub fn nothing() -> Self {
        Self::new(StatusCode::NO_CONTENT, Content::Nothing)
    }

    /// Begins a session in this browser; the cookie lives for `lives`.
    #[must_use]
    pub fn signing_in(mut self, key: SessionKey, lives: Duration) -> Self {
        self.keeps.session = Some(Sign::In(key, lives));
        self
    }

    /// Ends the session in this browser.
    #[must_use]
    pub fn signing_out(mut self) -> Self {
        self.keeps.session = Some(Sign::Out);
        self
    }

    /// Has the next page show the words of a key once.
    #[must_use]
    pub fn notice(mut self, key: &'static str) -> Self {
        self.keeps.notice = Some(key);
        self
    }

    /// Remembers the language that a visitor chose.
    #[must_use]
    pub fn speaking(mut self, lang: Lang) -> Self {
        self.keeps.lang = Some(Spoken { lang, by: By::Visitor });
        self
    }

    /// Remembers the language of the person who is signed in.
    #[must_use]
    pub fn speaking_of_person(mut self, lang: Lang) -> Self {
        self.keeps.lang = Some(Spoken { lang, by: By::Person });
        self
    }

    /// Adds a header, such as `Retry-After`.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    fn new(status: StatusCode, content: Content) -> Self {
        Self { status, content, headers: Vec::new(), keeps: Keeps::default() }
    }

    fn located(self, target: &str) -> Self {
        let target = HeaderValue::from_str(target).unwrap_or(HeaderValue::from_static("/"));
        self.header(header::LOCATION, target)
    }

    pub(crate) fn sheet(&self) -> Option<&Sheet> {
        match &self.content {
            Content::Sheet(sheet) => Some(sheet),
            Content::Nothing => None,
        }
    }
}

/// The reply travels in the response's data; `Site::dress` renders it, since only there the frame is
/// known.
impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = Response::builder().status(self.status).finish();
        response.headers_mut().extend(self.headers.iter().cloned());
        response.set_data(self);
        response
    }
}

/// Every answer that is not the one hoped for.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The request cannot be understood: broken encoding, a field twice, a wrong field.
    #[error("bad request: {0}")]
    BadRequest(&'static str),
    /// The request does not come from a page of ours.
    #[error("forged or outdated form")]
    Forged,
    /// There is none, or none that the caller may know of.
    #[error("missing")]
    Missing,
    /// The desk's rules do not allow it now.
    #[error("refused: {}", .0.key)]
    Refused(Refused),
    /// What was sent does not fit, and there is no form to show again.
    #[error("invalid")]
    Invalid,
    #[error("too large")]
    TooLarge,
    #[error("unsupported media type")]
    UnsupportedMedia,
    /// Too many tries; the same may be tried again after a while.
    #[error("too many requests")]
    TooMany { retry_after: Duration },
    /// Another answer than the one hoped for, such as signing in first.
    #[error("another page instead")]
    Instead(Box<Reply>),
    /// The body came too slowly.
    #[error("timed out")]
    TimedOut,
    /// Something we need is away for a moment; nothing was lost or half done.
    #[error("unavailable: {0}")]
    Unavailable(anyhow::Error),
    /// Our fault. Logged once, with the trace id that the page shows.
    #[error("fault: {0}")]
    Fault(anyhow::Error),
}

/// A business "no", in words.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The key of its words: `refusal-<code>`.
    pub key: String,
    /// What its words mention, such as who finished a task and when.
    pub args: Vec<(&'static str, Arg)>,
}

/// Something that the words of a refusal mention.
#[derive(Debug, Clone)]
pub enum Arg {
    Text(String),
    Moment(DateTime<Utc>),
}

impl Refused {
    /// The sentence in a language; names stand isolated in it, for a template to mark.
    pub fn say(&self, lang: Lang) -> String {
        let args: Vec<(&str, words::Value)> = self
            .args
            .iter()
            .map(|(name, arg)| match arg {
                Arg::Text(text) => (*name, isolated(text).into()),
                Arg::Moment(at) => (*name, jalali::moment(*at, lang).into()),
            })
            .collect();
        words::say(lang, &self.key, &args)
    }
}

impl Problem {
    /// Another answer in place of the page that was asked for.
    pub fn instead(reply: Reply) -> Self {
        Self::Instead(Box::new(reply))
    }

    /// A fault described by a sentence.
    pub fn fault(what: &'static str) -> Self {
        Self::Fault(anyhow!(what))
    }

    pub(crate) fn http_status(&self) -> StatusCode {
        match self {
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Instead(reply) => reply.status,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::TimedOut => StatusCode::REQUEST_TIMEOUT,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// After how many seconds the same may be tried again, where that is known.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany { retry_after } => Some(retry_after.as_secs().max(1)),
            Self::Unavailable(_) => Some(30),
            _ => None,
        }
    }
}

/// For handlers that answer `poem::Result`; `Site::dress` makes the page of it.
impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        self.http_status()
    }
}
