//! What is wrong with a definition.

use std::fmt;

use locale::words::{Lang, say};

/// A problem with a definition, for the agency's admin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinitionProblem {
    /// Where: a field's key, or a place such as `components[2]`.
    pub at: String,
    pub flaw: DefinitionFlaw,
    /// What exactly: the key, the type or the number at fault. Empty where the flaw says it all.
    pub detail: String,
}

/// Every way a definition can be wrong. The words stand under `form-definition-<flaw>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::Display, strum::VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum DefinitionFlaw {
    TooLarge,
    TooManyFields,
    /// Not the shape of a form or a component; the detail says what was found.
    Shape,
    Version,
    UnknownType,
    /// A property that this type of component does not have.
    UnknownProperty,
    MissingProperty,
    NestedGroup,
    KeyFormat,
    KeyRepeated,
    Text,
    Limit,
    OptionMissing,
    OptionRepeated,
    TooManyOptions,
    UnknownFileType,
    UnknownRole,
    RoleMisplaced,
    RoleRepeated,
}

impl DefinitionProblem {
    pub(super) fn new(at: &str, flaw: DefinitionFlaw, detail: impl Into<String>) -> Self {
        Self { at: at.to_owned(), flaw, detail: detail.into() }
    }

    /// What to tell the admin.
    pub fn text(&self, lang: Lang) -> String {
        let key = format!("form-definition-{}", self.flaw);
        say(lang, &key, &[("at", self.at.as_str().into()), ("detail", self.detail.as_str().into())])
    }
}

impl fmt::Display for DefinitionProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}: {}", self.at, self.flaw)?;
        if self.detail.is_empty() { Ok(()) } else { write!(formatter, " ({})", self.detail) }
    }
}

impl std::error::Error for DefinitionProblem {}

/// All problems in one line.
pub(super) fn sentence(problems: &[DefinitionProblem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
