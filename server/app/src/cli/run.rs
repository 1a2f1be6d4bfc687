//! From a command line to an exit code.

use std::path::Path;
use std::process::ExitCode;

use clap::Parser as _;
use tokio::runtime::Runtime;

use super::{Audit, Cli, Command, LogFormat, config, healthcheck, staff, tenant};
use crate::config::Config;
use crate::serve::{Addresses, serve};
use crate::work::work;
use crate::{audit, log, start};

/// Do what the command line says.
pub fn run() -> ExitCode {
    match Cli::parse().run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("mizban: {error:#}");
            ExitCode::FAILURE
        }
    }
}

impl Cli {
    fn run(self) -> anyhow::Result<ExitCode> {
        let command = self.command.unwrap_or(Command::Serve);
        if let Command::Config(what) = command {
            return Ok(config::run(what, self.config.as_deref()));
        }
        let config = load(self.config.as_deref(), self.log)?;
        let runtime = Runtime::new()?;
        match command {
            Command::Serve => {
                log::start(&config.log)?;
                runtime.block_on(serve(config, announce))?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Worker => {
                log::start(&config.log)?;
                runtime.block_on(work(config))?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Migrate => {
                log::start(&config.log)?;
                runtime.block_on(start::migrate_only(&config))?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Tenant(what) => {
                runtime.block_on(tenant::run(what, &config))?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Staff(what) => {
                runtime.block_on(staff::run(what, &config))?;
                Ok(ExitCode::SUCCESS)
            }
            Command::Audit(Audit::Verify { tenant }) => {
                let sound = runtime.block_on(audit::verify(&config, tenant.as_deref()))?;
                Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
            }
            Command::Healthcheck { at } => {
                let at = at.unwrap_or_else(|| healthcheck::reachable(config.listen.internal));
                runtime.block_on(healthcheck::run(&at))
            }
            Command::Config(_) => Ok(ExitCode::SUCCESS),
        }
    }
}

fn load(file: Option<&Path>, format: Option<LogFormat>) -> anyhow::Result<Config> {
    let mut config = Config::load(file)?;
    if let Some(format) = format {
        config.log.json = format == LogFormat::Json;
    }
    Ok(config)
}

/// For the person who has just started it; the log has it too, for everybody else.
fn announce(addresses: &Addresses) {
    eprintln!("Mizban is ready at {}", addresses.directory);
}
