//! What one evaluation may cost.

use crate::Problem;
use crate::facts::Facts;
use crate::guard::Survey;

/// Most bytes of facts that one evaluation may copy.
const MAX_BYTES: usize = 32 << 20;

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
