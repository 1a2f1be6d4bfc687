//! Opening an agency.

use std::collections::HashMap;

use anyhow::anyhow;
use tenants::{Act, Agency, CENTRAL, Desks, NewTenant, Scope, Text, settings};

use super::model::{AgencyPlan, Blueprint, ServicePlan};
use super::{DemoSignIn, Folder, check, names, people};
use crate::cases::ReasonsSetting;
use crate::catalogue::{self, NewService};
use crate::deadlines::CalendarSetting;
use crate::organisation::{self, NewPosition};
use crate::{PositionId, Result, UnitId, letters, notices, processes, referrals};

/// An agency that was just opened.
pub struct Opened {
    pub slug: String,
    /// Who can sign in at its desk. Empty unless it is a demo.
    pub sign_ins: Vec<DemoSignIn>,
}

/// What it takes to open an agency from a blueprint.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    pub blueprint: &'a str,
    pub slug: &'a str,
    /// Where there is none, the one that the blueprint has for this slug or else its own; and where
    /// another agency bears that, the blueprint's look-alike name.
    pub name: Option<Text>,
    /// Only then are the blueprint's fictional people added; else the positions are vacant.
    pub demo: bool,
}

/// [`open`], under the blueprint's name.
pub async fn open_agency(desks: &Desks, blueprint: &str, slug: &str, demo: bool) -> Result<Opened> {
    open(desks, Opening { blueprint, slug, name: None, demo }).await
}

/// Open the desk of an agency as a blueprint of the program says, whole or not at all.
///
/// # Errors
/// A blueprint that there is not, a slug that cannot be one or is taken, and every mistake of the
/// blueprint, as [`Problems`](super::Problems).
pub async fn open(desks: &Desks, opening: Opening<'_>) -> Result<Opened> {
    let folder = Folder::embedded(opening.blueprint)
        .ok_or_else(|| anyhow!("there is no such blueprint; there are: {}", names().join(", ")))?;
    open_from(desks, &folder, opening).await
}

/// The same with a blueprint that did not come with the program.
pub async fn open_agency_from(
    desks: &Desks,
    folder: &Folder,
    slug: &str,
    demo: bool,
) -> Result<Opened> {
    open_from(desks, folder, Opening { blueprint: folder.name(), slug, name: None, demo }).await
}

async fn open_from(desks: &Desks, folder: &Folder, opening: Opening<'_>) -> Result<Opened> {
    if (opening.blueprint == CENTRAL) != (opening.slug == CENTRAL) {
        return Err(anyhow!("`{CENTRAL}` is the operator's own premises, and nobody else's").into());
    }
    if desks.registered(opening.slug).await?.is_some() {
        return Err(anyhow!("there is an agency with this slug already").into());
    }
    let plan = check::whole(folder).map_err(anyhow::Error::from)?;
    let new = NewTenant {
        slug: opening.slug.to_owned(),
        name: name(desks, &plan, &opening).await?,
        demo: opening.demo,
    };
    let mut scope = tenants::create(desks, new).await?;
    scope.allow(Act::Configure, &Agency)?;
    tenants::grant(&mut scope, &plan.policy).await?;
    let positions = chart(&mut scope, &plan.agency).await?;
    let mut sign_ins = Vec::new();
    if opening.demo {
        for person in &plan.agency.staff {
            sign_ins.push(people::add(&mut scope, person, &positions).await?);
        }
    }
    furnish(&mut scope, plan).await?;
    scope.commit().await?;
    Ok(Opened { slug: opening.slug.to_owned(), sign_ins })
}

async fn name(desks: &Desks, plan: &Blueprint, opening: &Opening<'_>) -> Result<Text> {
    let agency = &plan.agency;
    let meant = opening.name.clone().or_else(|| agency.known_name(&plan.name, opening.slug));
    if let Some(name) = meant {
        return Ok(name);
    }
    let others = tenants::known(desks).await?;
    if others.iter().any(|other| other.name == agency.name) {
        return Ok(agency.name_for(&plan.name, opening.slug));
    }
    Ok(agency.name.clone())
}

/// Units and positions; returns the positions by their keys.
async fn chart(
    scope: &mut Scope,
    agency: &AgencyPlan,
) -> Result<HashMap<String, (PositionId, Text)>> {
    let mut units: HashMap<&str, UnitId> = HashMap::new();
    let known = |units: &HashMap<&str, UnitId>, key: &str| {
        units.get(key).copied().ok_or_else(|| anyhow!("there is no unit {key}"))
    };
    for unit in &agency.units {
        let parent = unit.parent.as_deref().map(|key| known(&units, key)).transpose()?;
        let id = organisation::add_unit(scope, &unit.key, parent, &unit.title).await?;
        units.insert(&unit.key, id);
    }
    let mut positions = HashMap::new();
    for position in &agency.positions {
        let new = NewPosition {
            key: position.key.clone(),
            unit: known(&units, &position.unit)?,
            title: position.title.clone(),
            phone: position.phone.clone(),
            roles: position.roles.clone(),
        };
        let id = organisation::add_position(scope, new).await?;
        positions.insert(position.key.clone(), (id, position.title.clone()));
    }
    Ok(positions)
}

/// Everything else: the secretariat, the words, the calendar and the catalogue.
async fn furnish(scope: &mut Scope, plan: Blueprint) -> Result<()> {
    let agency = plan.agency;
    for r in &agency.registers {
        letters::add_register(scope, &r.key, &r.kind, &r.title, &r.pattern).await?;
    }
    for (action, place) in agency.referral_actions.iter().zip(0..) {
        let (key, title) = (&action.key, &action.title);
        referrals::add_action(scope, key, title, action.requires_answer, place).await?;
    }
    for wording in plan.wordings {
        notices::set_text(scope, wording).await?;
    }
    let calendar = agency.calendar.calendar().map_err(anyhow::Error::from)?;
    settings::write(scope, &CalendarSetting(calendar)).await?;
    settings::write(scope, &ReasonsSetting(plan.reasons)).await?;
    for (service, place) in plan.services.into_iter().zip(0..) {
        publish(scope, service, place).await?;
    }
    Ok(())
}

async fn publish(scope: &mut Scope, plan: ServicePlan, position: i32) -> Result<()> {
    let process = processes::publish(scope, &plan.key, &plan.process).await?;
    let ServicePlan { key, sheet, form, .. } = plan;
    let code = sheet.code.clone();
    let new = NewService { key, code, position, sheet, form, process };
    catalogue::publish(scope, new).await?;
    Ok(())
}
