//! A decision table as it is written, cell by cell, right or wrong.

/// A decision table as an author sees it. Every cell is text, and may be wrong: what is written
/// is kept, what is wrong with it is told by [`super::Decisions::parse`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    pub policy: Policy,
    pub inputs: Vec<Input>,
    pub outputs: Vec<Output>,
    pub rules: Vec<Rule>,
}

/// What is asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    /// How people call it.
    pub label: String,
    /// A fact's name, or any other expression.
    pub expression: String,
    pub kind: Kind,
    /// The values it may have, as a test; empty for any.
    pub values: String,
}

/// What is answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Output {
    pub label: String,
    /// Its name within the answer; only where there are several.
    pub name: String,
    pub kind: Kind,
    /// The values it may have, as a list, the weightiest first; empty for any.
    pub values: String,
    /// What it is when no rule fits; empty for nothing.
    pub default: String,
}

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rule {
    /// A test for each input; empty or `-` for any.
    pub tests: Vec<String>,
    /// An expression for each output.
    pub answers: Vec<String>,
    /// Why the rule is there.
    pub note: String,
}

/// How many rules may fit, and what they say together (DMN 1.5, 8.2.11).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Policy {
    /// One rule fits at most.
    #[default]
    Unique,
    /// The first one that fits is taken.
    First,
    /// All that fit say the same.
    Any,
    /// The weightiest of their answers is taken.
    Priority,
    /// All answers, in the order of the rules.
    RuleOrder,
    /// All answers, the weightiest first.
    OutputOrder,
    /// All answers.
    Collect,
    Sum,
    Min,
    Max,
    Count,
}

impl Policy {
    pub const ALL: [Self; 11] = [
        Self::Unique,
        Self::First,
        Self::Any,
        Self::Priority,
        Self::RuleOrder,
        Self::OutputOrder,
        Self::Collect,
        Self::Sum,
        Self::Min,
        Self::Max,
        Self::Count,
    ];

    /// DMN's `hitPolicy` and `aggregation`.
    pub(super) fn words(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Unique => ("UNIQUE", None),
            Self::First => ("FIRST", None),
            Self::Any => ("ANY", None),
            Self::Priority => ("PRIORITY", None),
            Self::RuleOrder => ("RULE ORDER", None),
            Self::OutputOrder => ("OUTPUT ORDER", None),
            Self::Collect => ("COLLECT", None),
            Self::Sum => ("COLLECT", Some("SUM")),
            Self::Min => ("COLLECT", Some("MIN")),
            Self::Max => ("COLLECT", Some("MAX")),
            Self::Count => ("COLLECT", Some("COUNT")),
        }
    }

    pub(super) fn read(policy: Option<&str>, aggregation: Option<&str>) -> Option<Self> {
        let wanted = (policy.unwrap_or("UNIQUE"), aggregation);
        Self::ALL.into_iter().find(|known| known.words() == wanted)
    }

    /// The stable name, for forms and translations.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unique => "unique",
            Self::First => "first",
            Self::Any => "any",
            Self::Priority => "priority",
            Self::RuleOrder => "rule-order",
            Self::OutputOrder => "output-order",
            Self::Collect => "collect",
            Self::Sum => "sum",
            Self::Min => "min",
            Self::Max => "max",
            Self::Count => "count",
        }
    }
}

/// What a value is. Dates and times are texts in ISO 8601 among the facts and in the answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Any,
    Text,
    Number,
    Boolean,
    Date,
    Time,
    DateTime,
    DayTime,
    YearMonth,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::Any,
        Self::Text,
        Self::Number,
        Self::Boolean,
        Self::Date,
        Self::Time,
        Self::DateTime,
        Self::DayTime,
        Self::YearMonth,
    ];

    /// DMN's `typeRef`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Any => "Any",
            Self::Text => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::Time => "time",
            Self::DateTime => "dateTime",
            Self::DayTime => "dayTimeDuration",
            Self::YearMonth => "yearMonthDuration",
        }
    }

    pub(super) fn read(word: &str) -> Option<Self> {
        let word = word.strip_prefix("feel:").unwrap_or(word);
        match word {
            "date and time" => Some(Self::DateTime),
            "days and time duration" => Some(Self::DayTime),
            "years and months duration" => Some(Self::YearMonth),
            "integer" | "long" | "double" => Some(Self::Number),
            _ => Self::ALL.into_iter().find(|known| known.as_str() == word),
        }
    }
}

impl Table {
    /// A table with one empty column each and one empty row, to begin with.
    pub fn blank() -> Self {
        let rule =
            Rule { tests: vec![String::new()], answers: vec![String::new()], note: String::new() };
        Self {
            policy: Policy::First,
            inputs: vec![Input::default()],
            outputs: vec![Output::default()],
            rules: vec![rule],
        }
    }
}
