//! Where log lines go: standard error, as text or as one JSON object a line.

use std::io::{self, IsTerminal as _};

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::Log;

/// Start logging for this process; once.
pub fn start(log: &Log) -> anyhow::Result<()> {
    let filter: EnvFilter = log.filter.parse().context("[log] filter")?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal());
    if log.json {
        lines.json().flatten_event(true).finish().try_init()?;
    } else {
        lines.compact().finish().try_init()?;
    }
    Ok(())
}
