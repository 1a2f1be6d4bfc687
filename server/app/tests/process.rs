//! The program as an operator runs it: signals, exit codes, and what is left when it is killed.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests are tests themselves")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

const KEY: &str = "n1Zq3vC9wq0JmZ5b1oVbKfB8X2kz0uY7t4e6d8c9a0A=";

fn place() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o711)).unwrap();
    place
}

fn mizban(arguments: &[&str], variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mizban"));
    command.args(arguments).envs(variables.iter().copied()).stdin(Stdio::null());
    command
}

fn output(arguments: &[&str], variables: &[(&str, &str)]) -> (bool, String) {
    let Output { status, stdout, stderr } = mizban(arguments, variables).output().unwrap();
    let text = [stdout, stderr].concat();
    (status.success(), String::from_utf8(text).unwrap())
}

/// A server, and how long it took to be ready.
fn serve(place: &TempDir) -> (Child, Duration) {
    let folder = place.path().join("data");
    let started = Instant::now();
    let mut server = mizban(
        &["serve", "--log", "json"],
        &[
            ("MIZBAN_DATA_FOLDER", folder.to_str().unwrap()),
            ("MIZBAN_LISTEN_PUBLIC", "127.0.0.1:0"),
            ("MIZBAN_LISTEN_INTERNAL", "127.0.0.1:0"),
        ],
    )
    .stderr(Stdio::piped())
    .spawn()
    .unwrap();
    let mut lines = BufReader::new(server.stderr.take().unwrap()).lines();
    let mut told = Vec::new();
    loop {
        let Some(line) = lines.next() else { panic!("it ended: {told:#?}") };
        let line = line.unwrap();
        if line.starts_with("Mizban is ready") {
            break;
        }
        let parsed = serde_json::from_str::<serde_json::Value>(&line);
        told.push(line);
        assert!(parsed.is_ok(), "not only JSON: {told:#?}");
    }
    // The pipe must not fill up, nor break, while the server goes on logging.
    std::thread::spawn(move || lines.for_each(drop));
    (server, started.elapsed())
}

fn kill(server: &Child, signal: &str) {
    let pid = server.id().to_string();
    assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
}

fn works_in(cluster: &Path) -> bool {
    fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .any(|entry| fs::read_link(entry.path().join("cwd")).is_ok_and(|cwd| cwd == cluster))
}

fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let started = Instant::now();
    while !holds() {
        assert!(started.elapsed() < Duration::from_secs(20), "never: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn it_stops_in_order_when_asked_and_takes_its_database_along() {
    for signal in ["-TERM", "-INT"] {
        let place = place();
        let cluster = place.path().join("data/postgres/cluster");
        let (mut server, _) = serve(&place);
        assert!(works_in(&cluster));
        kill(&server, signal);
        assert!(server.wait().unwrap().success(), "{signal}");
        assert!(!works_in(&cluster), "{signal} left a database behind");
        assert!(!cluster.join("postmaster.pid").exists(), "{signal}: no clean shutdown");
    }
}

#[test]
fn killed_and_started_again_at_once_it_is_there() {
    let place = place();
    let cluster = place.path().join("data/postgres/cluster");
    for _ in 0..3 {
        let (mut server, _) = serve(&place);
        kill(&server, "-KILL");
        server.wait().unwrap();
    }
    let (mut server, warm) = serve(&place);
    kill(&server, "-KILL");
    server.wait().unwrap();
    eventually("the database follows its server", || !works_in(&cluster));
    // The aim is one second on a quiet machine; tests share theirs.
    assert!(warm < Duration::from_secs(10), "a warm start took {warm:?}");
}

#[test]
fn it_ends_with_an_error_when_its_database_is_lost() {
    let place = place();
    let (mut server, _) = serve(&place);
    let pid_file = place.path().join("data/postgres/cluster/postmaster.pid");
    let pid = fs::read_to_string(pid_file).unwrap().lines().next().unwrap().to_owned();
    assert!(Command::new("kill").args(["-9", &pid]).status().unwrap().success());
    let ended = server.wait().unwrap();
    assert!(!ended.success());
}

#[test]
fn a_bad_configuration_is_named_and_nothing_starts() {
    let place = place();
    let file = place.path().join("mizban.toml");
    fs::write(&file, "colour = 1\n[listen]\npublic = 'x'\n").unwrap();
    for arguments in [&["config", "check"][..], &["serve"], &["migrate"]] {
        let variables = [("MIZBAN_CONFIG", file.to_str().unwrap()), ("MIZBAN_MODE", "production")];
        let (success, text) = output(arguments, &variables);
        assert!(!success);
        for place in ["colour", "[listen] public", "[secrets] key"] {
            assert!(text.contains(place), "{arguments:?} does not name {place}:\n{text}");
        }
    }
}

#[test]
fn production_starts_with_strong_settings_only_and_prints_no_secret() {
    let strong = [
        ("MIZBAN_MODE", "production"),
        ("MIZBAN_HOSTS_SCHEME", "https"),
        ("MIZBAN_SECRETS_KEY", KEY),
    ];
    let (success, text) = output(&["config", "check"], &strong);
    assert!(success, "{text}");
    let (success, text) = output(&["config", "print"], &strong);
    assert!(success && text.contains("mode = \"production\""), "{text}");
    assert!(!text.contains(KEY), "{text}");
}

#[test]
fn a_worker_by_itself_shares_what_it_works_on() {
    for variables in [&[][..], &[("MIZBAN_DATABASE_URL", "postgres://a@127.0.0.1:9/b")]] {
        let (success, text) = output(&["worker"], variables);
        assert!(!success && text.contains("give their addresses"), "{text}");
    }
}

#[test]
fn a_healthcheck_asks_where_it_is_told() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let at = nobody.local_addr().unwrap().to_string();
    let asked = std::thread::spawn(move || {
        let (mut socket, _) = nobody.accept().unwrap();
        // Closed with the question unread, the answer would be lost as well.
        std::io::Read::read(&mut socket, &mut [0; 1024]).unwrap();
        std::io::Write::write_all(&mut socket, b"HTTP/1.1 200 OK\r\n\r\nready").unwrap();
    });
    let (success, text) = output(&["healthcheck", "--at", &at], &[]);
    assert!(success && text.contains("ready"), "{text}");
    asked.join().unwrap();
}

#[test]
fn a_healthcheck_of_nobody_fails() {
    let (success, _) = output(&["healthcheck"], &[("MIZBAN_LISTEN_INTERNAL", "127.0.0.1:9")]);
    assert!(!success);
}
