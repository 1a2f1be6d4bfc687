//! A sign-in under way: which code was sent to which number. It travels in the code page, sealed.

use chrono::{DateTime, Utc};
use domain::identity::CodeSent;
use locale::identity::Mobile;
use serde::{Deserialize, Serialize};
use tenants::Tenant;
use uuid::Uuid;
use web::{Problem, sealed};

const PURPOSE: &str = "portal.sign-in";

/// No `Debug`: the number is a person's own.
#[derive(Serialize, Deserialize)]
pub(super) struct Flow {
    pub(super) id: Uuid,
    mobile: String,
    pub(super) again_at: DateTime<Utc>,
}

impl Flow {
    pub(super) fn new(mobile: &Mobile, sent: &CodeSent) -> Self {
        Self { id: sent.id, mobile: mobile.as_str().to_owned(), again_at: sent.again_at }
    }

    pub(super) fn mobile(&self) -> Option<Mobile> {
        Mobile::parse(&self.mobile).ok()
    }

    pub(super) fn masked(&self) -> String {
        self.mobile().map(|mobile| mobile.masked()).unwrap_or_default()
    }

    pub(super) fn seal(&self, tenant: &Tenant) -> Result<String, Problem> {
        sealed::seal(tenant, PURPOSE, self)
    }

    pub(super) fn open(tenant: &Tenant, text: &str) -> Option<Self> {
        sealed::open(tenant, PURPOSE, text)
    }
}
