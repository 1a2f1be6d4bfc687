//! Looking after an agency, and after all of them: what spans the modules below.
//!
//! Invariants:
//! - a position with work before it is not closed, nor does it lose the role by which the work lies
//!   there, unless another position carries it;
//! - the audit log is shown with ids and names of colleagues, never with anything sealed;
//! - the operator sees how agencies are doing, in numbers, and nothing that passes through them.

mod audit_log;
mod chain;
mod change_position;
mod health;
mod overview;
mod tenants_list;

pub use audit_log::{AuditLine, AuditPage, Decided, audit_log};
pub use chain::{Chain, chain};
pub use change_position::{change_position, close_position};
pub use health::Health;
pub use overview::{Overview, overview};
pub use tenants_list::{Hosting, hosted, hosted_one};
