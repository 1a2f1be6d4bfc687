//! What one evaluation may cost.

use crate::Problem;
use crate::facts::Facts;
use crate::guard::Survey;

/// Most bytes of facts that one evaluation may copy.
const MAX_BYTES: usize = 32 << 20;
/// Most parts of expressions that one decision may evaluate, all its cells together.
const MAX_STEPS: usize = 4_000_000;

/// Refuse an evaluation that would copy too much.
///
/// The evaluator copies a fact each time it is named, and once more per item where it is named
/// inside an iteration; as nothing the guard lets pass can grow otherwise, this bounds the memory
/// and, with it, the time.
pub(crate) fn settle(survey: &Survey, facts: &Facts) -> Result<(), Problem> {
    let times = if survey.iterates { survey.longest.max(facts.longest) } else { 1 };
    let bytes = facts.bytes.saturating_mul(survey.mentions.len()).saturating_mul(times);
    if bytes > MAX_BYTES { Err(Problem::TooMuch) } else { Ok(()) }
}

/// The same for a decision, which evaluates many small expressions: what they cost together.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    bytes: usize,
    steps: usize,
}

impl Budget {
    /// `bytes` are those of the facts that the expression mentions, each as often as it does.
    pub(crate) fn spend(
        &mut self,
        survey: &Survey,
        bytes: usize,
        longest: usize,
    ) -> Result<(), Problem> {
        let times = if survey.iterates { longest.max(1) } else { 1 };
        self.bytes = self.bytes.saturating_add(bytes.saturating_mul(times));
        self.steps = self.steps.saturating_add(survey.nodes.saturating_mul(times));
        let spent = self.bytes > MAX_BYTES || self.steps > MAX_STEPS;
        if spent { Err(Problem::TooMuch) } else { Ok(()) }
    }
}
