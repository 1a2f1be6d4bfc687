//! The console's addresses, each written once.

use domain::notices::{Channel, NoticeKind};
use domain::{IncidentId, MigrationId, PositionId, ProcessVersionId, StaffId, UnitId};
use form_urlencoded::Serializer;
use locale::words::Lang;

pub(crate) const TENANTS: &str = "/tenants";
pub(crate) const ORGANISATION: &str = "/organisation";
pub(crate) const NEW_UNIT: &str = "/organisation/units/new";
pub(crate) const NEW_POSITION: &str = "/organisation/positions/new";
pub(crate) const NEW_MEMBER: &str = "/organisation/members/new";
pub(crate) const INCIDENTS: &str = "/incidents";
pub(crate) const MIGRATIONS: &str = "/migrations";
pub(crate) const AUDIT: &str = "/audit";

pub(crate) fn unit(id: UnitId) -> String {
    format!("/organisation/units/{id}")
}

pub(crate) fn position(id: PositionId) -> String {
    format!("/organisation/positions/{id}")
}

pub(crate) fn member(id: StaffId) -> String {
    format!("/organisation/members/{id}")
}

pub(crate) fn incident(id: IncidentId) -> String {
    format!("/incidents/{id}")
}

pub(crate) fn migration(id: MigrationId) -> String {
    format!("/migrations/{id}")
}

pub(crate) fn migration_plan(from: ProcessVersionId, to: ProcessVersionId) -> String {
    format!("/migrations/plan?from={from}&to={to}")
}

pub(crate) fn notice(kind: NoticeKind, channel: Channel, lang: Lang) -> String {
    let (kind, channel): (&str, &str) = (kind.into(), channel.into());
    format!("/notices/{kind}/{channel}/{}", lang.code())
}

pub(crate) fn tenant(slug: &str) -> String {
    format!("/tenants/{slug}")
}

/// An address with what is wanted of it; what is empty is left out.
pub(crate) fn with(path: &str, pairs: &[(&str, &str)]) -> String {
    let said: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    if said.is_empty() {
        return path.to_owned();
    }
    let query = Serializer::new(String::new()).extend_pairs(said).finish();
    format!("{path}?{query}")
}
