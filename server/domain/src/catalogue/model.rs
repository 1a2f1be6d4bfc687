//! A published service.

use chrono::{DateTime, Utc};
use forms::Form;
use tenants::{Caller, Kind, Relation, Resource};
use uuid::Uuid;

use super::Sheet;
use crate::{ProcessVersionId, ServiceId, ServiceVersionId};

/// A service as one of its versions says.
#[derive(Debug, Clone)]
pub struct Service {
    pub id: ServiceId,
    pub version: ServiceVersionId,
    pub key: String,
    /// شناسه خدمت, 8–13 digits, given by the state organisation.
    pub code: Option<String>,
    pub sheet: Sheet,
    pub form: Form,
    pub process: ProcessVersionId,
}

impl Resource for Service {
    const KIND: Kind = Kind::Service;

    fn service(&self) -> Option<&str> {
        Some(&self.key)
    }

    fn id(&self) -> Option<Uuid> {
        Some(self.id.0)
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}

/// The catalogue as a whole, for asking whether it may be listed.
pub(super) struct Catalogue;

impl Resource for Catalogue {
    const KIND: Kind = Kind::Service;

    fn id(&self) -> Option<Uuid> {
        None
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}

/// A service as the agency's admins know it, open or closed.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: ServiceId,
    pub key: String,
    /// Its place in the list.
    pub position: i32,
    /// Whether it takes requests.
    pub open: bool,
    /// What is published now.
    pub version: VersionLine,
}

/// One published version: 1, 2, 3 … within its service.
#[derive(Debug, Clone)]
pub struct VersionLine {
    pub id: ServiceVersionId,
    pub number: i32,
    pub published_at: DateTime<Utc>,
    /// The name of whoever did it; nobody of the staff when the agency was opened with it.
    pub published_by: Option<String>,
}

/// A service before whoever changes it: a part of what the agency is made of.
pub(crate) struct Configured(pub(crate) ServiceId);

impl Resource for Configured {
    const KIND: Kind = Kind::Agency;

    fn id(&self) -> Option<Uuid> {
        Some(self.0.0)
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}
