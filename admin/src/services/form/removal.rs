//! Taking a component out of the form: what depends on it is told first.

use domain::revisions::{self, Dependent, Handle, Revision};
use forms::edit::{self, Place};
use locale::words::{Lang, say, say1};
use poem::handler;
use serde::Serialize;
use serde_json::Value;
use web::{Answer, At, Fields, Page, Problem, Reply, show};

use super::component_page::kebab;
use super::outline_page::name;
use crate::services::typed::Typed;
use crate::services::{draft, paths, rev};
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn ask(visit: Visit, At((key, place)): At<(String, Spot)>) -> Answer {
    let mut scope = visit.admin().await?;
    let revision = draft(&mut scope, &key).await?;
    let component = edit::component(revision.form.as_json(), place.0).ok_or(Problem::Missing)?;
    let dependents = match component.get("key").and_then(Value::as_str) {
        Some(field) => revisions::dependents(&mut scope, &revision, field).await?,
        None => Vec::new(),
    };
    let page = RemovalPage::of(&revision, place.0, &dependents, visit.lang());
    commit(scope).await?;
    show(page)
}

#[handler]
pub(crate) async fn remove(
    visit: Visit,
    At((key, place)): At<(String, Spot)>,
    fields: Fields,
) -> Answer {
    let handle = Handle { key: &key, rev: rev(&Typed::of(&fields)?)? };
    let mut scope = visit.admin().await?;
    revisions::remove_component(&mut scope, handle, place.0).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::form(&key)).notice("services-component-removed"))
}

/// A place as an address has it; what is none is answered like one where nothing stands.
#[derive(Clone, Copy, serde::Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Spot(pub(crate) Place);

impl TryFrom<String> for Spot {
    type Error = edit::NotAPlace;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

#[derive(Serialize)]
pub(crate) struct RemovalPage {
    service: String,
    rev: i32,
    place: String,
    name: String,
    /// A group goes without what stands in it.
    group: bool,
    dependents: Vec<String>,
}

impl RemovalPage {
    fn of(revision: &Revision, place: Place, dependents: &[Dependent], lang: Lang) -> Self {
        let component = edit::component(revision.form.as_json(), place);
        Self {
            service: revision.entry.key.clone(),
            rev: revision.rev,
            place: place.to_string(),
            name: component.map(|component| name(component, lang)).unwrap_or_default(),
            group: component.is_some_and(|component| component.get("components").is_some()),
            dependents: dependents.iter().map(|dependent| told(dependent, lang)).collect(),
        }
    }
}

fn told(dependent: &Dependent, lang: Lang) -> String {
    match dependent {
        Dependent::Document(title) => {
            say(lang, "services-depends-document", &[("title", title.say(lang).into())])
        }
        Dependent::Condition(step) => {
            say(lang, "services-depends-condition", &[("step", step.into())])
        }
        Dependent::Role(role) => {
            let role = say1(lang, &format!("services-role-{}", kebab(&role.to_string())));
            say(lang, "services-depends-role", &[("role", role.into())])
        }
    }
}

impl Page for RemovalPage {
    const TEMPLATE: &'static str = "admin/services/removal.html";

    fn samples() -> Vec<Self> {
        let of = |name: &str, group, dependents| Self {
            service: "cosmetics-import".into(),
            rev: 2,
            place: "1.0".into(),
            name: name.into(),
            group,
            dependents,
        };
        let roles =
            [Dependent::Role(forms::Role::ApplicantName), Dependent::Condition("بررسی".into())];
        let told = roles.iter().map(|dependent| told(dependent, Lang::Fa)).collect();
        vec![
            of("نام شرکت", false, told),
            of("شرکت متقاضی", true, Vec::new()),
            of("", false, vec![]),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "services-removal-title")
    }
}
