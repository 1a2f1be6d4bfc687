//! `mizban completions` and `mizban man`: what other programs make of the command line.

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;

use super::Cli;

const NAME: &str = "mizban";

/// Print what a shell reads to complete commands and options.
pub(super) fn completions(shell: Shell) -> anyhow::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), NAME, &mut script);
    print(&script)
}

/// Print the manual page, or write one for every command into a folder.
pub(super) fn man(folder: Option<&Path>) -> anyhow::Result<()> {
    if let Some(folder) = folder {
        let told = || format!("the manual pages cannot be written to {}", folder.display());
        return clap_mangen::generate_to(Cli::command(), folder).with_context(told);
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    print(&page)
}

/// Whoever reads through a pipe may have read enough.
fn print(text: &[u8]) -> anyhow::Result<()> {
    match io::stdout().write_all(text) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
