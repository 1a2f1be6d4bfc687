//! What each kind of job does. One file each, in three steps where another machine takes part: read
//! and commit, ask the machine, note and commit.

mod deliver_notice;
mod drop_document;
mod fire_timer;
mod migrate_case;
mod run_service;

pub(crate) use deliver_notice::deliver_notice;
pub(crate) use drop_document::drop_document;
pub(crate) use fire_timer::fire_timer;
pub(crate) use migrate_case::migrate_case;
#[cfg(test)]
pub(crate) use run_service::digest;
pub(crate) use run_service::run_service;
