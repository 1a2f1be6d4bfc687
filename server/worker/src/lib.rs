//! Takes jobs, runs them, keeps the clock. Shallow: what a job does is the domain's to say and the
//! gateways' to carry out; here is decided only whether to try again or to give up.
//!
//! Every job may run twice: a worker can die between doing a thing and noting it. So each is
//! idempotent, and no transaction stays open while another machine makes up its mind.

mod backoff;
mod bench;
mod carry_out;
mod fair;
mod jobs;
mod run;
mod run_due;
mod seal;
#[cfg(test)]
mod tests;
mod verdict;

pub use bench::Bench;
pub use run::run;
pub use run_due::run_due;
pub use seal::keep_sealing;
