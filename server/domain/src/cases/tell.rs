//! Telling the applicant.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use locale::identity::Mobile;
use locale::words::{Lang, say};
use tenants::{Scope, Text};

use super::model::Case;
use super::{Applicant, Office, office, store};
use crate::events::Event;
use crate::notices::{self, Contact, Facts, NewNotice, NoticeKind};
use crate::organisation::Seat;
use crate::{Result, catalogue, document_requests, identity, organisation};

/// Write the notice of an event that the applicant is told of.
pub(super) async fn applicant(
    scope: &mut Scope,
    case: &Case,
    kind: NoticeKind,
    event: &Event,
) -> Result<()> {
    let applicant = match &case.applicant {
        Some(applicant) => applicant.clone(),
        None => store::request(scope, case.id).await?.0,
    };
    let lang = read_by(scope, case, &applicant).await?;
    let to = Contact {
        mobile: applicant.mobile.as_deref().and_then(|mobile| Mobile::parse(mobile).ok()),
        email: applicant.email,
        lang,
    };
    let service = catalogue::version(scope, case.version).await?;
    let office = told_office(scope, case, event).await?;
    let (step, result) = (stage_words(&case.stage), result_words(scope, case, kind).await?);
    let facts = Facts {
        service: Some(&service.sheet.title),
        code: Some(case.code.as_str()),
        number: case.number.as_deref(),
        date: Some(scope.now()),
        due: Some(due(scope, case, event).await?),
        step: Some(&step),
        office: office.as_ref().map(|o| &o.unit),
        result: result.as_ref(),
        otp: None,
    };
    notices::write(scope, NewNotice { case: Some(case.id), kind, to: &to, facts }).await
}

/// The language in which the applicant reads now: what their account says, and for a request that is
/// in none what was noted with it.
async fn read_by(scope: &mut Scope, case: &Case, applicant: &Applicant) -> Result<Lang> {
    let Some(account) = case.account else { return Ok(applicant.lang) };
    Ok(identity::account_language(scope, account).await?.unwrap_or(applicant.lang))
}

/// By when something has to be done or is promised.
async fn due(scope: &mut Scope, case: &Case, event: &Event) -> Result<DateTime<Utc>> {
    match event {
        Event::DocumentsAsked { due_at, .. } => Ok(*due_at),
        Event::Told { .. } => {
            let requests = document_requests::of_case(scope, case.id).await?;
            let open = requests.into_iter().rev().find(|r| r.answered_at.is_none());
            Ok(open.map_or(case.promised_at, |r| r.due_at))
        }
        _ => Ok(case.promised_at),
    }
}

/// The office it went to, or before which it lies.
async fn told_office(scope: &mut Scope, case: &Case, event: &Event) -> Result<Option<Arc<Office>>> {
    let Event::Referred { to, .. } = event else { return office::office(scope, case.id).await };
    let tenant = scope.tenant().id;
    organisation::office(scope.conn(), tenant, Seat::Position(*to)).await
}

/// The word for the decision, where the notice is of one.
async fn result_words(scope: &mut Scope, case: &Case, kind: NoticeKind) -> Result<Option<Text>> {
    if kind != NoticeKind::Answered {
        return Ok(None);
    }
    let decision = store::decision(scope, case.id).await?;
    Ok(decision.map(|d| in_each_language(&format!("decision-{}", d.outcome))))
}

fn stage_words(stage: &str) -> Text {
    in_each_language(&format!("stage-{}", stage.replace('_', "-")))
}

fn in_each_language(key: &str) -> Text {
    Text { fa: say(Lang::Fa, key, &[]), en: Some(say(Lang::En, key, &[])) }
}
