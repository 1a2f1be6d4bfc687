//! Cases: what a desk opens to deal with a request.
//!
//! An applicant *submits a request*; the desk *opens a case*. The request is what was said, and
//! never changes. The case is what is being done about it.
//!
//! Invariants:
//! - a case always stands somewhere in its process, from its first moment;
//! - whatever is done to a case is done under its lock, in one transaction, and is in its history;
//! - it is found again by its tracking code and one more thing the applicant knows; the code
//!   alone opens nothing;
//! - one that was registered at a counter is in nobody's account until somebody takes it there who
//!   knows its code and a second fact;
//! - nothing is deleted.

mod advance;
mod answer;
mod applicant;
mod complete;
mod count_open;
mod decision;
mod desk;
mod facts;
#[cfg(feature = "faults")]
mod faults;
mod fetch;
mod file;
mod fire_timer;
mod follow;
mod ground;
mod hold;
mod link;
pub(crate) mod migrate;
mod mine;
mod model;
mod office;
mod progress;
mod receipt;
mod refer;
mod register;
pub mod repair;
mod service;
mod stake;
mod store;
mod submit;
mod supply;
mod tell;
mod timeline;
mod track;
mod withdraw;

pub(crate) use advance::advance;
pub use answer::answer;
pub use applicant::Applicant;
pub use complete::{Completion, With, complete};
pub(crate) use complete::{asks, finish};
pub(crate) use count_open::count_open;
pub(crate) use decision::reasons;
pub use decision::{Decision, Reason, ReasonsSetting};
pub use fetch::fetch_document;
pub use file::{CaseFile, OutcomeLine, ReferralLine, TaskLine, see};
pub(crate) use fire_timer::fire;
pub use fire_timer::fire_timer;
pub use follow::{Decided, Followed, OpenRequest, follow};
pub(crate) use ground::Ground;
pub use link::link;
pub use mine::{After, CaseLine, mine, mine_after};
pub(crate) use model::Case;
pub use model::CaseState;
pub use progress::Progress;
pub(crate) use progress::is_stage;
pub use receipt::{Receipt, RegisteredLine, receipt, registered};
pub use refer::{NewReferral, refer};
pub use register::register;
pub(crate) use repair::met;
pub(crate) use service::served;
pub use service::{Service, ServiceKind, service, service_done};
pub use submit::{Submitted, submit};
pub(crate) use supply::{SUPPLIED, arrive, hand_in};
pub use supply::{asked_for, attach_supply, limits_of, listed_title, remove_supply, supply};
pub(crate) use tell::applicant as tell_applicant;
pub use timeline::{HistoryLine, Moment, MomentKind};
pub use track::{Status, Tracked, status, track};
pub(crate) use withdraw::take_back;
pub use withdraw::withdraw;

pub use crate::document_requests::{DocumentRequest, Item};
pub use crate::organisation::Office;
