use std::collections::BTreeMap;

use super::{Config, Hosts, Place, Problems, Scheme, Span};

const KEY: &str = "n1Zq3vC9wq0JmZ5b1oVbKfB8X2kz0uY7t4e6d8c9a0A=";

fn load(file: &str, variables: &[(&str, &str)]) -> Result<Config, Problems> {
    let variables: BTreeMap<_, _> =
        variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::from_parts(file, &variables)
}

fn places(result: Result<Config, Problems>) -> Vec<String> {
    result.expect_err("it must be refused").0.into_iter().map(|problem| problem.place).collect()
}

#[test]
fn nothing_set_is_a_working_configuration() {
    let config = load("", &[]).unwrap();
    assert!(config.database.is_embedded() && config.storage.is_embedded());
    assert_eq!(config.listen.public.to_string(), "127.0.0.1:8080");
}

#[test]
fn the_environment_goes_over_the_file() {
    let file = "mode = 'development'\n[limits]\nheader_timeout = '2s'\nconnections = 7";
    let variables = [
        ("MIZBAN_LIMITS_HEADER_TIMEOUT", "3s"),
        ("MIZBAN_LOG_JSON", "true"),
        ("MIZBAN_DATABASE_CONNECTIONS", "4"),
        ("MIZBAN_LISTEN_PUBLIC", "0.0.0.0:80"),
    ];
    let config = load(file, &variables).unwrap();
    assert_eq!(config.limits.header_timeout.as_secs(), 3);
    assert_eq!(config.limits.connections, 7);
    assert_eq!(config.database.connections, 4);
    assert!(config.log.json);
    assert_eq!(config.listen.public.port(), 80);
}

#[test]
fn a_secret_may_come_from_a_file() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), format!("{KEY}\n")).unwrap();
    let path = file.path().to_str().unwrap();
    let config = load("", &[("MIZBAN_SECRETS_KEY_FILE", path)]).unwrap();
    assert_eq!(config.secrets.key.expose(), KEY);
}

#[test]
fn every_bad_key_is_named_at_once() {
    let file = "
        colour = 'blue'
        mode = 'holiday'
        log = 'loud'
        [limits]
        header_timeout = 10
        idle_timeout = '5 parsecs'
        speed = 1
        [listen]
        public = 'here'
    ";
    let variables = [
        ("MIZBAN_LIMITS_CONNECTIONS", "many"),
        ("MIZBAN_LOG_COLOUR", "1"),
        ("MIZBAN_SECRETS_KEY_FILE", "/nowhere"),
        ("MIZBAN_LOG_JSON", "perhaps"),
    ];
    let mut places = places(load(file, &variables));
    places.sort();
    assert_eq!(
        places,
        [
            "MIZBAN_LIMITS_CONNECTIONS",
            "MIZBAN_LOG_COLOUR",
            "MIZBAN_LOG_JSON",
            "MIZBAN_SECRETS_KEY_FILE",
            "[limits] header_timeout",
            "[limits] idle_timeout",
            "[limits] speed",
            "[listen] public",
            "colour",
            "log",
            "mode",
        ]
    );
}

#[test]
fn what_contradicts_itself_or_is_weak_is_refused() {
    let key = format!("[hosts]\nscheme = 'https'\n[secrets]\nkey = '{KEY}'\n");
    let https = "mode = 'production'\n[hosts]\nscheme = 'https'\n";
    let weak = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
    let words = "Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5LXN0YXBsZS0xMjM=";
    for (file, place) in [
        ("[database]\nowner_url = 'postgres://a@b/c'".to_owned(), "[database] url"),
        (
            "[database]\nurl = 'mysql://a'\nowner_url = 'postgres://a@b/c'".to_owned(),
            "[database] url",
        ),
        ("[database]\nconnections = 1".to_owned(), "[database] connections"),
        (
            "[storage]\nendpoint = 'https://s3.example'\naccess_key = 'a'".to_owned(),
            "[storage] secret_key",
        ),
        ("[hosts]\nbase = 'Example.ir'".to_owned(), "[hosts] base"),
        ("[limits]\nwrite_timeout = '0s'".to_owned(), "[limits] write_timeout"),
        ("[log]\nfilter = 'a=b=c'".to_owned(), "[log] filter"),
        ("[secrets]\nkey = 'short'".to_owned(), "[secrets] key"),
        (format!("[secrets]\nkey = '{weak}'"), "[secrets] key"),
        (format!("[secrets]\nkey = '{words}'"), "[secrets] key"),
        (https.to_owned(), "[secrets] key"),
        (format!("mode = 'production'\n{key}[cookies]\ninsecure = true"), "[cookies] insecure"),
        (format!("mode = 'production'\n[secrets]\nkey = '{KEY}'"), "[hosts] scheme"),
    ] {
        let places = places(load(&file, &[]));
        assert!(places.iter().any(|found| found == place), "{file}: {places:?}");
    }
    load(&format!("mode = 'production'\n{key}"), &[]).expect("the same without the flaw");
}

#[test]
fn no_secret_is_ever_printed() {
    let file = format!(
        "[secrets]\nkey = '{KEY}'\n[database]\nurl = 'postgres://u:pw-1@h/d'\nowner_url = 'postgres://o:pw-2@h/d'"
    );
    let config = load(&file, &[]).unwrap();
    for printed in [config.print(), format!("{config:?}")] {
        for secret in [KEY, "pw-1", "pw-2"] {
            assert!(!printed.contains(secret), "{printed}");
        }
    }
    let bad = load("[database]\nurl = 'pw-3'\nowner_url = 'pw-3'", &[]).unwrap_err().to_string();
    assert!(!bad.contains("pw-3"), "{bad}");
}

#[test]
fn what_is_printed_can_be_read_again() {
    let config = load("[limits]\nheader_timeout = '1500ms'", &[]).unwrap();
    let again = load(&config.print(), &[]).unwrap();
    assert_eq!(again.print(), config.print());
    assert!(config.print().contains("header_timeout = \"1500ms\""), "{}", config.print());
}

#[test]
fn a_host_leads_to_one_place() {
    let hosts = Hosts { base: "example.ir".to_owned(), ..Hosts::default() };
    let portal = |slug: &str| Some(Place::Portal(slug.to_owned()));
    for (host, place) in [
        ("example.ir", Some(Place::Directory)),
        ("EXAMPLE.ir:443", Some(Place::Directory)),
        ("fda.example.ir", portal("fda")),
        ("fda.example.ir:8080", portal("fda")),
        ("fda-2.example.ir", portal("fda-2")),
        ("fda-desk.example.ir", Some(Place::Desk("fda".to_owned()))),
        ("fda-files.example.ir", Some(Place::Files("fda".to_owned()))),
        ("fda-admin.example.ir", Some(Place::Admin("fda".into()))),
        ("central-admin.example.ir", Some(Place::Admin("central".into()))),
        ("central.example.ir", None),
        ("central-desk.example.ir", None),
        ("-desk.example.ir", None),
        ("fda.other.ir", None),
        ("fdaexample.ir", None),
        ("a.fda.example.ir", None),
        ("fda.example.ir.", None),
        ("fda.example.ir:port", None),
        ("fda_x.example.ir", None),
        (".example.ir", None),
        ("[::1]:8080", None),
        ("127.0.0.1", None),
        ("", None),
    ] {
        assert_eq!(hosts.place(host), place, "{host}");
    }
}

#[test]
fn an_origin_leads_back_to_its_place() {
    for (scheme, port, origin) in [
        (Scheme::Http, 8080, "http://fda-desk.localhost:8080"),
        (Scheme::Http, 80, "http://fda-desk.localhost"),
        (Scheme::Https, 443, "https://fda-desk.localhost"),
        (Scheme::Https, 80, "https://fda-desk.localhost:80"),
    ] {
        let hosts = Hosts { port, scheme, ..Hosts::default() };
        let place = Place::Desk("fda".to_owned());
        assert_eq!(hosts.origin(&place), origin);
        let host = origin.split_once("://").unwrap().1;
        assert_eq!(hosts.place(host), Some(place));
    }
}

#[test]
fn spans_are_written_as_people_write_them() {
    for (text, milliseconds) in [("250ms", 250), ("10s", 10_000), ("5m", 300_000), ("0s", 0)] {
        assert_eq!(text.parse::<Span>().unwrap().as_millis(), milliseconds);
    }
    for text in ["", "10", "s", "-1s", "1.5s", "1h", "10 s", "99999999999s"] {
        assert!(text.parse::<Span>().is_err(), "{text}");
    }
}
