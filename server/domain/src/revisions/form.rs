//! Changing the form, component by component.

use forms::edit::{self, Direction, Place};
use forms::{DefinitionFlaw, DefinitionProblem, Flaw, Form, Problems};
use serde_json::Value;
use tenants::Scope;

use super::model::Content;
use super::save::change;
use super::{Handle, see, store};
use crate::{Error, Result};

/// Change the component at a place. What is wrong with it is told by the property at fault:
/// `key`, `label`, `role`, `values` and so on.
pub async fn save_component(
    scope: &mut Scope,
    handle: Handle<'_>,
    place: Place,
    component: Value,
) -> Result<()> {
    with_form(scope, handle, |form| edit::replace(form, place, component)).await
}

/// Add a component behind another, or at the end.
pub async fn add_component(
    scope: &mut Scope,
    handle: Handle<'_>,
    behind: Option<Place>,
    component: Value,
) -> Result<()> {
    let key = component.get("key").and_then(Value::as_str).map(str::to_owned);
    with_form(scope, handle, |form| {
        // Added by the first of two clicks: it stands there as it was sent.
        let twin = key.as_deref().and_then(|key| edit::find(form, key));
        if twin.and_then(|place| edit::component(form, place)) == Some(&component) {
            return Some(form.clone());
        }
        edit::insert(form, behind, component)
    })
    .await
}

/// Take a component out. Its answers in drafts and cases of older versions stay where they are.
pub async fn remove_component(scope: &mut Scope, handle: Handle<'_>, place: Place) -> Result<()> {
    let held = see::hold(scope, handle).await?;
    let form = edit::remove(held.form.as_json(), place).ok_or(Error::Missing("component"))?;
    let content = Content { form: parse(&form)?, ..held.content() };
    store::update(scope, held.entry.id, &content).await
}

/// Move a component one step; at the end of the form it stays where it is.
pub async fn move_component(
    scope: &mut Scope,
    handle: Handle<'_>,
    place: Place,
    direction: Direction,
) -> Result<()> {
    let held = see::hold(scope, handle).await?;
    let json = held.form.as_json();
    edit::component(json, place).ok_or(Error::Missing("component"))?;
    let Some((form, _)) = edit::shift(json, place, direction) else { return Ok(()) };
    let content = Content { form: parse(&form)?, ..held.content() };
    store::update(scope, held.entry.id, &content).await
}

async fn with_form(
    scope: &mut Scope,
    handle: Handle<'_>,
    by: impl FnOnce(&Value) -> Option<Value>,
) -> Result<()> {
    change(scope, handle, |content| {
        let form = by(content.form.as_json()).ok_or(Error::Missing("component"))?;
        Ok(Content { form: parse(&form)?, ..content })
    })
    .await
}

fn parse(form: &Value) -> Result<Form> {
    Form::parse(form).map_err(|found| {
        let mut problems = Problems::default();
        for problem in &found {
            problems.insert(input_of(problem), flaw(problem));
        }
        Error::Invalid(problems)
    })
}

/// The property of the component that a problem is about.
fn input_of(problem: &DefinitionProblem) -> &str {
    use DefinitionFlaw as F;
    let detail = problem.detail.as_str();
    match problem.flaw {
        F::KeyFormat | F::KeyRepeated => "key",
        F::MissingProperty | F::Text if detail.is_empty() => "label",
        F::MissingProperty | F::Text | F::UnknownProperty => {
            detail.rsplit('.').next().unwrap_or_default()
        }
        F::Limit => match detail.rsplit('.').next().unwrap_or_default() {
            known @ ("maxLength" | "decimalDigits" | "maxFiles" | "maxBytes" | "accept") => known,
            // The bound itself, as it was typed.
            _ => "max",
        },
        F::OptionMissing | F::OptionRepeated | F::TooManyOptions => "values",
        F::UnknownFileType => "accept",
        F::UnknownRole | F::RoleMisplaced | F::RoleRepeated => "role",
        F::TooLarge
        | F::TooManyFields
        | F::Shape
        | F::Version
        | F::UnknownType
        | F::NestedGroup => "type",
    }
}

/// The words of a definition's flaw stand among those of the forms.
pub(super) fn flaw(problem: &DefinitionProblem) -> Flaw {
    Flaw::new(format!("definition-{}", problem.flaw))
        .with("at", problem.at.as_str())
        .with("detail", problem.detail.as_str())
}
