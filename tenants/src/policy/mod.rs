//! Who may do what: one casbin enforcer per tenant is the engine of record; what it allows is
//! compiled into a set, because casbin walks every rule with an interpreter (about 90 µs a
//! question with 200 rules, against 0.07 µs for a look-up).

mod casbin;
mod store;

use std::collections::HashSet;

use crate::{Act, Axis, Caller, Fault, Kind, Resource, Scope, TenantId};

pub use casbin::Engine;

/// One rule: on this axis, this subject may do this act to things of this kind, of one service or of all.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rule {
    pub axis: Axis,
    pub subject: String,
    pub kind: Kind,
    /// `*`, or the key of one service.
    pub service: String,
    pub act: Act,
}

/// Everything that rules allow: axis, subject, kind, service, act.
type Permissions = HashSet<(Axis, String, Kind, String, Act)>;

/// What a tenant's rules allow, compiled.
#[derive(Debug, Default)]
pub struct Policy {
    rules: Vec<Rule>,
    allowed: Permissions,
}

impl Policy {
    pub(crate) async fn compile(rules: Vec<Rule>) -> Result<Self, Fault> {
        let mut engine = Engine::with(&rules).await?;
        Ok(Self { allowed: engine.permissions()?, rules })
    }

    /// What the operator stands on while an agency without rules is being set up.
    pub(crate) fn bootstrap() -> Self {
        let of = |kind| (Axis::Role, "operator".to_owned(), kind, "*".to_owned(), Act::Configure);
        Self { rules: Vec::new(), allowed: HashSet::from([of(Kind::Agency)]) }
    }

    /// The rules as the tenant wrote them, for printing and for asking casbin why.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    pub(crate) fn allows<R: Resource>(&self, caller: &Caller, act: Act, thing: &R) -> bool {
        self.gives(caller, act, thing) && self.reaches(caller, act, thing)
    }

    /// What roles and relations give.
    pub(crate) fn gives<R: Resource>(&self, caller: &Caller, act: Act, thing: &R) -> bool {
        let by = |axis, subject: &str| self.permits(axis, subject, R::KIND, thing.service(), act);
        caller.roles().any(|role| by(Axis::Role, role))
            || thing.relations(caller).into_iter().any(|r| by(Axis::Relation, r.into()))
    }

    /// Whether a program's key reaches so far. People have none: nothing narrows what they may.
    fn reaches<R: Resource>(&self, caller: &Caller, act: Act, thing: &R) -> bool {
        let Some(client) = caller.client() else { return true };
        let by = |scope: &String| self.permits(Axis::Scope, scope, R::KIND, thing.service(), act);
        thing.service().is_none_or(|service| client.serves(service)) && client.scopes.iter().any(by)
    }

    /// Whether a subject may do an act to a thing of a kind and service, by the compiled set.
    pub fn permits(
        &self,
        axis: Axis,
        subject: &str,
        kind: Kind,
        service: Option<&str>,
        act: Act,
    ) -> bool {
        let has =
            |s: &str| self.allowed.contains(&(axis, subject.to_owned(), kind, s.to_owned(), act));
        has("*") || service.is_some_and(has)
    }
}

pub(crate) async fn load(pool: &sqlx::PgPool, tenant: TenantId) -> Result<Policy, Fault> {
    Policy::compile(store::rules(pool, tenant).await?).await
}

/// Add rules to the tenant's policy; replicas follow once the scope commits.
pub async fn grant(scope: &mut Scope, rules: &[Rule]) -> Result<(), Fault> {
    for rule in rules {
        store::insert(scope, rule).await?;
    }
    crate::mark_policy_changed(scope).await
}
