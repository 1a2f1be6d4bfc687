//! One call on one tenant's premises.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::connections::Lease;
use crate::{
    Act, Caller, Column, Denied, Desks, Fault, Kind, Policy, Resource, Tenant, TenantId, audit,
};

/// Who calls, on whose premises, at what time, and the transaction that holds whatever they do.
///
/// A scope is the only way to the database, and none can be had without a tenant and a caller. It
/// shows that tenant's rows and no others. What is done in it is kept by [`Scope::commit`] and by
/// nothing else.
#[must_use = "what a scope did is lost unless it is committed"]
pub struct Scope {
    desks: Desks,
    tenant: Arc<Tenant>,
    caller: Caller,
    now: DateTime<Utc>,
    policy: Arc<Policy>,
    decisions: Vec<Decision>,
    policy_changed: bool,
    /// Settings that were read in this call, by their keys.
    pub(crate) settings: HashMap<&'static str, Option<Value>>,
    lease: Option<Lease>,
}

const HELD: &str = "a scope holds its connection until it ends";

/// One answer of the policy, as the audit log keeps it.
#[derive(Debug, Clone)]
pub struct Decision {
    pub act: Act,
    pub kind: Kind,
    pub id: Option<Uuid>,
    pub allowed: bool,
}

impl Decision {
    /// Whether it leaves a line in the audit log. A refusal always does. Looking at what is public
    /// does not: else whoever turns the pages of the catalogue fills the log.
    fn is_audited(&self) -> bool {
        let public = self.kind == Kind::Service && self.act == Act::See;
        !self.allowed || (self.act.is_audited() && !public)
    }

    pub(crate) fn as_json(&self) -> Value {
        let (act, kind): (&str, &str) = (self.act.into(), self.kind.into());
        json!({"act": act, "kind": kind, "id": self.id, "allowed": self.allowed})
    }
}

/// A call that the policy turned away, on its way to the audit log.
pub(crate) struct Refused {
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) caller: Caller,
    pub(crate) decisions: Vec<Decision>,
}

impl Scope {
    pub(crate) fn new(
        desks: Desks,
        tenant: Arc<Tenant>,
        caller: Caller,
        policy: Arc<Policy>,
        lease: Lease,
    ) -> Self {
        let now = desks.clock().now();
        Self {
            desks,
            tenant,
            caller,
            now,
            policy,
            decisions: Vec::new(),
            policy_changed: false,
            settings: HashMap::new(),
            lease: Some(lease),
        }
    }

    /// Ask the tenant's policy whether the caller may do `act` to `thing`.
    ///
    /// Ask for exactly what the next lines do. Who may do it is the policy's business.
    pub fn allow<R: Resource>(&mut self, act: Act, thing: &R) -> Result<(), Denied> {
        let allowed = self.may(act, thing);
        self.decisions.push(Decision { act, kind: R::KIND, id: thing.id(), allowed });
        if allowed {
            return Ok(());
        }
        Err(Denied {
            act,
            kind: R::KIND,
            may_see: self.may(Act::See, thing),
            beyond_reach: self.policy.gives(&self.caller, act, thing),
        })
    }

    /// The same question where the answer only decides what is shown; it leaves no trace.
    pub fn may<R: Resource>(&self, act: Act, thing: &R) -> bool {
        self.policy.allows(&self.caller, act, thing)
    }

    /// Keep what was done, together with the audit line that says who did it.
    pub async fn commit(mut self) -> Result<(), Fault> {
        let decisions = std::mem::take(&mut self.decisions);
        if decisions.iter().any(Decision::is_audited) {
            let (caller, id) = (self.caller.clone(), self.tenant.id);
            let lines = audit::Lines { at: self.now, caller: &caller, decisions: &decisions };
            audit::write(self.conn(), id, lines).await?;
            self.desks.unsealed().note(self.tenant.clone());
        }
        self.take_lease().commit().await?;
        if self.policy_changed {
            self.desks.forget(&self.tenant.slug).await;
        }
        Ok(())
    }

    /// The visitor turned out to be somebody: go on as that caller.
    ///
    /// # Panics
    /// When the caller belongs to another tenant, which no session of this one can say.
    pub fn recognise(&mut self, caller: Caller) {
        assert_eq!(caller.tenant(), self.tenant.id, "a session belongs to its tenant");
        self.caller = caller;
    }

    /// The time of this call. It stands still while the call lasts.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    pub fn tenant(&self) -> &Arc<Tenant> {
        &self.tenant
    }

    /// The first parameter of every statement.
    pub fn tenant_id(&self) -> Uuid {
        let TenantId(id) = self.tenant.id;
        id
    }

    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    pub fn conn(&mut self) -> &mut PgConnection {
        self.lease.as_mut().expect(HELD).connection()
    }

    pub(crate) fn take_lease(&mut self) -> Lease {
        self.lease.take().expect(HELD)
    }

    /// Seal a person's data for one row.
    pub fn seal(&self, column: Column, row: Uuid, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        self.tenant.keys.seal(column, row, plain)
    }

    /// Open sealed text. A broken seal is a fault: somebody wrote to the database by hand.
    pub fn unseal(&self, column: Column, row: Uuid, sealed: &[u8]) -> Result<String, Fault> {
        Ok(String::from_utf8(self.tenant.keys.open(column, row, sealed)?)?)
    }

    /// The keyed mark by which a sealed value is found again.
    pub fn mark(&self, purpose: &str, value: &str) -> Vec<u8> {
        self.tenant.keys.mark(purpose, value).to_vec()
    }

    /// For a planted fault, which does what no verb may: go on after the commit.
    #[cfg(feature = "faults")]
    pub fn desks(&self) -> &Desks {
        &self.desks
    }

    pub(crate) fn note_policy_change(&mut self) {
        self.policy_changed = true;
    }
}

impl Drop for Scope {
    /// A refused call is rolled back with everything it did; that it was refused is kept all the same.
    fn drop(&mut self) {
        if self.decisions.iter().any(|d| !d.allowed) {
            let decisions = std::mem::take(&mut self.decisions);
            let (tenant, caller) = (self.tenant.clone(), self.caller.clone());
            self.desks.note_refused(Refused { tenant, caller, decisions });
        }
    }
}
