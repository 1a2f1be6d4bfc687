//! Telling the applicant.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use locale::words::{Lang, say};
use tenants::Text;

use super::Office;
use super::ground::Ground;
use super::model::Case;
use crate::Result;
use crate::events::Event;
use crate::notices::{Facts, NewNotice, NoticeKind};
use crate::organisation::{self, Seat};

/// Write the notice of an event that the applicant is told of.
pub(crate) async fn applicant<G: Ground>(
    ground: &mut G,
    case: &Case,
    kind: NoticeKind,
    event: &Event,
) -> Result<()> {
    let to = ground.contact(case).await?;
    let service = ground.service_title(case).await?;
    let office = told_office(ground, case, event).await?;
    let (step, result) = (stage_words(&case.stage), result_words(ground, case, kind).await?);
    let facts = Facts {
        service: Some(&service),
        code: Some(case.code.as_str()),
        number: case.number.as_deref(),
        date: Some(ground.now()),
        due: Some(due(ground, case, event).await?),
        step: Some(&step),
        office: office.as_ref().map(|o| &o.unit),
        result: result.as_ref(),
        otp: None,
    };
    ground.write(NewNotice { case: Some(case.id), kind, to: &to, facts }).await
}

/// By when something has to be done or is promised.
async fn due<G: Ground>(ground: &mut G, case: &Case, event: &Event) -> Result<DateTime<Utc>> {
    match event {
        Event::DocumentsAsked { due_at, .. } => Ok(*due_at),
        Event::Told { .. } => {
            let asked = ground.asked(case.id).await?;
            Ok(asked.map_or(case.promised_at, |request| request.due_at))
        }
        _ => Ok(case.promised_at),
    }
}

/// The office it went to, or before which it lies.
async fn told_office<G: Ground>(
    ground: &mut G,
    case: &Case,
    event: &Event,
) -> Result<Option<Arc<Office>>> {
    let Event::Referred { to, .. } = event else { return ground.office(case.id).await };
    let scope = ground.scope();
    let tenant = scope.tenant().id;
    organisation::office(scope.conn(), tenant, Seat::Position(*to)).await
}

/// The word for the decision, where the notice is of one.
async fn result_words<G: Ground>(
    ground: &mut G,
    case: &Case,
    kind: NoticeKind,
) -> Result<Option<Text>> {
    if kind != NoticeKind::Answered {
        return Ok(None);
    }
    let outcome = ground.decided(case.id).await?;
    Ok(outcome.map(|outcome| in_each_language(&format!("decision-{outcome}"))))
}

fn stage_words(stage: &str) -> Text {
    in_each_language(&format!("stage-{}", stage.replace('_', "-")))
}

fn in_each_language(key: &str) -> Text {
    Text { fa: say(Lang::Fa, key, &[]), en: Some(say(Lang::En, key, &[])) }
}
