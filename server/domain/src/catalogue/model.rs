//! A published service.

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
