//! Who calls.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::TenantId;

/// A position that a member of staff holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub position: Uuid,
    pub unit: Uuid,
    pub roles: Vec<String>,
}

/// A member of staff with the positions held at the time of the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub staff: Uuid,
    pub positions: Vec<Held>,
}

/// A program that acts for an account, as far as its key reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    pub client: Uuid,
    pub account: Uuid,
    /// What its key is for, such as `requests.read`: subjects of the policy's narrowing axis.
    pub scopes: Vec<String>,
    /// The keys of the services it may deal with; none for all of them.
    pub services: Option<Vec<String>>,
}

impl Client {
    /// Whether it may deal with this service.
    pub fn serves(&self, service: &str) -> bool {
        self.services.as_ref().is_none_or(|all| all.iter().any(|key| key == service))
    }
}

/// The roles that callers have by what they are. A position that carried one of these would lend its
/// holder the powers of another kind of caller, so none may.
pub const CALLER_ROLES: [&str; 6] =
    ["visitor", "citizen", "api-client", "staff", "worker", "operator"];

/// Whoever makes a call, on one agency's premises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    /// Somebody on the portal who has not signed in.
    Visitor(TenantId),
    /// An account: a mobile number proved at this agency.
    Citizen(TenantId, Uuid),
    /// A program that acts for an account.
    Client(TenantId, Client),
    Staff(TenantId, Member),
    /// The worker, which keeps the clock and carries messages out.
    Worker(TenantId),
    /// The command line, which sets an agency up.
    Operator(TenantId),
}

impl Caller {
    pub fn tenant(&self) -> TenantId {
        match self {
            Self::Visitor(t)
            | Self::Citizen(t, _)
            | Self::Client(t, _)
            | Self::Staff(t, _)
            | Self::Worker(t)
            | Self::Operator(t) => *t,
        }
    }

    pub fn account(&self) -> Option<Uuid> {
        match self {
            Self::Citizen(_, account) => Some(*account),
            Self::Client(_, client) => Some(client.account),
            _ => None,
        }
    }

    pub fn client(&self) -> Option<&Client> {
        match self {
            Self::Client(_, client) => Some(client),
            _ => None,
        }
    }

    pub fn staff(&self) -> Option<&Member> {
        match self {
            Self::Staff(_, member) => Some(member),
            _ => None,
        }
    }

    /// Whether the caller holds this position now.
    pub fn holds(&self, position: Uuid) -> bool {
        self.staff().is_some_and(|m| m.positions.iter().any(|p| p.position == position))
    }

    /// Whether one of the caller's positions carries this role.
    pub fn carries(&self, role: &str) -> bool {
        self.roles().any(|r| r == role)
    }

    /// The roles under which the policy knows the caller.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        let kind = match self {
            Self::Visitor(_) => "visitor",
            Self::Citizen(..) => "citizen",
            Self::Client(..) => "api-client",
            Self::Staff(..) => "staff",
            Self::Worker(_) => "worker",
            Self::Operator(_) => "operator",
        };
        let held = self.staff().map(|m| m.positions.as_slice()).unwrap_or_default();
        std::iter::once(kind).chain(held.iter().flat_map(|p| p.roles.iter().map(String::as_str)))
    }

    /// Ids only: what an audit line or an event says of a caller.
    pub fn as_json(&self) -> Value {
        match self {
            Self::Visitor(_) => json!({"is": "visitor"}),
            Self::Citizen(_, account) => json!({"is": "citizen", "account": account}),
            Self::Client(_, client) => {
                json!({"is": "api-client", "client": client.client, "account": client.account})
            }
            Self::Staff(_, member) => json!({"is": "staff", "staff": member.staff}),
            Self::Worker(_) => json!({"is": "worker"}),
            Self::Operator(_) => json!({"is": "operator"}),
        }
    }
}
