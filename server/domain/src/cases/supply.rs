//! Handing in what was asked for.

use std::sync::Arc;

use bpmn::Trigger;
use forms::{FileLimits, FileType, Flaw, Form, Kind};
use locale::words::Lang;
use tenants::{Act, Scope};
use uuid::Uuid;

use super::ground::Ground;
use super::model::Case;
use super::{advance, hold, stake};
use crate::catalogue::{self, Service, Sheet};
use crate::document_requests::{DocumentRequest, Item};
use crate::documents::{self, Arrived, Owner};
use crate::events::Event;
use crate::{CaseId, DocumentId, Error, Refusal, RequestId, Result};

/// The message a process waits for while the applicant gathers documents.
pub(crate) const SUPPLIED: &str = "documents-supplied";
/// How many files may be handed in for one document that was asked for.
const FILES: usize = 5;

/// Note that a document has arrived for the open request: its bytes are safe already.
pub async fn attach_supply(scope: &mut Scope, case: CaseId, arrived: Arrived) -> Result<()> {
    let (_, request) = asked(scope, case, Act::Attach).await?;
    if arrived.owner != Owner::Request(request.id) {
        return Err(Refusal::NothingAsked.into());
    }
    if !request.items.iter().any(|i| i.key == arrived.field) {
        return Err(Error::Missing("item"));
    }
    documents::stage(scope, arrived, FILES).await
}

/// Take a staged document out again.
pub async fn remove_supply(scope: &mut Scope, case: CaseId, document: DocumentId) -> Result<()> {
    let (_, request) = asked(scope, case, Act::Attach).await?;
    documents::discard(scope, Owner::Request(request.id), document).await
}

/// Hand in what is there; every document asked for must have a file.
pub async fn supply(scope: &mut Scope, case: CaseId, command: Uuid) -> Result<()> {
    let mut held = hold::hold(scope, case).await?;
    let stake = stake::stake(scope, &held).await?;
    scope.allow(Act::Supply, &stake)?;
    if hold::seen(scope, &held, command).await? {
        return Ok(());
    }
    hold::open(&held)?;
    let request = scope.asked(case).await?.ok_or(Refusal::NothingAsked)?;
    complete(scope, &request).await?;
    documents::keep(scope, Owner::Request(request.id), case).await?;
    hand_in(scope, &mut held, request.id).await?;
    hold::save(scope, held).await
}

/// What it does that everything asked for is there.
pub(crate) async fn hand_in<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    request: RequestId,
) -> Result<()> {
    ground.supplied(request).await?;
    case.note(Event::DocumentsSupplied { request });
    arrive(ground, case, SUPPLIED).await
}

/// What is being asked for, before documents are sent: the service whose form says what fits, and
/// the open request.
pub async fn asked_for(scope: &mut Scope, case: CaseId) -> Result<(Arc<Service>, DocumentRequest)> {
    let (held, request) = asked(scope, case, Act::Attach).await?;
    Ok((catalogue::version(scope, held.version).await?, request))
}

/// What may be sent for a document that was asked for: what the form takes in the field of the same
/// name, or, for one that only the clerk named, what desks usually take.
pub fn limits_of(form: &Form, key: &str) -> FileLimits {
    let limits = form.field(key).and_then(|field| match &field.kind {
        Kind::File(limits) => Some(limits.clone()),
        _ => None,
    });
    limits.unwrap_or_else(|| FileLimits {
        max_files: FILES,
        max_bytes: 10 * 1024 * 1024,
        accept: vec![FileType::Pdf, FileType::Jpg, FileType::Png],
    })
}

/// What a document that was asked for is called where the service's sheet lists it; any other the
/// clerk named in words of their own.
pub fn listed_title<'a>(sheet: &'a Sheet, item: &Item, lang: Lang) -> Option<&'a str> {
    let listed = sheet.documents.iter().find(|document| document.key == item.key);
    listed.map(|document| document.title.say(lang))
}

async fn asked(scope: &mut Scope, case: CaseId, act: Act) -> Result<(Case, DocumentRequest)> {
    let held = hold::hold(scope, case).await?;
    let stake = stake::stake(scope, &held).await?;
    scope.allow(act, &stake)?;
    hold::open(&held)?;
    let request = scope.asked(case).await?.ok_or(Refusal::NothingAsked)?;
    Ok((held, request))
}

async fn complete(scope: &mut Scope, request: &DocumentRequest) -> Result<()> {
    let there = documents::hold(scope, Owner::Request(request.id)).await?;
    let mut problems = forms::Problems::default();
    for item in &request.items {
        if !there.iter().any(|d| d.field == item.key) {
            problems.insert(&item.key, Flaw::new("file-required"));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
}

/// A message for a case. A step may wait for it already, or come to wait for it later.
pub(crate) async fn arrive<G: Ground>(ground: &mut G, case: &mut Case, name: &str) -> Result<()> {
    let message = Trigger::Message { name: name.to_owned() };
    match advance::advance(ground, case, &message).await {
        Err(Error::Missing("step")) => ground.keep_message(case.id, name).await,
        other => other,
    }
}
