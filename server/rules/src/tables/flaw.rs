//! What is wrong with a decision, and where.

use std::fmt;

use crate::Problem;

/// One thing that is wrong, in a file or while it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}{fault}")]
pub struct Flaw {
    pub place: Place,
    pub fault: Fault,
}

/// Where in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// From 1; 0 if no line is known.
    pub line: u32,
    /// The name of the decision; empty for the file as a whole.
    pub decision: String,
    /// From 1.
    pub rule: Option<usize>,
    pub column: Option<Column>,
}

/// A column of a table, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Input(usize),
    Output(usize),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.decision.is_empty() {
            write!(f, "{}: ", self.decision)?;
        }
        if let Some(rule) = self.rule {
            write!(f, "rule {rule}: ")?;
        }
        match self.column {
            Some(Column::Input(number)) => write!(f, "input {number}: "),
            Some(Column::Output(number)) => write!(f, "output {number}: "),
            None => Ok(()),
        }
    }
}

/// What is wrong.
///
/// As in [`Problem`], the words never hold a fact's value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("this is not XML that is read here: {0}")]
    Malformed(String),

    #[error("there is more of it than can be decided by")]
    TooLarge,

    #[error("this is not a DMN file")]
    NotDmn,

    /// DMN has it, and decisions here do not. The element.
    #[error("a {0} is not offered")]
    Unsupported(String),

    #[error("there is no decision")]
    NoDecision,

    #[error("the decision has neither a table nor an expression")]
    NoLogic,

    #[error("there is no name")]
    NoName,

    /// The name.
    #[error("{0} stands twice")]
    Repeated(String),

    /// What is referred to.
    #[error("there is no {0}")]
    Unknown(String),

    #[error("the decision needs itself")]
    Cycle,

    #[error("there is no output")]
    NoOutput,

    #[error("there is no rule")]
    NoRule,

    #[error("the rule has another number of cells than there are columns")]
    CellCount,

    /// The policy.
    #[error("there is no hit policy {0}")]
    UnknownPolicy(String),

    #[error("only one output can be aggregated")]
    Aggregation,

    #[error("the order of the output's values is missing")]
    NoOrder,

    /// The type.
    #[error("there is no type {0}")]
    UnknownType(String),

    #[error("the cell is empty")]
    Empty,

    #[error("{0}")]
    Expression(Problem),

    /// The type that was expected.
    #[error("it is not of the type {0}")]
    Type(&'static str),

    #[error("it is none of the values that are listed")]
    NotListed,

    #[error("no rule fits")]
    NoHit,

    /// The rules.
    #[error("more than one rule fits: {}", list(.0))]
    SeveralHits(Vec<usize>),

    /// The rules.
    #[error("rules that fit say different things: {}", list(.0))]
    Disagreement(Vec<usize>),
}

fn list(rules: &[usize]) -> String {
    rules.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

impl Fault {
    /// The stable name, for translations.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::TooLarge => "too-large",
            Self::NotDmn => "not-dmn",
            Self::Unsupported(_) => "unsupported",
            Self::NoDecision => "no-decision",
            Self::NoLogic => "no-logic",
            Self::NoName => "no-name",
            Self::Repeated(_) => "repeated",
            Self::Unknown(_) => "unknown",
            Self::Cycle => "cycle",
            Self::NoOutput => "no-output",
            Self::NoRule => "no-rule",
            Self::CellCount => "cell-count",
            Self::UnknownPolicy(_) => "unknown-policy",
            Self::Aggregation => "aggregation",
            Self::NoOrder => "no-order",
            Self::UnknownType(_) => "unknown-type",
            Self::Empty => "empty",
            Self::Expression(problem) => problem.code(),
            Self::Type(_) => "type",
            Self::NotListed => "not-listed",
            Self::NoHit => "no-hit",
            Self::SeveralHits(_) => "several-hits",
            Self::Disagreement(_) => "disagreement",
        }
    }

    /// What the words are about, where they name something.
    pub fn detail(&self) -> String {
        match self {
            Self::Malformed(detail)
            | Self::Unsupported(detail)
            | Self::Repeated(detail)
            | Self::Unknown(detail)
            | Self::UnknownPolicy(detail)
            | Self::UnknownType(detail)
            | Self::Expression(Problem::Syntax(detail)) => detail.clone(),
            Self::Type(kind) => (*kind).to_owned(),
            Self::SeveralHits(rules) | Self::Disagreement(rules) => list(rules),
            Self::Expression(Problem::Forbidden(detail)) => (*detail).to_owned(),
            _ => String::new(),
        }
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self::Expression(problem)
    }
}
