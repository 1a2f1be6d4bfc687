//! What depends on a field of the form.

use forms::Role;
use rules::Expression;
use tenants::{Scope, Text};

use super::Revision;
use crate::{Result, organisation, processes};

/// Something that a field is needed for.
#[derive(Debug, Clone, PartialEq)]
pub enum Dependent {
    /// A document that the sheet lists.
    Document(Text),
    /// The way out of the process whose condition asks for it, by its step's name.
    Condition(String),
    /// It says who the applicant is, or how to reach them.
    Role(Role),
}

/// What would lack a field if it were taken out, or were given another key.
pub async fn dependents(
    scope: &mut Scope,
    revision: &Revision,
    key: &str,
) -> Result<Vec<Dependent>> {
    organisation::admit_admin(scope)?;
    let documents = revision.sheet.documents.iter().filter(|document| document.key == key);
    let mut found: Vec<_> =
        documents.map(|document| Dependent::Document(document.title.clone())).collect();
    let definition = processes::definition(scope, revision.process).await?;
    for flow in definition.flows() {
        let condition = flow.condition.as_deref().and_then(|text| Expression::parse(text).ok());
        if condition.is_some_and(|condition| condition.names().contains(key)) {
            let step = definition.node(&flow.from).map_or("", |node| node.name.as_str());
            found.push(Dependent::Condition(step.to_owned()));
        }
    }
    found.extend(revision.form.field(key).and_then(|field| field.role).map(Dependent::Role));
    Ok(found)
}
