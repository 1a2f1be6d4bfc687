//! Service tasks: what a worker does for a process outside any transaction.

use bpmn::Trigger;
use strum::{EnumString, IntoStaticStr, VariantArray};
use tenants::{Act, Scope};
use uuid::Uuid;

use super::ground::Ground;
use super::model::Case;
use super::{advance, hold, stake};
use crate::documents;
use crate::events::Event;
use crate::processes::instances::{self, Run};
use crate::{CaseId, DocumentId, Error, Result};

/// What service tasks can be (`desk:kind`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum ServiceKind {
    /// Read every document back and compare its hash with the one taken at receipt.
    VerifyDocuments,
}

/// A service to carry out.
#[derive(Debug, Clone)]
pub struct Service {
    pub kind: ServiceKind,
    pub case: CaseId,
    /// Each document with its object key and SHA-256.
    pub documents: Vec<(DocumentId, String, [u8; 32])>,
}

/// What a run asks for; missing where it is no longer wanted.
pub async fn service(scope: &mut Scope, run: Uuid) -> Result<Service> {
    let found = instances::run(scope, run).await?.ok_or(Error::Missing("service run"))?;
    let case = hold::hold(scope, found.case).await?;
    let stake = stake::stake(scope, &case).await?;
    scope.allow(Act::Work, &stake)?;
    let kind = found.kind.parse().map_err(|_| anyhow::anyhow!("no service {}", found.kind))?;
    let documents = documents::due_for_check(scope, case.id).await?;
    Ok(Service { kind, case: case.id, documents })
}

/// Note how a run went and move its case on. A run that failed is noted once, as an incident and in
/// the case's history, and comes again every hour: the case goes on by itself once what was wrong
/// (an object that could not be read, say) has been mended.
pub async fn service_done(scope: &mut Scope, run: Uuid, ok: bool) -> Result<()> {
    let found = instances::run(scope, run).await?.ok_or(Error::Missing("service run"))?;
    let mut case = hold::hold(scope, found.case).await?;
    let stake = stake::stake(scope, &case).await?;
    scope.allow(Act::Work, &stake)?;
    let found = instances::run(scope, run).await?.ok_or(Error::Missing("service run"))?;
    report(scope, &mut case, (run, found), ok).await?;
    hold::save(scope, case).await
}

/// What a service's report does.
pub(crate) async fn report<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    (id, run): (Uuid, Run),
    ok: bool,
) -> Result<()> {
    if ok {
        ground.end_run(id, &run).await?;
        case.note(Event::ServiceDone { node: run.node, service: run.kind });
        let trigger = Trigger::JobDone { token: run.token };
        return advance::advance(ground, case, &trigger).await.map_err(Error::unexpected);
    }
    if ground.run_again(id, &run).await? {
        case.note(Event::Stuck { node: run.node, reason: "service".to_owned() });
    }
    Ok(())
}
