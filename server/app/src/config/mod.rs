//! What a deployment can set: one small struct for each section, read from a TOML file and then
//! from the environment.
//!
//! `[limits] header_timeout` is `MIZBAN_LIMITS_HEADER_TIMEOUT` in the environment, and
//! `MIZBAN_LIMITS_HEADER_TIMEOUT_FILE` names a file that holds it, which is how secrets come in.
//! With nothing set, everything is embedded and runs from `./data`.

mod check;
mod cookies;
mod data;
mod database;
mod environment;
mod hosts;
mod limits;
mod listen;
mod load;
mod log;
mod mode;
mod problems;
mod secret;
mod secrets;
mod span;
mod stop;
mod storage;
#[cfg(test)]
mod tests;
mod worker;

use serde::{Deserialize, Serialize};

pub use cookies::Cookies;
pub use data::Data;
pub use database::Database;
pub use hosts::{Hosts, Place, Scheme};
pub use limits::Limits;
pub use listen::Listen;
pub use log::Log;
pub use mode::Mode;
pub use problems::{Problem, Problems};
pub use secret::Secret;
pub use secrets::{DeploymentKey, Secrets};
pub use span::Span;
pub use stop::Stop;
pub use storage::Storage;
pub use worker::Worker;

pub(crate) use environment::test_database;

/// All settings. An unknown name is refused, wherever it stands.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `development` shows what production must not: the outbox, weaker cookies, a made-up key.
    pub mode: Mode,
    pub listen: Listen,
    pub hosts: Hosts,
    pub data: Data,
    pub database: Database,
    pub storage: Storage,
    pub secrets: Secrets,
    pub log: Log,
    pub limits: Limits,
    pub worker: Worker,
    pub cookies: Cookies,
    pub stop: Stop,
}

impl Config {
    /// The settings in force, as TOML, with every secret struck out.
    pub fn print(&self) -> String {
        toml::to_string(self).expect("every setting is a plain value under a section")
    }
}
