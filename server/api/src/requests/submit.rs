//! Submitting.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::drafts::{self, Draft};
use domain::{DraftId, Error, cases};
use poem_openapi::Object;
use serde_json::{Map, Value};
use tenants::Scope;
use uuid::Uuid;

use crate::problem::{Misfit, Problem, What, pointer};
use crate::services::named;

/// A request for a service. Its documents lie with a draft, where it has any.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct NewRequest {
    service: String,
    draft: Option<Uuid>,
    answers: BTreeMap<String, Value>,
}

/// The case that was opened.
#[derive(Object)]
pub(crate) struct Submitted {
    id: Uuid,
    tracking_code: String,
    promised_at: DateTime<Utc>,
}

pub(super) async fn submit(scope: &mut Scope, new: NewRequest) -> Result<Submitted, Problem> {
    let draft = draft(scope, &new).await?;
    let answers: Map<String, Value> = new.answers.into_iter().collect();
    let typed = draft.service.form.given(&answers).map_err(|problems| Problem::from(&problems))?;
    drafts::save(scope, draft.id, &typed).await?;
    let opened = cases::submit(scope, draft.id).await?;
    Ok(Submitted {
        id: opened.case.0,
        tracking_code: opened.code.as_str().to_owned(),
        promised_at: opened.promised_at,
    })
}

/// The draft that lies ready, or a new one.
async fn draft(scope: &mut Scope, new: &NewRequest) -> Result<Draft, Problem> {
    let id = match new.draft {
        Some(id) => DraftId(id),
        None => drafts::begin(scope, named(&new.service)?).await.map_err(no_service)?,
    };
    let (draft, _) = drafts::see(scope, id).await?;
    if draft.service.key == new.service { Ok(draft) } else { Err(not_there()) }
}

/// The address was right: it is the body that names what is not there.
fn no_service(error: Error) -> Problem {
    match error {
        Error::Missing("service") => not_there(),
        other => other.into(),
    }
}

fn not_there() -> Problem {
    let what = What::Word("form-choice-unknown".to_owned());
    Problem::Invalid(vec![Misfit { pointer: pointer(&["service"]), what }])
}
