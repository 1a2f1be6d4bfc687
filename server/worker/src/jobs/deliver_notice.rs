//! Sending a notice.

use domain::NoticeId;
use domain::notices::{self, Channel, Outcome, Outgoing};
use gateways::{Message, Receipt};
use tenants::TenantId;

use crate::bench::Bench;
use crate::verdict::{Stop, Verdict};

/// Send one notice, and note what became of it.
///
/// A worker that dies between sending and noting sends once more, with the same id for reference: at
/// least once, and at most one copy more for each death.
pub(crate) async fn deliver_notice(
    bench: &Bench,
    tenant: TenantId,
    id: NoticeId,
) -> Result<Verdict, Stop> {
    let mut scope = bench.enter(tenant).await?;
    let notice = notices::unsent(&mut scope, id).await?;
    let slug = scope.tenant().slug.clone();
    scope.commit().await?;
    let Some(notice) = notice else { return Ok(Verdict::Done) }; // An earlier try got through.

    let outcome = match bench.carriers.send(&message(notice, slug)).await {
        Receipt::Sent { reference } => Outcome::Sent { reference },
        Receipt::Refused(reason) => {
            tracing::warn!(notice = %id, reason, "a carrier refused a notice");
            Outcome::Refused
        }
        Receipt::Again(reason) => return Err(Stop::Carrier(reason)),
    };

    let mut scope = bench.enter(tenant).await?;
    notices::settle(&mut scope, id, outcome).await?;
    scope.commit().await?;
    Ok(Verdict::Settled)
}

fn message(notice: Outgoing, tenant: String) -> Message {
    let channel = match notice.channel {
        Channel::Sms => gateways::Channel::Sms,
        Channel::Email => gateways::Channel::Email,
    };
    Message {
        id: notice.id.0,
        tenant,
        channel,
        address: notice.address,
        sender: notice.sender,
        subject: notice.subject,
        text: notice.text,
    }
}
