//! A member's page: what they hold and held, and what can be done for them.

use chrono::{DateTime, Utc};
use domain::identity::MemberFile;
use domain::organisation::{Appointment, Structure};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::{Page, problems::Line};

use super::samples;
use crate::filled::{Filled, Input};
use crate::organisation::samples as chart;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct MemberPage {
    path: String,
    shown_name: String,
    username: String,
    active: bool,
    /// Whether it is the page of whoever looks at it.
    own: bool,
    created_at: DateTime<Utc>,
    name: Input,
    appointments: Vec<AppointmentView>,
    /// Why a change of their access was not made.
    access: Option<String>,
    problems: Vec<Line>,
}

#[derive(Serialize)]
struct AppointmentView {
    position: String,
    link: Option<String>,
    since: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
}

impl MemberPage {
    pub(super) fn of(
        file: &MemberFile,
        (structure, own): (&Structure, bool),
        (filled, lang): (&Filled, Lang),
    ) -> Self {
        let line = &file.line;
        let mut name = filled.input("name");
        if name.problem.is_none() {
            name.value.clone_from(&line.name);
        }
        let view = |a: &Appointment| AppointmentView::of(a, structure, lang);
        Self {
            path: paths::member(line.id),
            shown_name: line.name.clone(),
            username: line.username.clone(),
            active: line.active,
            own,
            created_at: line.created_at,
            name,
            appointments: file.appointments.iter().map(view).collect(),
            access: filled.problem("access").or_else(|| filled.problem("staff")),
            problems: filled.lines(),
        }
    }
}

impl AppointmentView {
    fn of(appointment: &Appointment, structure: &Structure, lang: Lang) -> Self {
        let post = structure.posts.iter().find(|post| post.position.id == appointment.position);
        let title = post.map(|post| post.position.title.say(lang).to_owned());
        let open = post.filter(|post| post.closed_at.is_none());
        Self {
            position: title.unwrap_or_default(),
            link: open.map(|post| paths::position(post.position.id)),
            since: appointment.since,
            until: appointment.until,
        }
    }
}

impl Page for MemberPage {
    const TEMPLATE: &'static str = "admin/members/member.html";

    fn samples() -> Vec<Self> {
        let structure = chart::structure();
        let appointments = structure.posts[0].appointments.clone();
        let files = samples::lines()
            .into_iter()
            .map(|line| MemberFile { line, appointments: appointments.clone() });
        let wrong = |at, code| {
            let error = domain::Error::invalid(at, code);
            Filled::default().told(error, "access", Lang::Fa).unwrap_or_default()
        };
        let page = |file: MemberFile| {
            let of = |own, filled: &Filled| Self::of(&file, (&structure, own), (filled, Lang::Fa));
            [
                of(false, &Filled::default()),
                of(true, &wrong("name", "staff-name")),
                of(false, &wrong("access", "staff-oneself")),
            ]
        };
        files.flat_map(page).collect()
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-member-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
