//! The list of members.

use domain::StaffId;
use domain::identity::MemberLine;
use domain::organisation::{Post, Structure};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::samples;
use crate::organisation::samples as chart;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct MembersPage {
    sought: String,
    members: Vec<MemberView>,
}

#[derive(Serialize)]
struct MemberView {
    name: String,
    username: String,
    link: String,
    active: bool,
    positions: Vec<String>,
}

impl MembersPage {
    pub(super) fn of(
        members: &[MemberLine],
        structure: &Structure,
        (sought, lang): (&str, Lang),
    ) -> Self {
        let view = |line: &MemberLine| MemberView {
            name: line.name.clone(),
            username: line.username.clone(),
            link: paths::member(line.id),
            active: line.active,
            positions: held(line.id, structure, lang),
        };
        Self { sought: sought.to_owned(), members: members.iter().map(view).collect() }
    }
}

/// The titles of what somebody holds or is going to.
fn held(staff: StaffId, structure: &Structure, lang: Lang) -> Vec<String> {
    let theirs = |post: &&Post| post.appointments.iter().any(|a| a.staff == staff);
    let posts = structure.posts.iter().filter(theirs);
    posts.map(|post| post.position.title.say(lang).to_owned()).collect()
}

impl Page for MembersPage {
    const TEMPLATE: &'static str = "admin/members/list.html";

    fn samples() -> Vec<Self> {
        let mut structure = chart::structure();
        let lines = samples::lines();
        structure.posts[0].appointments[0].staff = lines[0].id;
        vec![
            Self::of(&lines, &structure, ("", Lang::Fa)),
            Self::of(&[], &structure, ("نمونه", Lang::Fa)),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-members-title")
    }
}
