//! Taking scans in: the bytes to the store first, then into the books. Nothing is acknowledged before
//! both, and what the books refuse does not stay in the store.

use domain::documents::{Arrived, Owner, object_key};
use domain::{DocumentId, DraftId, Error, drafts};
use locale::words::say1;
use tenants::Scope;
use web::Problem;
use web::filling::of_file;
use web::problems::Line;
use web::uploads::{Received, Refusal, Upload};

use crate::visit::{Visit, commit};

/// Takes in what was received, file by file: one that fails does not touch the others. Answers
/// what was wrong.
pub(super) async fn take_in(
    visit: &Visit,
    draft: DraftId,
    received: Received,
) -> Result<Vec<Line>, Problem> {
    if received.files.is_empty() && received.refusals.is_empty() {
        // The button was pressed and no file chosen.
        let key = received.fields.text("field")?.to_owned();
        return Ok(vec![Line { key, text: say1(visit.lang(), "form-file-required") }]);
    }
    let refused = received.refusals.iter().map(|refusal| refused(visit, refusal));
    let mut problems: Vec<_> = refused.collect();
    for upload in received.files {
        problems.extend(take(visit, draft, upload).await?);
    }
    Ok(problems)
}

async fn take(visit: &Visit, draft: DraftId, upload: Upload) -> Result<Option<Line>, Problem> {
    let (name, field) = (upload.file_name.clone(), upload.field.clone());
    let arrived = store(visit, Owner::Draft(draft), upload).await?;
    let id = arrived.id;
    match record(visit, draft, arrived).await {
        // Where nobody knows what became of the commit, the object stays: better bytes that
        // nothing refers to than a document without bytes.
        Ok(scope) => commit(scope).await.map(|()| None),
        Err(error) => {
            forget(visit, id).await;
            let reason = not_attached(visit, error, &field)?;
            Ok(Some(Line { key: field, text: of_file(&name, reason, visit.lang()) }))
        }
    }
}

/// The bytes took their time outside any transaction, so the call enters anew.
async fn record(visit: &Visit, draft: DraftId, arrived: Arrived) -> Result<Scope, Error> {
    let mut scope = visit.enter().await?.scope;
    drafts::attach(&mut scope, draft, arrived).await?;
    Ok(scope)
}

/// Stores the bytes under an id of their own.
async fn store(visit: &Visit, owner: Owner, upload: Upload) -> Result<Arrived, Problem> {
    let id = DocumentId::new();
    let key = object_key(visit.tenant.id, id);
    let Upload { field, file_name, kind, size, sha256, file } = upload;
    let media_type = kind.media_type();
    let stored = visit.state.store.put_file(&key, file, size, media_type, &sha256).await;
    stored.map_err(|fault| Problem::Unavailable(fault.into()))?;
    Ok(Arrived { id, owner, field, name: file_name, media_type: media_type.into(), size, sha256 })
}

async fn forget(visit: &Visit, id: DocumentId) {
    if let Err(fault) = visit.state.store.delete(&object_key(visit.tenant.id, id)).await {
        tracing::warn!(document = %id, %fault, "an object that nothing refers to stays");
    }
}

/// Why the books did not take it, in words; any other reason ends the request.
fn not_attached(visit: &Visit, error: Error, field: &str) -> Result<String, Problem> {
    match error {
        Error::Invalid(problems) => {
            let said = problems.text(visit.lang(), field);
            Ok(said.unwrap_or_else(|| say1(visit.lang(), "error-422-title")))
        }
        Error::Refused(refusal) => Ok(web::refusals::say(&refusal, visit.lang())),
        other => Err(other.into()),
    }
}

fn refused(visit: &Visit, refusal: &Refusal) -> Line {
    let reason = say1(visit.lang(), &format!("upload-{}", refusal.flaw.code()));
    Line { key: refusal.field.clone(), text: of_file(&refusal.file_name, reason, visit.lang()) }
}
