use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use clap::{CommandFactory as _, Parser as _};
use domain::identity::{self, Credentials, Door, Reading};
use tempfile::TempDir;
use tenants::Desks;

use super::house::House;
use super::{Cli, Command, LogFormat, staff, tenant};
use crate::{Config, start};

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
        &["mizban", "staff"],
        &["mizban", "staff", "disable", "--tenant", "fda"],
        &["mizban", "staff", "add", "--tenant", "fda", "--username", "a.b"],
        &["mizban", "staff", "add", "--tenant", "fda", "--username", "a.b", "--password", "x"],
        &["mizban", "tenant"],
        &["mizban", "tenant", "suspend"],
        &["mizban", "tenant", "create", "--slug", "fda3"],
        &["mizban", "tenant", "create", "--blueprint", "fda", "--slug", "x", "--name-en", "X"],
        &["mizban", "completions"],
        &["mizban", "completions", "dos"],
        &["mizban", "api-client", "list"],
        &["mizban", "api-client", "create", "--tenant", "fda", "--name", "x", "--account", "0912"],
        &[
            "mizban",
            "api-client",
            "create",
            "--tenant",
            "fda",
            "--name",
            "x",
            "--account",
            "0912",
            "--scope",
            "everything",
        ],
        &["mizban", "config"],
        &["mizban", "--key", "x"],
        &["mizban", "--log", "xml"],
    ] {
        assert!(Cli::try_parse_from(line).is_err(), "{line:?}");
    }
}

/// What a line of the command line prints, done in a house that is open already.
async fn printed(desks: &Desks, line: &str) -> anyhow::Result<String> {
    match Cli::try_parse_from(line.split(' ')).unwrap().command {
        Some(Command::Staff(what)) => staff::carry_out(desks, what).await,
        Some(Command::Tenant(what)) => tenant::carry_out(desks, &what).await,
        other => panic!("{line}: {other:?}"),
    }
}

/// The words after a name in what was printed.
fn after<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_else(|| panic!("no {name} in {text}"))
}

async fn signs_in(desks: &Desks, password: &str, key: &str) -> bool {
    // A code opens the door once: the next one needs the next step.
    desks.clock().advance(chrono::TimeDelta::seconds(31));
    let fda = desks.at("opened").await.unwrap().unwrap();
    let secret = identity::totp_secret(key).unwrap();
    let second = identity::totp_now(&secret, desks.clock().now());
    let credentials = Credentials {
        door: Door::Desk,
        username: "z.sahari",
        password,
        second: &second,
        origin: "127.0.0.1",
        reading: Reading::default(),
    };
    identity::sign_in(desks, &fda, credentials).await.is_ok()
}

/// The settings of a data folder that nobody has used, with its schema.
async fn embedded(place: &TempDir) -> Config {
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o711)).unwrap();
    let mut config = Config::default();
    config.data.folder = place.path().join("data");
    start::migrate_only(&config).await.unwrap();
    config
}

#[tokio::test]
async fn an_agency_is_opened_and_staffed_from_the_command_line() {
    let place = tempfile::tempdir().unwrap();
    let config = embedded(&place).await;
    let house = House::open(&config).await.unwrap();
    let refused = House::open(&config).await.err().expect("the folder is in use");
    assert!(format!("{refused:#}").contains("only while no server uses"), "{refused:#}");

    let desks = &house.desks;
    let create = "mizban tenant create --blueprint fda --slug opened";
    assert_eq!(printed(desks, create).await.unwrap(), "opened: opened\n");
    assert!(printed(desks, create).await.unwrap_err().to_string().contains("already"));

    let at = |verb: &str| format!("mizban staff {verb} --tenant opened --username z.sahari");
    let add = at("add") + " --name Zahra --position desk-admin --position secretariat-clerk";
    let added = printed(desks, &add).await.unwrap();
    let (password, key) = (after(&added, "password: "), after(&added, "authenticator key: "));
    assert!(signs_in(desks, password, key).await);
    assert!(printed(desks, &add).await.unwrap_err().to_string().contains("has this user name"));

    assert_eq!(printed(desks, &at("end-sessions")).await.unwrap(), "sessions ended: 1\n");
    printed(desks, &at("disable")).await.unwrap();
    assert!(!signs_in(desks, password, key).await);
    printed(desks, &at("enable")).await.unwrap();
    assert!(signs_in(desks, password, key).await);

    let reset = printed(desks, &at("reset-password")).await.unwrap();
    assert!(!signs_in(desks, password, key).await);
    let password = after(&reset, "password: ");
    assert!(signs_in(desks, password, key).await);
    let reset = printed(desks, &at("reset-authenticator")).await.unwrap();
    assert!(!signs_in(desks, password, key).await);
    assert!(signs_in(desks, password, after(&reset, "authenticator key: ")).await);
    house.close().await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_done_is_said_in_words() {
    let place = tempfile::tempdir().unwrap();
    let config = embedded(&place).await;
    let house = House::open(&config).await.unwrap();
    printed(&house.desks, "mizban tenant create --blueprint fda --slug opened").await.unwrap();
    for (line, words) in [
        ("mizban tenant create --blueprint none --slug x", "there are: abfa, fda, ostandari"),
        ("mizban tenant create --blueprint fda --slug X", "lower-case"),
        ("mizban tenant create --blueprint fda --slug x-desk", "kept for the platform"),
        ("mizban tenant create --blueprint fda --slug central", "operator's own premises"),
        ("mizban tenant create --blueprint central --slug x", "operator's own premises"),
        ("mizban tenant create --blueprint fda --slug opened", "slug already"),
        ("mizban tenant create --blueprint fda --slug y --name-fa=", "name is empty"),
        ("mizban tenant suspend --slug none", "no such agency"),
        ("mizban staff enable --tenant none --username a.b", "no such agency"),
        ("mizban staff enable --tenant opened --username a.b", "nobody"),
        ("mizban staff add --tenant opened --username ک --name N", "small Latin letters"),
        ("mizban staff add --tenant opened --username a.b --name N --position x", "position"),
        ("mizban staff add --tenant opened --username a.b --name=", "name is needed"),
    ] {
        let error = printed(&house.desks, line).await.unwrap_err();
        assert!(format!("{error:#}").contains(words), "{line}: {error:#}");
    }
    house.close().await.unwrap();
}

#[tokio::test]
async fn agencies_are_named_listed_suspended_and_resumed() {
    let place = tempfile::tempdir().unwrap();
    let config = embedded(&place).await;
    let house = House::open(&config).await.unwrap();
    let desks = &house.desks;
    for line in [
        "mizban tenant create --blueprint fda --slug one",
        "mizban tenant create --blueprint fda --slug two",
        "mizban tenant create --blueprint fda --slug three --name-fa=سازمان --name-en=Agency",
        "mizban tenant suspend --slug two",
    ] {
        printed(desks, line).await.unwrap_or_else(|error| panic!("{line}: {error:#}"));
    }
    let list = "one\tactive\tسازمان غذا و دارو\n\
                three\tactive\tسازمان\n\
                two\tsuspended\tسازمان غذا و دارو (آزمایشی two)\n";
    assert_eq!(printed(desks, "mizban tenant list").await.unwrap(), list);
    let taken = printed(desks, "mizban tenant create --blueprint fda --slug two").await;
    assert!(taken.unwrap_err().to_string().contains("already"), "its slug is still its own");
    assert!(desks.at("two").await.unwrap().is_none());
    assert_eq!(printed(desks, "mizban tenant resume --slug two").await.unwrap(), "resumed: two\n");
    assert!(desks.at("two").await.unwrap().is_some());
    let demo = printed(desks, "mizban tenant create --blueprint fda --slug four --demo").await;
    assert!(demo.unwrap().lines().count() > 3, "its people are printed");
    house.close().await.unwrap();
}
