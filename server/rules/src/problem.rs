//! Why an expression was refused, or gave no answer.

/// Every way an expression can fail.
///
/// The words name the rule that was broken and never a fact's value: they end in logs and in
/// incidents, and the facts of a case are personal data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The text is not FEEL. What the parser said about it.
    #[error("this is not a FEEL expression: {0}")]
    Syntax(String),

    #[error("the expression is longer than 2,000 characters")]
    TooLong,

    #[error("the expression has more than 500 parts")]
    TooManyNodes,

    #[error("the expression is nested more than 64 levels deep")]
    TooDeep,

    /// FEEL has it, but a shared server cannot afford it. What it was.
    #[error("the expression uses what is not allowed here: {0}")]
    Forbidden(&'static str),

    #[error("a list among the facts has more than 200 items")]
    ListTooLong,

    #[error("the facts are nested more than 32 levels deep")]
    FactsTooDeep,

    /// The facts it names, times how often it names them, exceed what one evaluation may copy.
    #[error("the expression works on too much data")]
    TooMuch,

    #[error("the expression gave something other than true or false")]
    NotBoolean,

    /// A fact is missing, or two values of different types were compared.
    #[error("the expression gave null: a fact is missing or of another type than expected")]
    Null,

    /// The result is a function, a range or a type, which no case can store.
    #[error("the expression gave something that is not data")]
    NotData,

    /// The evaluator broke. The expression is at fault, or the evaluator is.
    #[error("the expression could not be evaluated")]
    Failed,
}

impl Problem {
    /// The stable name of this problem, for incidents and translations.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::TooLong => "too-long",
            Self::TooManyNodes => "too-many-nodes",
            Self::TooDeep => "too-deep",
            Self::Forbidden(_) => "forbidden",
            Self::ListTooLong => "list-too-long",
            Self::FactsTooDeep => "facts-too-deep",
            Self::TooMuch => "too-much",
            Self::NotBoolean => "not-boolean",
            Self::Null => "null",
            Self::NotData => "not-data",
            Self::Failed => "failed",
        }
    }
}
