//! The mizban binary: command line, configuration, wiring, embedded PostgreSQL and S3.
//!
//! Everything is in this library so that tests can start the parts they need; the binary only
//! hands the command line over.

pub mod cli;
pub mod config;
mod demo;
mod folder;
pub mod health;
pub mod http;
mod internal;
pub mod log;
pub mod metrics;
pub mod migrate;
pub mod objects;
pub mod pool;
pub mod postgres;
pub mod roles;
pub mod serve;
mod start;
mod system;
pub mod testing;
#[cfg(test)]
mod tests;
pub mod wiring;
pub mod work;

pub use config::Config;
pub use demo::AGENCIES as DEMO_AGENCIES;
pub use folder::Folder;
