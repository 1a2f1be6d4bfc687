//! Every answer that is not the one hoped for, and the one file that gives it a status.

use domain::{Error, Refusal};
use forms::{Flaw, Problems};
use locale::words::{Lang, say1};
use poem::error::ResponseError;
use poem::http::StatusCode;
use poem_openapi::ApiResponse;
use poem_openapi::payload::Json;
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::Type;

use crate::explained::{Explained, PROBLEM};

/// The result of every handler.
pub(crate) type Reply<T> = Result<T, Problem>;

/// Answers of one value, with status 200.
pub(crate) type Shown<T> = Reply<Json<T>>;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    /// No key, or one that opens nothing: which of these, is the code of its words.
    #[error("a stranger: {0}")]
    Stranger(&'static str),
    /// The key does not reach so far.
    #[error("beyond the key's reach")]
    BeyondReach,
    /// The key of a command was that of another one before.
    #[error("a command's key was used before")]
    KeyReused,
    /// What was sent does not fit.
    #[error("invalid")]
    Invalid(Vec<Misfit>),
    /// A parameter of this name does not fit, or is missing.
    #[error("the parameter {0} does not fit")]
    Parameter(&'static str),
    /// A body that is not what the document says; what the parser said of it.
    #[error("the body does not fit")]
    Body(String),
    /// A body within bodies beyond what is read.
    #[error("the body is nested too deeply")]
    TooDeep,
    #[error(transparent)]
    Other(#[from] web::Problem),
}

/// One thing that does not fit.
#[derive(Debug, Clone)]
pub(crate) struct Misfit {
    /// Where in what was sent (RFC 6901).
    pub(crate) pointer: String,
    pub(crate) what: What,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    Flaw(Flaw),
    /// The key of its words.
    Word(String),
}

impl Problem {
    pub(crate) fn missing() -> Self {
        Self::Other(web::Problem::Missing)
    }

    /// The code by which programs tell it from others.
    pub(crate) fn code(&self) -> String {
        match self {
            Self::Stranger(code) => (*code).to_owned(),
            Self::BeyondReach => "beyond-reach".to_owned(),
            Self::KeyReused => "key-reused".to_owned(),
            Self::Invalid(_) => "invalid".to_owned(),
            Self::Parameter(_) => "parameter".to_owned(),
            Self::Body(_) => "body".to_owned(),
            Self::TooDeep => "too-deep".to_owned(),
            Self::Other(web::Problem::Refused(refused)) => refused.key.clone(),
            Self::Other(other) => other.status().as_u16().to_string(),
        }
    }
}

impl Misfit {
    pub(crate) fn code(&self) -> &str {
        match &self.what {
            What::Flaw(flaw) => &flaw.code,
            What::Word(key) => key,
        }
    }

    pub(crate) fn text(&self, lang: Lang) -> String {
        match &self.what {
            What::Flaw(flaw) => flaw.text(lang),
            What::Word(key) => say1(lang, key),
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Denied(denied) if denied.beyond_reach => Self::BeyondReach,
            Error::Invalid(problems) => Self::from(&problems),
            Error::Refused(Refusal::KeyReused) => Self::KeyReused,
            Error::Refused(
                refusal
                @ (Refusal::ClientUnknown | Refusal::ClientRevoked | Refusal::ClientExpired),
            ) => Self::Stranger(refusal.code()),
            other => Self::Other(other.into()),
        }
    }
}

/// Problems of a form, where a request has its answers and its documents.
impl From<&Problems> for Problem {
    fn from(problems: &Problems) -> Self {
        let misfit = |(key, flaw): (&str, &Flaw)| {
            let place = if flaw.code.starts_with("file-") { "documents" } else { "answers" };
            Misfit { pointer: pointer(&[place, key]), what: What::Flaw(flaw.clone()) }
        };
        Self::Invalid(problems.iter().map(misfit).collect())
    }
}

/// A pointer to a member of a member (RFC 6901, section 3).
pub(crate) fn pointer(names: &[&str]) -> String {
    names
        .iter()
        .flat_map(|name| ["/".to_owned(), name.replace('~', "~0").replace('/', "~1")])
        .collect()
}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        match self {
            Self::Stranger(_) => StatusCode::UNAUTHORIZED,
            Self::BeyondReach => StatusCode::FORBIDDEN,
            Self::KeyReused | Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Parameter(_) | Self::Body(_) | Self::TooDeep => StatusCode::BAD_REQUEST,
            Self::Other(other) => other.status(),
        }
    }
}

/// The statuses that any operation may answer with.
const STATUSES: [(u16, &str); 13] = [
    (400, "bad-request"),
    (401, "no-key"),
    (403, "beyond-reach"),
    (404, "missing"),
    (408, "too-slow"),
    (409, "refused"),
    (413, "too-large"),
    (415, "media-type"),
    (421, "misdirected"),
    (422, "invalid"),
    (429, "too-many"),
    (500, "fault"),
    (503, "unavailable"),
];

impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        let response = |(status, description): (u16, &'static str)| MetaResponse {
            description,
            status: Some(status),
            status_range: None,
            content: vec![MetaMediaType { content_type: PROBLEM, schema: Explained::schema_ref() }],
            headers: Vec::new(),
        };
        MetaResponses { responses: STATUSES.into_iter().map(response).collect() }
    }

    fn register(registry: &mut Registry) {
        <Explained as Type>::register(registry);
    }
}
