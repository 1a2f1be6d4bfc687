//! A program and how far its key reaches.

use chrono::{DateTime, Utc};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{AccountId, ClientId};

/// What a key is for. Each is a subject of the policy, which says what it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray)]
pub enum ApiScope {
    /// The catalogue.
    #[strum(serialize = "services.read")]
    ServicesRead,
    /// Drafts and cases of the account, and fetching their documents.
    #[strum(serialize = "requests.read")]
    RequestsRead,
    /// Submitting, handing in what was asked for, withdrawing.
    #[strum(serialize = "requests.write")]
    RequestsWrite,
    /// Sending documents.
    #[strum(serialize = "documents.write")]
    DocumentsWrite,
}

/// A program in the list of them.
#[derive(Debug, Clone)]
pub struct ClientLine {
    pub id: ClientId,
    /// The public half of its token.
    pub key: String,
    pub name: String,
    pub account: AccountId,
    pub scopes: Vec<String>,
    /// The keys of the services it may deal with; none for all of them.
    pub services: Option<Vec<String>>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub last_used_at: Option<DateTime<Utc>>,
}
