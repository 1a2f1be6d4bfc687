//! The chart, unit by unit.

use domain::organisation::{Post, Structure, Unit};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::samples;
use crate::paths;
use crate::role::role;

#[derive(Serialize)]
pub(crate) struct OrganisationPage {
    units: Vec<UnitView>,
    /// What was closed, for the record.
    closed: Vec<String>,
}

#[derive(Serialize)]
struct UnitView {
    title: String,
    /// The unit that it is a part of.
    parent: Option<String>,
    link: String,
    new_position: String,
    positions: Vec<PositionView>,
}

#[derive(Serialize)]
struct PositionView {
    title: String,
    link: String,
    holder: Option<String>,
    roles: Vec<String>,
}

impl OrganisationPage {
    pub(super) fn of(structure: &Structure, lang: Lang) -> Self {
        let units = in_order(&structure.units);
        let view = |unit: &&Unit| UnitView::of(unit, structure, lang);
        let closed = structure.units.iter().filter(|unit| unit.closed_at.is_some());
        let gone = structure.posts.iter().filter(|post| post.closed_at.is_some());
        let closed = closed
            .map(|unit| &unit.title)
            .chain(gone.map(|post| &post.position.title))
            .map(|title| title.say(lang).to_owned());
        Self { units: units.iter().map(view).collect(), closed: closed.collect() }
    }
}

/// Open units, each followed by those within it.
fn in_order(units: &[Unit]) -> Vec<&Unit> {
    let mut found = Vec::new();
    let tops = units.iter().filter(|unit| unit.parent.is_none());
    tops.for_each(|top| follow(top, units, &mut found));
    found
}

fn follow<'a>(unit: &'a Unit, units: &'a [Unit], found: &mut Vec<&'a Unit>) {
    if unit.closed_at.is_none() {
        found.push(unit);
    }
    let within = units.iter().filter(|other| other.parent == Some(unit.id));
    within.for_each(|other| follow(other, units, found));
}

impl UnitView {
    fn of(unit: &Unit, structure: &Structure, lang: Lang) -> Self {
        let parent = structure.units.iter().find(|other| Some(other.id) == unit.parent);
        let within = |post: &&Post| post.position.unit == unit.id && post.closed_at.is_none();
        let positions = structure.posts.iter().filter(within);
        Self {
            title: unit.title.say(lang).to_owned(),
            parent: parent.map(|parent| parent.title.say(lang).to_owned()),
            link: paths::unit(unit.id),
            new_position: paths::with(
                paths::NEW_POSITION,
                &[("unit", unit.id.to_string().as_str())],
            ),
            positions: positions.map(|post| PositionView::of(post, lang)).collect(),
        }
    }
}

impl PositionView {
    fn of(post: &Post, lang: Lang) -> Self {
        Self {
            title: post.position.title.say(lang).to_owned(),
            link: paths::position(post.position.id),
            holder: post.position.holder.clone(),
            roles: post.position.roles.iter().map(|name| role(name, lang)).collect(),
        }
    }
}

impl Page for OrganisationPage {
    const TEMPLATE: &'static str = "admin/organisation/chart.html";

    fn samples() -> Vec<Self> {
        let empty = Structure { units: Vec::new(), posts: Vec::new() };
        vec![Self::of(&samples::structure(), Lang::Fa), Self::of(&empty, Lang::Fa)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-nav-organisation")
    }
}
