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

/// Note that a run went well and move its case on. One that did not is tried again by its worker, and
/// is an incident when it was tried as often as it may be ([`super::repair::give_up`]).
pub async fn service_done(scope: &mut Scope, run: Uuid) -> Result<()> {
    let found = instances::run(scope, run).await?.ok_or(Error::Missing("service run"))?;
    let mut case = hold::hold(scope, found.case).await?;
    let stake = stake::stake(scope, &case).await?;
    scope.allow(Act::Work, &stake)?;
    let found = instances::run(scope, run).await?.ok_or(Error::Missing("service run"))?;
    served(scope, &mut case, (run, found)).await?;
    hold::save(scope, case).await
}

/// What a service does that went well.
pub(crate) async fn served<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    (id, run): (Uuid, Run),
) -> Result<()> {
    ground.end_run(id).await?;
    case.note(Event::ServiceDone { node: run.node, service: run.kind });
    let trigger = Trigger::JobDone { token: run.token };
    advance::advance(ground, case, &trigger).await.map_err(Error::unexpected)
}
