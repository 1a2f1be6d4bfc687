//! The form of a position, and who holds it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::organisation::{Appointment, Post, Structure};
use locale::words::{Lang, say1};
use serde::Serialize;
use uuid::Uuid;
use web::{Page, problems::Line};

use super::samples;
use crate::filled::{Choice, Filled, Input};
use crate::paths;
use crate::role::role;

#[derive(Serialize)]
pub(crate) struct PositionPage {
    path: String,
    /// Whether there is such a position already.
    there: bool,
    command: Uuid,
    title: Input,
    title_en: Input,
    unit: Choice,
    phone: Input,
    roles: Vec<RoleView>,
    roles_problem: Option<String>,
    appointments: Vec<AppointmentView>,
    closure: Option<String>,
    problems: Vec<Line>,
}

/// A role to tick.
#[derive(Serialize)]
struct RoleView {
    name: String,
    label: String,
    ticked: bool,
}

/// Who holds it, or is going to.
#[derive(Serialize)]
struct AppointmentView {
    staff: String,
    name: String,
    link: String,
    since: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
}

impl PositionPage {
    pub(super) fn of(
        post: Option<&Post>,
        (structure, roles): (&Structure, &BTreeSet<String>),
        (filled, lang): (&Filled, Lang),
    ) -> Self {
        // Where nothing was sent, the form holds what is there.
        let there = post.filter(|_| filled.text("_command").is_empty()).map(standing);
        let filled = there.as_ref().map_or_else(|| filled.clone(), |there| there.with(filled));
        let open = structure.units.iter().filter(|unit| unit.closed_at.is_none());
        let units = open.map(|unit| (unit.id.to_string(), unit.title.say(lang).to_owned()));
        let appointments = post.map(|post| post.appointments.as_slice()).unwrap_or_default();
        let path = post.map_or_else(
            || paths::NEW_POSITION.to_owned(),
            |post| paths::position(post.position.id),
        );
        Self {
            path,
            there: post.is_some(),
            command: filled.command(),
            title: filled.input("title"),
            title_en: filled.input("title_en"),
            unit: filled.choice("unit", units),
            phone: filled.input("phone"),
            roles: roles.iter().map(|name| RoleView::of(name, &filled, lang)).collect(),
            roles_problem: filled.problem("roles"),
            appointments: appointments.iter().map(AppointmentView::of).collect(),
            closure: filled.problem("closure"),
            problems: filled.lines(),
        }
    }
}

/// The form of a position as it stands.
fn standing(post: &Post) -> Filled {
    let position = &post.position;
    let unit = position.unit.to_string();
    let roles: Vec<String> = position.roles.iter().map(|role| format!("role.{role}")).collect();
    let pairs = [
        ("title", position.title.fa.as_str()),
        ("title_en", position.title.en.as_deref().unwrap_or_default()),
        ("unit", unit.as_str()),
        ("phone", position.phone.as_deref().unwrap_or_default()),
    ];
    Filled::of(pairs.into_iter().chain(roles.iter().map(|role| (role.as_str(), "on"))))
}

impl RoleView {
    fn of(name: &str, filled: &Filled, lang: Lang) -> Self {
        let ticked = !filled.text(&format!("role.{name}")).is_empty();
        Self { name: name.to_owned(), label: role(name, lang), ticked }
    }
}

impl AppointmentView {
    fn of(appointment: &Appointment) -> Self {
        Self {
            staff: appointment.staff.to_string(),
            name: appointment.name.clone(),
            link: paths::member(appointment.staff),
            since: appointment.since,
            until: appointment.until,
        }
    }
}

impl Page for PositionPage {
    const TEMPLATE: &'static str = "admin/organisation/position.html";

    fn samples() -> Vec<Self> {
        let structure = samples::structure();
        let roles = BTreeSet::from(["expert".to_owned(), "own-role".to_owned()]);
        let wrong = |at, code| {
            let error = domain::Error::invalid(at, code);
            Filled::default().told(error, at, Lang::Fa).unwrap_or_default()
        };
        let page = |post, filled: &Filled| Self::of(post, (&structure, &roles), (filled, Lang::Fa));
        let (held, vacant) = (structure.posts.first(), structure.posts.last());
        vec![
            page(None, &Filled::default()),
            page(None, &wrong("title", "required")),
            page(held, &Filled::default()),
            page(vacant, &wrong("closure", "required")),
            page(held, &wrong("roles", "role-unknown")),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, if self.there { "admin-position-title" } else { "admin-position-new" })
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
