//! The demo agencies of a development server: agencies of different kinds, a look-alike of the first,
//! so that one sees that neither shows anything of the other, and the operator's premises.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::Context as _;
use domain::blueprints::{self, DemoSignIn};
use domain::identity::totp_secret;
use portal::directory::DemoStaff;
use serde::{Deserialize, Serialize};
use tenants::{CENTRAL, Desks, Text};

/// The blueprint and the slug of each.
pub const AGENCIES: [(&str, &str); 5] = [
    ("fda", "fda"),
    ("fda", "fda2"),
    ("abfa", "abfa-mazandaran"),
    ("ostandari", "ostandari-mazandaran"),
    (CENTRAL, CENTRAL),
];

/// A made-up person's sign-in, as it is kept from one start to the next.
#[derive(Serialize, Deserialize)]
struct Kept {
    agency: String,
    // Until the titles were kept in both languages, name and titles were one text.
    #[serde(alias = "title")]
    name: String,
    #[serde(default)]
    titles: Vec<Text>,
    username: String,
    password: String,
    totp_secret: String,
}

/// Open the demo agencies that are not there yet; returns who can sign in, for the outbox page.
pub(crate) async fn open(desks: &Desks, place: &Path) -> anyhow::Result<Vec<DemoStaff>> {
    let mut kept = read(place)?;
    for (blueprint, slug) in AGENCIES {
        if desks.registered(slug).await?.is_some() {
            continue;
        }
        let opened = blueprints::open_agency(desks, blueprint, slug, true).await?;
        kept.extend(opened.sign_ins.iter().map(|s| Kept::of(slug, s)));
        write(place, &kept).context("the sign-ins of the demo agencies")?;
    }
    Ok(kept.into_iter().filter_map(Kept::shown).collect())
}

impl Kept {
    fn of(slug: &str, sign_in: &DemoSignIn) -> Self {
        Self {
            agency: slug.to_owned(),
            name: sign_in.name.clone(),
            titles: sign_in.titles.clone(),
            username: sign_in.username.clone(),
            password: sign_in.password.clone(),
            totp_secret: sign_in.totp_secret.clone(),
        }
    }

    fn shown(self) -> Option<DemoStaff> {
        Some(DemoStaff {
            totp_secret: totp_secret(&self.totp_secret)?,
            agency: self.agency,
            name: self.name,
            titles: self.titles,
            username: self.username,
            password: self.password,
        })
    }
}

fn read(place: &Path) -> anyhow::Result<Vec<Kept>> {
    match fs::read(place) {
        Ok(text) => Ok(serde_json::from_slice(&text)?),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

fn write(place: &Path, kept: &[Kept]) -> anyhow::Result<()> {
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(place)?;
    file.write_all(&serde_json::to_vec_pretty(kept)?)?;
    Ok(())
}
