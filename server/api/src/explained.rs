//! Problems as programs read them (RFC 9457).

use locale::words::{Lang, say1};
use poem::Response;
use poem::error::ResponseError as _;
use poem::http::{HeaderValue, StatusCode, header};
use poem_openapi::Object;
use poem_openapi::types::ToJSON as _;
use uuid::Uuid;

use crate::problem::{Misfit, Problem};

/// The media type of every answer that is not the one hoped for.
pub(crate) const PROBLEM: &str = "application/problem+json";

/// A problem.
#[derive(Object)]
#[oai(rename = "Problem", skip_serializing_if_is_none)]
pub(crate) struct Explained {
    #[oai(rename = "type")]
    kind: String,
    title: String,
    status: u16,
    detail: String,
    instance: String,
    errors: Vec<FieldProblem>,
    cause: Option<String>,
}

/// What is wrong with one part of what was sent.
#[derive(Object)]
pub(crate) struct FieldProblem {
    pointer: String,
    code: String,
    detail: String,
}

/// One call: the language of its answer, and the id under which the log knows it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call {
    pub(crate) lang: Lang,
    pub(crate) id: Uuid,
}

impl Call {
    /// A problem told to its caller. A fault is logged here, once, beside the id that it is told by.
    pub(crate) fn problem(self, problem: &Problem) -> Response {
        self.log(problem);
        let status = problem.status();
        let explained = Explained {
            detail: self.detail(problem),
            errors: self.errors(problem),
            cause: match problem {
                Problem::Body(cause) => Some(cause.clone()),
                _ => None,
            },
            ..self.bare(status, &problem.code())
        };
        let mut response = answer(status, &explained);
        if let Problem::Other(other) = problem
            && let Some(seconds) = other.retry_after()
        {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }

    /// A bare status, such as 404 from the router.
    pub(crate) fn status(self, status: StatusCode) -> Response {
        answer(status, &self.bare(status, &status.as_u16().to_string()))
    }

    fn bare(self, status: StatusCode, code: &str) -> Explained {
        Explained {
            kind: format!("urn:mizban:problem:{code}"),
            title: self.word(status, "title"),
            status: status.as_u16(),
            detail: self.word(status, "detail"),
            instance: format!("urn:uuid:{}", self.id),
            errors: Vec::new(),
            cause: None,
        }
    }

    /// The words of a status; one that has none of its own is told by its hundred.
    fn word(self, status: StatusCode, part: &str) -> String {
        let key = |status: u16| format!("api-problem-{status}-{part}");
        let told = status.as_u16();
        let told = if locale::words::has(self.lang, &key(told)) {
            told
        } else if status.is_server_error() {
            500
        } else {
            400
        };
        say1(self.lang, &key(told))
    }

    fn detail(self, problem: &Problem) -> String {
        match problem {
            Problem::Other(web::Problem::Refused(refused)) => refused.say(self.lang),
            Problem::Stranger(code) => say1(self.lang, &format!("refusal-{code}")),
            Problem::KeyReused => say1(self.lang, "refusal-key-reused"),
            Problem::Body(_) => say1(self.lang, "api-problem-body"),
            Problem::TooDeep => say1(self.lang, "api-problem-too-deep"),
            Problem::Parameter(_) => say1(self.lang, "api-problem-parameter"),
            other => self.word(other.status(), "detail"),
        }
    }

    fn errors(self, problem: &Problem) -> Vec<FieldProblem> {
        let told = |misfit: &Misfit| FieldProblem {
            pointer: misfit.pointer.clone(),
            code: misfit.code().to_owned(),
            detail: misfit.text(self.lang),
        };
        match problem {
            Problem::Invalid(misfits) => misfits.iter().map(told).collect(),
            Problem::Parameter(name) => vec![FieldProblem {
                pointer: format!("/{name}"),
                code: "parameter".to_owned(),
                detail: say1(self.lang, "api-problem-parameter"),
            }],
            _ => Vec::new(),
        }
    }

    fn log(self, problem: &Problem) {
        let call = self.id;
        match problem {
            Problem::Other(web::Problem::Fault(fault)) => {
                tracing::error!(%call, error = format!("{fault:#}"), "a call failed");
            }
            Problem::Other(web::Problem::Unavailable(cause)) => {
                tracing::warn!(%call, error = format!("{cause:#}"), "a call was put off");
            }
            _ => {}
        }
    }
}

fn answer(status: StatusCode, explained: &Explained) -> Response {
    let mut response =
        Response::builder().status(status).content_type(PROBLEM).body(explained.to_json_string());
    if status == StatusCode::UNAUTHORIZED {
        let challenge = HeaderValue::from_static("Bearer");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
    }
    response
}
