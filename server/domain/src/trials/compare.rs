//! Two plays of the same commands, compared.

use super::model::{Command, Line, Outcome, Turn};

/// A command of which something else came than what was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which command it is: 0 is the beginning.
    pub turn: usize,
    pub command: Option<Command>,
    /// What came and what was kept, in order, as far as they differ.
    pub lines: Vec<Said>,
    /// Why it could not be done, where that is new.
    pub refused: Option<String>,
    /// Where the case stood then and stands now, where that differs.
    pub stands: Option<(Place, Place)>,
}

/// Where a case stands after a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub steps: Vec<String>,
    /// How it is, once it is no longer open.
    pub ended: Option<String>,
}

impl Place {
    fn of(outcome: &Outcome) -> Self {
        Self { steps: outcome.stands.clone(), ended: outcome.ended.clone() }
    }
}

/// One line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// It was kept, and did not come.
    Missing(Line),
    /// It came, and was not kept.
    New(Line),
}

/// Every command whose outcome differs. Moments alone do not count: each line says those that matter.
pub(super) fn compare(kept: &[Turn], played: &[Turn]) -> Vec<Difference> {
    let pairs = kept.iter().zip(played).enumerate();
    pairs.filter_map(|(at, (kept, played))| difference(at, kept, played)).collect()
}

fn difference(turn: usize, kept: &Turn, played: &Turn) -> Option<Difference> {
    let (was, is) = (&kept.outcome, &played.outcome);
    let lines = lines(was, is);
    let refused = is.refused.clone().filter(|_| was.refused != is.refused);
    let (stood, stands) = (Place::of(was), Place::of(is));
    let moved = stood != stands;
    if lines.is_empty() && refused.is_none() && !moved {
        return None;
    }
    let stands = moved.then_some((stood, stands));
    Some(Difference { turn, command: kept.command.clone(), lines, refused, stands })
}

/// The lines that are in one of the two only, by a longest common subsequence.
fn lines(was: &Outcome, is: &Outcome) -> Vec<Said> {
    let was: Vec<&Line> = was.lines.iter().map(|noted| &noted.line).collect();
    let is: Vec<&Line> = is.lines.iter().map(|noted| &noted.line).collect();
    let longest = common(&was, &is);
    let (mut old, mut new, mut found) = (0, 0, Vec::new());
    while old < was.len() || new < is.len() {
        if old < was.len() && new < is.len() && was[old] == is[new] {
            (old, new) = (old + 1, new + 1);
        } else if new == is.len()
            || old < was.len() && longest[old + 1][new] >= longest[old][new + 1]
        {
            found.push(Said::Missing(was[old].clone()));
            old += 1;
        } else {
            found.push(Said::New(is[new].clone()));
            new += 1;
        }
    }
    found
}

/// How many lines two lists have in common from each pair of places on.
fn common(was: &[&Line], is: &[&Line]) -> Vec<Vec<usize>> {
    let mut longest = vec![vec![0; is.len() + 1]; was.len() + 1];
    for old in (0..was.len()).rev() {
        for new in (0..is.len()).rev() {
            longest[old][new] = if was[old] == is[new] {
                longest[old + 1][new + 1] + 1
            } else {
                longest[old + 1][new].max(longest[old][new + 1])
            };
        }
    }
    longest
}
