//! Referrals (ارجاع): a case sent from position to position with an order, and their answers. They
//! form a tree: the parent is the referral that brought the case to the sender.

mod model;
mod store;

pub use model::{Action, Referral, ReferralState};
pub(crate) use store::{actions, add_action, end_all, insert, mark_seen, of_case, set_answered};
