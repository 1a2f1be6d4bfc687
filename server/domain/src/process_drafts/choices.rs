//! What a step can name.

use std::collections::BTreeSet;

use locale::words::{Lang, has};
use tenants::{Scope, Text};

use crate::{Result, cases, letters, organisation};

/// The names that an agency has for steps to take.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    pub roles: Vec<String>,
    /// Register books by their keys.
    pub registers: Vec<(String, Text)>,
    /// The outcomes for which reasons are listed, and which notices have words for.
    pub decisions: Vec<String>,
}

pub async fn choices(scope: &mut Scope) -> Result<Choices> {
    let roles = organisation::roles(scope).await?.into_iter().collect();
    let registers = letters::registers(scope).await?.into_iter().map(|it| (it.key, it.title));
    let registers = registers.collect();
    let reasons = cases::reasons(scope).await?;
    let decisions: BTreeSet<String> = reasons.into_iter().map(|reason| reason.outcome).collect();
    let is_worded = |outcome: &String| has(Lang::Fa, &format!("decision-{outcome}"));
    Ok(Choices { roles, registers, decisions: decisions.into_iter().filter(is_worded).collect() })
}
