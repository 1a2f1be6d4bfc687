use clap::{CommandFactory as _, Parser as _};

use super::{Cli, Command, LogFormat};

#[test]
fn the_command_line_contradicts_itself_nowhere() {
    Cli::command().debug_assert();
}

#[test]
fn no_command_means_serve_and_options_go_anywhere() {
    for (line, json) in [
        (&["mizban"][..], false),
        (&["mizban", "serve"], false),
        (&["mizban", "serve", "--log", "json"], true),
        (&["mizban", "--log", "json"], true),
    ] {
        let cli = Cli::try_parse_from(line).unwrap();
        assert!(matches!(cli.command, None | Some(Command::Serve)), "{line:?}");
        assert_eq!(cli.log == Some(LogFormat::Json), json, "{line:?}");
    }
}

#[test]
fn what_is_not_offered_is_refused() {
    for line in [
        &["mizban", "dance"][..],
        &["mizban", "audit"],
        &["mizban", "config"],
        &["mizban", "--key", "x"],
        &["mizban", "--log", "xml"],
    ] {
        assert!(Cli::try_parse_from(line).is_err(), "{line:?}");
    }
}
