//! What can be asked of the policy: acts, kinds of things, and how a caller stands to a thing.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::Caller;

/// What can be done to something of ours. A closed list, so that the policy can be printed whole.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Act {
    /// Look at one thing.
    See,
    /// Look at a list.
    List,
    /// Begin a request for a service.
    Start,
    /// Change a draft.
    Edit,
    /// Hand a request in.
    Submit,
    /// Add a document.
    Attach,
    /// Fetch a document's bytes.
    Fetch,
    /// Follow a case without signing in.
    Track,
    /// Take a request that was registered at a counter into one's own account.
    Link,
    /// Take a request back.
    Withdraw,
    /// Hand in what was asked for.
    Supply,
    /// Finish a step.
    Complete,
    /// Enter in a register and number.
    Number,
    /// Ask the applicant for documents.
    Ask,
    /// Send on with an order.
    Refer,
    /// Answer a referral.
    Answer,
    /// Decide a case.
    Decide,
    /// Change what an agency is made of.
    Configure,
    /// Do what a worker does: timers, deliveries, seals.
    Work,
}

impl Act {
    /// Whether a permitted act leaves a line in the audit log. Lists do not, nor does what a worker
    /// carries out (somebody asked for it, and it is in the case's history); a refusal always does.
    pub(crate) fn is_audited(self) -> bool {
        !matches!(self, Act::List | Act::Track | Act::Work)
    }
}

/// The kinds of things the policy knows.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    Agency,
    Service,
    Draft,
    Case,
    Task,
    Referral,
    Document,
    Cartable,
    Register,
    Notice,
    /// A hosted agency as a whole, on the operator's own premises.
    Tenant,
}

/// How a caller stands to a very thing. The policy treats a relation as one more role.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    IntoStaticStr,
    EnumString,
    VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Relation {
    /// The account whose request it is.
    Applicant,
    /// Holds the position before which it lies now.
    Holder,
    /// Holds a position before which it lay, or to which it was referred.
    Involved,
    /// Holds the position that sent it.
    Sender,
}

/// What a rule speaks of. Roles and relations give; a scope narrows what they gave to a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Axis {
    Role,
    Relation,
    Scope,
}

/// A thing the policy can be asked about.
pub trait Resource {
    const KIND: Kind;

    /// The key of the service it belongs to, where rules may be narrower than a kind.
    fn service(&self) -> Option<&str> {
        None
    }

    /// Which one it is, for the audit line.
    fn id(&self) -> Option<uuid::Uuid>;

    /// How the caller stands to this very thing.
    fn relations(&self, caller: &Caller) -> Vec<Relation>;
}

/// The agency itself: what it is made of, not what passes through it.
pub struct Agency;

impl Resource for Agency {
    const KIND: Kind = Kind::Agency;

    fn id(&self) -> Option<uuid::Uuid> {
        None
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}

/// The policy said no. What one may not see is answered as if it were not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the policy does not allow {act:?} on a {kind:?}")]
pub struct Denied {
    pub act: Act,
    pub kind: Kind,
    /// Whether the caller may at least know that the thing is there.
    pub may_see: bool,
    /// Whether only the reach of the caller's key stood in the way.
    pub beyond_reach: bool,
}
