//! What the command line says of itself, as it was read and approved.

use std::fmt::Write as _;

use clap::{Command, CommandFactory as _};
use expect_test::expect_file;

use super::{Cli, manual};

/// Every command with its path, parents first.
fn commands(command: &Command, path: &str, found: &mut Vec<(String, Command)>) {
    let path = format!("{path} {}", command.get_name()).trim_start().to_owned();
    found.push((path.clone(), command.clone()));
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        commands(sub, &path, found);
    }
}

fn all() -> Vec<(String, Command)> {
    let mut command = Cli::command();
    command.build();
    let mut found = Vec::new();
    commands(&command, "", &mut found);
    found
}

/// `UPDATE_EXPECT=1` writes the file anew; then it is read.
#[test]
fn help_is_what_was_approved() {
    let mut text = String::new();
    for (path, command) in all() {
        let help = command.term_width(100).render_long_help();
        write!(text, "$ {path} --help\n{help}\n").unwrap();
    }
    let tidy = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n";
    expect_file!["../../../../tests/golden/help.txt"].assert_eq(&tidy);
}

#[test]
fn every_command_and_option_says_what_it_is_for() {
    let mut silent = Vec::new();
    for (path, command) in all() {
        if command.get_about().is_none() {
            silent.push(path.clone());
        }
        let of_option = |option: &clap::Arg| format!("{path} {}", option.get_id());
        silent.extend(command.get_arguments().filter(|o| o.get_help().is_none()).map(of_option));
    }
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn a_manual_page_is_written_for_every_command() {
    let folder = tempfile::tempdir().unwrap();
    manual::man(Some(folder.path())).unwrap();
    for (path, _) in all() {
        let page = folder.path().join(format!("{}.1", path.replace(' ', "-")));
        let text = std::fs::read_to_string(&page).unwrap_or_else(|e| panic!("{page:?}: {e}"));
        assert!(text.contains(".SH SYNOPSIS"), "{path}");
    }
    let nowhere = folder.path().join("none");
    assert!(manual::man(Some(&nowhere)).unwrap_err().to_string().contains("cannot be written"));
}

#[test]
fn every_shell_completes_the_commands() {
    for shell in <clap_complete::Shell as clap::ValueEnum>::value_variants() {
        let mut script = Vec::new();
        clap_complete::generate(*shell, &mut Cli::command(), "mizban", &mut script);
        let script = String::from_utf8(script).unwrap();
        for word in ["healthcheck", "suspend", "blueprint"] {
            assert!(script.contains(word), "{shell} does not know {word}");
        }
    }
}
