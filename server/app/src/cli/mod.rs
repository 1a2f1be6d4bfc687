//! The command line.

mod config;
mod healthcheck;
mod house;
mod run;
mod staff;
mod tenant;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub use run::run;
use staff::Staff;
use tenant::Tenant;

/// Mizban hosts the electronic service desks of many agencies in one deployment.
///
/// Settings come from a TOML file and then from the environment; `mizban config print` shows them
/// all. Secrets are never taken from the command line, where every user of the machine reads them.
#[derive(Debug, Parser)]
#[command(name = "mizban", version, propagate_version = true)]
pub struct Cli {
    /// The configuration file [default: the one that `MIZBAN_CONFIG` names, or none].
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,

    /// How log lines are written; overrides `[log] json`.
    #[arg(long, global = true, value_name = "FORMAT")]
    log: Option<LogFormat>,

    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LogFormat {
    Text,
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the server; also what happens without a command.
    Serve,
    /// Carry out jobs and nothing else, beside servers with `[worker] in_serve = false`.
    Worker,
    /// Bring the database to this program's schema, and end.
    Migrate,
    /// Open agencies. Where no server has run yet, `mizban migrate` comes first.
    ///
    /// Over the embedded database this works only while the server is stopped; over `[database]`
    /// addresses, with the deployment key among the settings, also while it runs.
    #[command(subcommand)]
    Tenant(Tenant),
    /// Say who can sign in at an agency's desk. Passwords and keys are drawn, and printed once.
    ///
    /// Over the embedded database this works only while the server is stopped; over `[database]`
    /// addresses, with the deployment key among the settings, also while it runs.
    #[command(subcommand)]
    Staff(Staff),
    /// Work with the audit log.
    #[command(subcommand)]
    Audit(Audit),
    /// Look at the settings.
    #[command(subcommand)]
    Config(Settings),
    /// Ask a running server whether it is ready; ends with 0 if so.
    Healthcheck {
        /// Where its probes answer, such as a service's name; `[listen] internal` if not given.
        #[arg(long, value_name = "HOST:PORT")]
        at: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
enum Audit {
    /// Check the chain of every agency; ends with 1 where it does not hold.
    Verify {
        /// Only the agency with this slug.
        #[arg(long, value_name = "SLUG")]
        tenant: Option<String>,
    },
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum Settings {
    /// Name everything that is wrong with the settings; ends with 1 if anything is.
    Check,
    /// Show the settings in force, secrets struck out.
    Print,
}
