//! The kinds of surface that a host name can lead to, each an origin of its own.

use serde::Serialize;

/// One origin per surface, so that a hole in one is no hole in the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, strum::Display, strum::EnumIter)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Surface {
    /// The citizens' side of one tenant.
    Portal,
    /// The staff's side of one tenant.
    Desk,
    /// The console of one tenant's admins; the operator's own is that of `central`.
    Admin,
    /// Documents of one tenant; never sees a session.
    Files,
    /// The list of the hosted agencies; belongs to no tenant.
    Directory,
}

impl Surface {
    /// Whether cookies of this surface follow a link from another site.
    ///
    /// The portal's do (a link in an SMS must find the citizen signed in), the staff's never.
    pub fn same_site(self) -> &'static str {
        match self {
            Self::Desk | Self::Admin => "Strict",
            Self::Portal | Self::Files | Self::Directory => "Lax",
        }
    }
}

/// How this deployment writes the origins of its surfaces; the configuration says it once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// `http` or `https`.
    pub scheme: &'static str,
    /// The domain under which every agency has its names.
    pub base: String,
    /// The port that browsers see.
    pub port: u16,
}

impl Places {
    /// The origin of an agency's surface, as browsers write it: `http://fda-files.localhost:8080`.
    /// The directory belongs to no agency, so `slug` plays no part in it.
    pub fn origin(&self, surface: Surface, slug: &str) -> String {
        let (scheme, base) = (self.scheme, &self.base);
        let host = match surface {
            Surface::Portal => format!("{slug}.{base}"),
            Surface::Desk => format!("{slug}-desk.{base}"),
            Surface::Admin => format!("{slug}-admin.{base}"),
            Surface::Files => format!("{slug}-files.{base}"),
            Surface::Directory => base.clone(),
        };
        match (scheme, self.port) {
            ("http", 80) | ("https", 443) => format!("{scheme}://{host}"),
            (_, port) => format!("{scheme}://{host}:{port}"),
        }
    }
}
