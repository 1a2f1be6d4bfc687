//! What a tenant is: the register of agencies, the scope of one call on one agency's premises, who
//! calls, what the agency's policy allows, its keys, its settings and its audit.
//!
//! Nothing above this crate can reach the database, the policy or the time but through a [`Scope`].

mod act;
pub mod audit;
mod caller;
mod clock;
mod connections;
mod desks;
mod glance;
mod keys;
mod policy;
mod register;
mod scope;
pub mod settings;
mod text;

pub use act::{Act, Agency, Axis, Denied, Kind, Relation, Resource};
pub use caller::{CALLER_ROLES, Caller, Client, Held, Member};
pub use clock::Clock;
pub use desks::Desks;
pub use glance::Glance;
pub use keys::{Column, Keyring, Keys};
pub use policy::{Engine, Policy, Rule, grant};
pub use register::{
    CENTRAL, Known, NewTenant, Standing, Tenant, TenantId, create, known, list, list_all,
    mark_policy_changed, resume, suspend,
};
pub use scope::{Decision, Scope};
pub use text::Text;

/// Something broke. The caller is told nothing of it; the log is told everything.
pub type Fault = anyhow::Error;
