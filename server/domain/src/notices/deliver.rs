//! What a worker needs to send a notice, and what it reports.

use tenants::{Act, Scope};

use super::model::Mail;
use super::write::Words;
use super::{Channel, NoticeState, store};
use crate::{NoticeId, Result, jobs};

/// A notice on its way out. It has no `Debug`: address and text are a person's own.
pub struct Outgoing {
    /// The carrier's reference, the same over every try.
    pub id: NoticeId,
    pub channel: Channel,
    pub address: String,
    /// The agency's name.
    pub sender: String,
    pub subject: Option<String>,
    pub text: String,
}

/// What became of a notice that was handed to its carrier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The carrier took it, under its own reference.
    Sent { reference: String },
    /// The carrier will never take it.
    Refused,
}

/// The notice, if it has not been sent yet. One that has expired is settled as such and not
/// returned: commit in either case.
pub async fn unsent(scope: &mut Scope, notice: NoticeId) -> Result<Option<Outgoing>> {
    scope.allow(Act::Work, &Mail(notice))?;
    let Some(queued) = store::queued(scope, notice).await? else { return Ok(None) };
    if queued.expires_at.is_some_and(|end| end <= scope.now()) {
        store::settle(scope, notice, NoticeState::Expired, None).await?;
        return Ok(None);
    }
    let Words { sender, subject, text } = queued.words;
    let (channel, address) = (queued.channel, queued.address);
    Ok(Some(Outgoing { id: notice, channel, address, sender, subject, text }))
}

/// Note what became of a notice, and take the job that sent it off the list. The first report
/// stands.
pub async fn settle(scope: &mut Scope, notice: NoticeId, outcome: Outcome) -> Result<()> {
    scope.allow(Act::Work, &Mail(notice))?;
    match outcome {
        Outcome::Sent { reference } => {
            store::settle(scope, notice, NoticeState::Sent, Some(&reference)).await?;
        }
        Outcome::Refused => store::settle(scope, notice, NoticeState::Rejected, None).await?,
    }
    // It goes by the notice's own id (`write`).
    jobs::remove(scope, notice.0).await
}
