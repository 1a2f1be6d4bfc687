//! `mizban config check` and `mizban config print`.

use std::path::Path;
use std::process::ExitCode;

use super::Settings;
use crate::config::Config;

pub(super) fn run(what: Settings, file: Option<&Path>) -> ExitCode {
    match (Config::load(file), what) {
        (Err(problems), _) => {
            eprintln!("{problems}");
            ExitCode::FAILURE
        }
        (Ok(_), Settings::Check) => {
            println!("the configuration can be used");
            ExitCode::SUCCESS
        }
        (Ok(config), Settings::Print) => {
            print!("{}", config.print());
            ExitCode::SUCCESS
        }
    }
}
