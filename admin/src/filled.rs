//! A form of the console: what stands in its inputs and what is wrong with it.

use domain::Error;
use forms::{OptionView, Typed};
use locale::digits;
use locale::words::Lang;
use poem::http::StatusCode;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;
use web::problems::{self, Line};
use web::{Answer, Fields, Page, Problem, Reply, refusals};

/// One input: its name, what stands in it, what is wrong with it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Input {
    pub(crate) key: String,
    pub(crate) value: String,
    pub(crate) problem: Option<String>,
}

/// A choice from a list, likewise.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Choice {
    pub(crate) key: String,
    pub(crate) options: Vec<OptionView>,
    pub(crate) problem: Option<String>,
}

/// What was typed, or what is there already, with the lines of the error summary.
#[derive(Clone, Default)]
pub(crate) struct Filled {
    typed: Typed,
    lines: Vec<Line>,
    status: StatusCode,
}

impl Filled {
    pub(crate) fn read<const LIMIT: usize>(fields: &Fields<LIMIT>) -> Result<Self, Problem> {
        Ok(Self { typed: fields.pairs()?.collect(), ..Self::default() })
    }

    /// What is there already.
    pub(crate) fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self { typed: pairs.into_iter().collect(), ..Self::default() }
    }

    /// The same with why it was not taken. A refusal stands at the input `at`; what no input can tell
    /// is passed on.
    pub(crate) fn told(self, error: Error, at: &str, lang: Lang) -> Result<Self, Problem> {
        let (lines, status) = match error {
            Error::Invalid(found) => {
                (problems::lines(&found, &[], lang), StatusCode::UNPROCESSABLE_ENTITY)
            }
            Error::Refused(refusal) => {
                let text = refusals::say(&refusal, lang);
                (vec![Line { key: at.to_owned(), text }], StatusCode::CONFLICT)
            }
            other => return Err(other.into()),
        };
        Ok(Self { lines, status, ..self })
    }

    /// Shows the page that the form stands on.
    pub(crate) fn answer<P: Page>(&self, page: &P) -> Answer {
        Reply::page(self.status, page)
    }

    /// These inputs with what another form of the same page told.
    pub(crate) fn with(&self, told: &Self) -> Self {
        Self { typed: self.typed.clone(), lines: told.lines.clone(), status: told.status }
    }

    pub(crate) fn lines(&self) -> Vec<Line> {
        self.lines.clone()
    }

    /// Minted with the page and kept when it comes back, so that what was added stays added once.
    pub(crate) fn command(&self) -> Uuid {
        self.typed.get("_command").parse().unwrap_or_else(|_| Uuid::now_v7())
    }

    /// The same as a form brings it along.
    pub(crate) fn sent_command(&self) -> Result<Uuid, Problem> {
        self.typed.get("_command").parse().map_err(|_| Problem::BadRequest("no command"))
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        self.typed.get(name)
    }

    pub(crate) fn problem(&self, name: &str) -> Option<String> {
        self.lines.iter().find(|line| line.key == name).map(|line| line.text.clone())
    }

    pub(crate) fn input(&self, name: &str) -> Input {
        let (value, problem) = (self.text(name).to_owned(), self.problem(name));
        Input { key: name.to_owned(), value, problem }
    }

    /// A choice among values with their labels.
    pub(crate) fn choice(
        &self,
        name: &str,
        options: impl Iterator<Item = (String, String)>,
    ) -> Choice {
        let chosen = self.text(name);
        let option = |(value, label)| OptionView { selected: chosen == value, value, label };
        let (options, problem) = (options.map(option).collect(), self.problem(name));
        Choice { key: name.to_owned(), options, problem }
    }
}

/// A number as people type it, in the digits of either language.
pub(crate) fn number(typed: &str) -> Option<Value> {
    serde_json::from_str(&digits::ungrouped(typed)).ok().filter(Value::is_number)
}
