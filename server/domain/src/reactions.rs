//! What follows from what. The whole of it, on one page.

use crate::events::Event;
use crate::notices::NoticeKind;

/// What an event makes us tell the applicant, in the transaction that records it: neither exists
/// without the other. Adding an event without deciding what follows does not compile.
pub(crate) fn to(event: &Event) -> Option<NoticeKind> {
    match event {
        Event::Opened => Some(NoticeKind::Opened),
        Event::Numbered { .. } => Some(NoticeKind::Numbered),
        Event::Referred { tells_applicant, .. } => tells_applicant.then_some(NoticeKind::Referred),
        Event::DocumentsAsked { .. } => Some(NoticeKind::DocumentsMissing),
        Event::DocumentsSupplied { .. } => Some(NoticeKind::DocumentsReceived),
        // What a send task of the process says, the process names.
        Event::Told { notice, .. } => notice.parse().ok(),
        Event::Withdrawn => Some(NoticeKind::Withdrawn),
        Event::TakenAtCounter { .. }
        | Event::Linked
        | Event::TaskOpened { .. }
        | Event::TaskDone { .. }
        | Event::TaskCancelled { .. }
        | Event::StageChanged { .. }
        | Event::ReferralAnswered { .. }
        | Event::Decided { .. }
        | Event::ServiceStarted { .. }
        | Event::ServiceDone { .. }
        | Event::TimerFired { .. }
        | Event::ClockStopped
        | Event::ClockStarted { .. }
        | Event::Stuck { .. }
        | Event::Mended { .. }
        | Event::Migrated { .. }
        | Event::VariableSet { .. }
        | Event::TaskAssigned { .. }
        | Event::Ended { .. } => None,
    }
}
