//! Holding a case for the length of a call, and keeping what the call did to it.

use chrono::{DateTime, Utc};
use tenants::Scope;
use uuid::Uuid;

#[cfg(feature = "faults")]
use super::faults;
use super::model::Case;
use super::store::NewCase;
use super::{repair, store, tell};
use crate::events::{self, Recorded};
use crate::{CaseId, Error, Refusal, Result, StaffId, identity, reactions};

/// The case, locked: commands on one case come one after the other.
pub(super) async fn hold(scope: &mut Scope, id: CaseId) -> Result<Case> {
    store::hold(scope, id).await?.ok_or(Error::Missing("case"))
}

/// A case that is still being worked on.
pub(super) fn open(case: &Case) -> Result<()> {
    if case.is_open() { Ok(()) } else { Err(Refusal::CaseClosed.into()) }
}

/// What whoever comes second is told: who was quicker, and when.
pub(super) async fn done_by(scope: &mut Scope, by: StaffId, at: DateTime<Utc>) -> Result<Refusal> {
    let mut names = identity::staff_names(scope, &[by]).await?;
    Ok(Refusal::AlreadyDone { by: names.remove(&by).unwrap_or_default(), at })
}

/// Whether this command was carried out before. Ask after the policy has been asked.
pub(super) async fn seen(scope: &mut Scope, case: &Case, command: Uuid) -> Result<bool> {
    Ok(!store::remember_command(scope, case.id, command).await?)
}

/// Keep the case as it is now, with its news: events, numbered and chained, and what follows from
/// them.
pub(super) async fn save(scope: &mut Scope, mut case: Case) -> Result<()> {
    repair::settle(scope, &case).await?;
    let news = chain(scope, &mut case);
    store::update(scope, &case).await?;
    tell_news(scope, &case, &news).await
}

/// Keep a case for the first time, after its process has begun: one row written once.
pub(super) async fn open_new(scope: &mut Scope, mut case: Case, new: NewCase<'_>) -> Result<()> {
    repair::settle(scope, &case).await?;
    let news = chain(scope, &mut case);
    store::insert(scope, &case, new).await?;
    tell_news(scope, &case, &news).await
}

async fn tell_news(scope: &mut Scope, case: &Case, news: &[Recorded]) -> Result<()> {
    events::append(scope, case.id, news).await?;
    for recorded in news {
        if let Some(kind) = reactions::to(&recorded.event) {
            #[cfg(feature = "faults")]
            if faults::tells_after_the_commit(scope, case.id, kind, &recorded.event) {
                continue;
            }
            tell::applicant(scope, case, kind, &recorded.event).await?;
        }
    }
    Ok(())
}

fn chain(scope: &Scope, case: &mut Case) -> Vec<Recorded> {
    let actor = scope.caller().as_json();
    let news = std::mem::take(&mut case.news);
    let recorded = news.into_iter().map(|event| {
        let mut next = Recorded {
            no: case.next_no,
            at: scope.now(),
            actor: actor.clone(),
            event,
            hash: Vec::new(),
        };
        next.hash = next.hash_after(&case.event_head);
        case.event_head.clone_from(&next.hash);
        case.next_no += 1;
        next
    });
    recorded.collect()
}
