//! Settings that are well-formed and still cannot stand.

use std::str::FromStr as _;

use sqlx::postgres::PgConnectOptions;
use tracing_subscriber::EnvFilter;

use super::{Config, Database, DeploymentKey, Hosts, Limits, Mode, Problem, Scheme, Storage};

impl Config {
    /// Everything that contradicts itself or is too weak for the mode.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        database(&self.database, &mut problems);
        storage(&self.storage, &mut problems);
        hosts(&self.hosts, &mut problems);
        limits(&self.limits, &mut problems);
        key(self, &mut problems);
        if let Err(error) = self.log.filter.parse::<EnvFilter>() {
            problems.push(Problem::new("[log] filter", error.to_string()));
        }
        if self.mode == Mode::Production {
            production(self, &mut problems);
        }
        problems
    }
}

fn database(database: &Database, problems: &mut Vec<Problem>) {
    if database.url.is_empty() && !database.owner_url.is_empty() {
        let words = "is needed beside the owner's address: nothing runs as the owner";
        problems.push(Problem::new("[database] url", words));
    }
    for (place, url) in
        [("[database] owner_url", &database.owner_url), ("[database] url", &database.url)]
    {
        if !url.is_empty() && !is_postgres(url.expose()) {
            problems.push(Problem::new(place, "is no address of a PostgreSQL database"));
        }
    }
    if database.connections < 2 {
        problems.push(Problem::new("[database] connections", "must be 2 or more"));
    }
}

/// The parser's own words may repeat the address, which holds a password; and it takes any scheme.
fn is_postgres(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme);
    matches!(scheme, Some("postgres" | "postgresql")) && PgConnectOptions::from_str(url).is_ok()
}

fn storage(storage: &Storage, problems: &mut Vec<Problem>) {
    if storage.is_embedded() {
        return;
    }
    for (place, missing) in [
        ("[storage] region", storage.region.is_empty()),
        ("[storage] bucket", storage.bucket.is_empty()),
        ("[storage] access_key", storage.access_key.is_empty()),
        ("[storage] secret_key", storage.secret_key.is_empty()),
    ] {
        if missing {
            problems.push(Problem::new(place, "is needed with an endpoint"));
        }
    }
    if gateways::Store::connect(&storage.to_store_config()).is_err() {
        problems.push(Problem::new("[storage] endpoint", "is no address of an S3 service"));
    }
}

fn hosts(hosts: &Hosts, problems: &mut Vec<Problem>) {
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if !hosts.base.split('.').all(label) {
        problems.push(Problem::new("[hosts] base", "is no lower-case domain name"));
    }
}

fn limits(limits: &Limits, problems: &mut Vec<Problem>) {
    for (place, zero) in [
        ("[limits] header_timeout", limits.header_timeout.is_zero()),
        ("[limits] idle_timeout", limits.idle_timeout.is_zero()),
        ("[limits] body_timeout", limits.body_timeout.is_zero()),
        ("[limits] body_patience", limits.body_patience.is_zero()),
        ("[limits] body_rate", limits.body_rate == 0),
        ("[limits] request_timeout", limits.request_timeout.is_zero()),
        ("[limits] write_timeout", limits.write_timeout.is_zero()),
        ("[limits] connections", limits.connections == 0),
    ] {
        if zero {
            problems.push(Problem::new(place, "must be more than zero"));
        }
    }
}

fn key(config: &Config, problems: &mut Vec<Problem>) {
    let key = &config.secrets.key;
    if key.is_empty() {
        return;
    }
    if let Err(words) = DeploymentKey::parse(key.expose()) {
        problems.push(Problem::new("[secrets] key", words));
    }
}

fn production(config: &Config, problems: &mut Vec<Problem>) {
    if config.secrets.key.is_empty() {
        problems.push(Problem::new("[secrets] key", "is compulsory in production"));
    }
    if config.cookies.insecure {
        problems.push(Problem::new("[cookies] insecure", "is refused in production"));
    }
    if config.hosts.scheme != Scheme::Https {
        problems.push(Problem::new("[hosts] scheme", "must be https in production"));
    }
}
