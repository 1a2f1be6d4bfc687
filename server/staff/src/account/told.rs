//! What is told of a form of the account that was not taken.

use domain::Error;
use forms::{Flaw, Problems};
use locale::words::Lang;
use serde::Serialize;
use web::problems::{self, Line};
use web::{Problem, refusals};

/// The fields of these forms, in the order of the pages.
const FIELDS: &[&str] = &["password", "code", "new", "repeated"];

/// The summary's lines, and the same beside each field.
#[derive(Default, Serialize)]
pub(crate) struct Told {
    lines: Vec<Line>,
    password: Option<String>,
    code: Option<String>,
    new: Option<String>,
    repeated: Option<String>,
}

impl Told {
    /// Of a verb's "no"; what no field can tell is passed on.
    pub(super) fn of(error: Error, lang: Lang) -> Result<Self, Problem> {
        match error {
            Error::Invalid(found) => Ok(Self::beside(&found, lang)),
            Error::Refused(refusal) => {
                let text = refusals::say(&refusal, lang);
                Ok(Self::new(vec![Line { key: "password".into(), text }]))
            }
            other => Err(other.into()),
        }
    }

    /// Of one flaw that the page itself finds.
    pub(super) fn one(field: &str, code: &str, lang: Lang) -> Self {
        Self::beside(&Problems::one(field, Flaw::new(code)), lang)
    }

    pub(super) fn anything(&self) -> bool {
        !self.lines.is_empty()
    }

    fn beside(found: &Problems, lang: Lang) -> Self {
        Self::new(problems::lines(found, FIELDS, lang))
    }

    fn new(lines: Vec<Line>) -> Self {
        let of = |key| lines.iter().find(|line| line.key == key).map(|line| line.text.clone());
        let (password, code) = (of("password"), of("code"));
        let (new, repeated) = (of("new"), of("repeated"));
        Self { lines, password, code, new, repeated }
    }
}
