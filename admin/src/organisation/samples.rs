//! A small chart for the samples of pages.

use chrono::{DateTime, TimeDelta};
use domain::organisation::{Appointment, Position, Post, Structure, Unit};
use domain::{PositionId, StaffId, UnitId};
use tenants::Text;

fn said(fa: &str) -> Text {
    Text { fa: fa.into(), en: None }
}

/// Two units, one within the other, a closed one, a position that is held and one that is vacant.
pub(crate) fn structure() -> Structure {
    let unit = |parent, title: &str| Unit {
        id: UnitId::new(),
        parent,
        title: said(title),
        closed_at: None,
    };
    let top = unit(None, "مدیریت کل");
    let inner = unit(Some(top.id), "ادارهٔ نمونه");
    let gone = Unit { closed_at: Some(DateTime::UNIX_EPOCH), ..unit(None, "واحد پیشین") };
    let posts = vec![post(&inner, Some("نرگس نمونه")), post(&inner, None)];
    Structure { units: vec![top, inner, gone], posts }
}

fn post(unit: &Unit, holder: Option<&str>) -> Post {
    let position = Position {
        id: PositionId::new(),
        key: "expert".into(),
        unit: unit.id,
        unit_title: unit.title.clone(),
        title: said("کارشناس"),
        phone: Some("021-00001501".into()),
        roles: vec!["expert".into(), "tenant-admin".into()],
        holder: holder.map(str::to_owned),
    };
    let appointment = |name: &str| Appointment {
        position: position.id,
        staff: StaffId::new(),
        name: name.into(),
        since: DateTime::UNIX_EPOCH,
        until: Some(DateTime::UNIX_EPOCH + TimeDelta::days(40)),
    };
    Post { appointments: holder.map(appointment).into_iter().collect(), closed_at: None, position }
}
