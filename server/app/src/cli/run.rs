//! From a command line to an exit code.

use std::path::Path;
use std::process::ExitCode;

use clap::Parser as _;
use tokio::runtime::Runtime;

use super::{
    Audit, Cli, Command, LogFormat, api_client, audit, config, healthcheck, manual, staff, tenant,
};
use crate::config::Config;
use crate::serve::{Addresses, serve};
use crate::work::work;
use crate::{log, start};

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
        let (file, format) = (self.config.as_deref(), self.log);
        let settings = || load(file, format);
        match self.command.unwrap_or(Command::Serve) {
            Command::Serve => done(wait(serve(logged(settings()?)?, announce))),
            Command::Worker => done(wait(work(logged(settings()?)?))),
            Command::Migrate => done(wait(start::migrate_only(&logged(settings()?)?))),
            Command::Tenant(what) => done(wait(tenant::run(what, &settings()?))),
            Command::Staff(what) => done(wait(staff::run(what, &settings()?))),
            Command::ApiClient(what) => done(wait(api_client::run(what, &settings()?))),
            Command::Audit(Audit::Verify { tenant }) => {
                let sound = wait(audit::verify(&settings()?, tenant.as_deref()))?;
                Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
            }
            Command::Healthcheck { at } => {
                let internal = settings()?.listen.internal;
                let at = at.unwrap_or_else(|| healthcheck::reachable(internal));
                wait(healthcheck::run(&at))
            }
            Command::Config(what) => Ok(config::run(what, file)),
            Command::Completions { shell } => done(manual::completions(shell)),
            Command::Man { into } => done(manual::man(into.as_deref())),
        }
    }
}

fn done(result: anyhow::Result<()>) -> anyhow::Result<ExitCode> {
    result.map(|()| ExitCode::SUCCESS)
}

fn wait<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    Runtime::new()?.block_on(work)
}

/// For the commands that tell what they do in the log.
fn logged(config: Config) -> anyhow::Result<Config> {
    log::start(&config.log)?;
    Ok(config)
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
