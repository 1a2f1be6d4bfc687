//! The form that appoints somebody to a position.

use domain::identity::MemberLine;
use domain::organisation::Post;
use locale::text::isolated;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::{Page, problems::Line};

use super::samples;
use crate::filled::{Choice, Filled, Input};
use crate::members::samples as people;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct AppointmentPage {
    path: String,
    back: String,
    position: String,
    unit: String,
    holder: Option<String>,
    staff: Choice,
    since: Input,
    until: Input,
    problems: Vec<Line>,
}

impl AppointmentPage {
    pub(super) fn of(post: &Post, members: &[MemberLine], (filled, lang): (&Filled, Lang)) -> Self {
        let active = members.iter().filter(|member| member.active);
        let staff =
            active.map(|m| (m.id.to_string(), format!("{} ({})", isolated(&m.name), m.username)));
        let back = paths::position(post.position.id);
        Self {
            path: format!("{back}/appointment"),
            back,
            position: post.position.title.say(lang).to_owned(),
            unit: post.position.unit_title.say(lang).to_owned(),
            holder: post.position.holder.clone(),
            staff: filled.choice("staff", staff),
            since: filled.input("since"),
            until: filled.input("until"),
            problems: filled.lines(),
        }
    }
}

impl Page for AppointmentPage {
    const TEMPLATE: &'static str = "admin/organisation/appointment.html";

    fn samples() -> Vec<Self> {
        let (structure, members) = (samples::structure(), people::lines());
        let page = |post: &Post, filled: &Filled| Self::of(post, &members, (filled, Lang::Fa));
        let error = domain::Error::invalid("since", "date-invalid");
        let wrong = Filled::default().told(error, "staff", Lang::Fa).unwrap_or_default();
        structure
            .posts
            .iter()
            .flat_map(|p| [page(p, &Filled::default()), page(p, &wrong)])
            .collect()
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-appointment-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
