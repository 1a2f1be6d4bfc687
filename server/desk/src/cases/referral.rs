//! Referring a case: from the fields of the form to what the domain takes.

use domain::cases::NewReferral;
use domain::{Error, PositionId, Result};
use forms::{Flaw, Problems};

use super::{Sent, due};

/// Everything that cannot be read is told at once.
pub(super) fn read(sent: &Sent) -> Result<NewReferral> {
    let mut problems = Problems::default();
    let from = chosen(sent, "from", &mut problems);
    let to = chosen(sent, "to", &mut problems);
    if sent.typed.get("action").is_empty() {
        problems.insert("action", Flaw::new("choice-required"));
    }
    let due_at = due::read(&sent.typed).unwrap_or_else(|flaw| {
        problems.insert("due", flaw);
        None
    });
    let (Some(from), Some(to), true) = (from, to, problems.is_empty()) else {
        return Err(Error::Invalid(problems));
    };
    Ok(NewReferral {
        case: sent.case,
        from,
        to,
        action: sent.typed.get("action").to_owned(),
        order: sent.text("order"),
        due_at,
        tells_applicant: sent.is_ticked("tells"),
        command: sent.command,
    })
}

fn chosen(sent: &Sent, name: &str, problems: &mut Problems) -> Option<PositionId> {
    let position = sent.position(name);
    if position.is_none() {
        problems.insert(name, Flaw::new("choice-required"));
    }
    position
}
