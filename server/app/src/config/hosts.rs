//! `[hosts]`: which host name leads to which surface of which agency, and back.

use serde::{Deserialize, Serialize};
use tenants::CENTRAL;

/// The pattern of all host names: `<slug>[-<surface>].<base>`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hosts {
    /// The domain under which every agency has its names; itself the directory of agencies.
    pub base: String,
    /// The port that browsers see; 0 means the one listened on.
    pub port: u16,
    /// What browsers speak to us, perhaps through a proxy. Production takes `https` only.
    pub scheme: Scheme,
}

/// The scheme of every address shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    Http,
    Https,
}

/// What a host name leads to; the slug is the agency's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Directory,
    Portal(String),
    Desk(String),
    Admin(String),
    Files(String),
}

impl Default for Hosts {
    fn default() -> Self {
        Self { base: "localhost".to_owned(), port: 0, scheme: Scheme::Http }
    }
}

impl Hosts {
    /// Where a Host header leads, if it can lead anywhere; whether the agency exists is not asked.
    ///
    /// The port is no part of the decision: proxies keep, drop and rewrite it.
    pub fn place(&self, host: &str) -> Option<Place> {
        let name = without_port(host)?.to_ascii_lowercase();
        if name == self.base {
            return Some(Place::Directory);
        }
        let label = name.strip_suffix(&self.base)?.strip_suffix('.')?;
        let (slug, place) = surface_of(label);
        let place = is_slug(slug).then(|| place(slug.to_owned()))?;
        // The operator's premises have a console and nothing else.
        (slug != CENTRAL || matches!(place, Place::Admin(_))).then_some(place)
    }

    /// The origin of a place, as browsers write it: `http://fda-desk.localhost:8080`.
    pub fn origin(&self, place: &Place) -> String {
        let host = match place {
            Place::Directory => self.base.clone(),
            Place::Portal(slug) => format!("{slug}.{}", self.base),
            Place::Desk(slug) => format!("{slug}-desk.{}", self.base),
            Place::Admin(slug) => format!("{slug}-admin.{}", self.base),
            Place::Files(slug) => format!("{slug}-files.{}", self.base),
        };
        match (self.scheme, self.port) {
            (Scheme::Http, 80) => format!("http://{host}"),
            (Scheme::Https, 443) => format!("https://{host}"),
            (Scheme::Http, port) => format!("http://{host}:{port}"),
            (Scheme::Https, port) => format!("https://{host}:{port}"),
        }
    }
}

/// Which agency's surface a label names: `<slug>[-<surface>]`.
fn surface_of(label: &str) -> (&str, Named) {
    let endings: [(&str, Named); 3] =
        [("-desk", Place::Desk), ("-admin", Place::Admin), ("-files", Place::Files)];
    for (ending, place) in endings {
        if let Some(slug) = label.strip_suffix(ending) {
            return (slug, place);
        }
    }
    (label, Place::Portal)
}

/// A surface that a slug stands before.
type Named = fn(String) -> Place;

fn without_port(host: &str) -> Option<&str> {
    match host.split_once(':') {
        None => Some(host),
        Some((name, port)) => port.parse::<u16>().ok().map(|_| name),
    }
}

/// Letters, digits and inner hyphens, as one DNS label.
fn is_slug(label: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=63).contains(&label.len())
        && label.chars().all(plain)
        && !label.starts_with('-')
        && !label.ends_with('-')
}
