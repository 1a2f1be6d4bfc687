//! Taking documents in: the bytes to the store first, then into the books. Nothing is acknowledged
//! before both, and what the books refuse does not stay in the store.

use domain::documents::{Arrived, Owner, object_key};
use domain::{CaseId, DocumentId, DraftId, Error, RequestId, cases, drafts};
use gateways::StoreFault;
use locale::words::say1;
use tenants::Scope;
use web::Problem;
use web::filling::of_file;
use web::problems::Line;
use web::uploads::{Received, Refusal, Upload};

use crate::visit::{Visit, commit};

/// Where documents are handed in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    Draft(DraftId),
    /// The open request for documents of a case.
    Supply(CaseId, RequestId),
}

impl Target {
    fn owner(self) -> Owner {
        match self {
            Self::Draft(draft) => Owner::Draft(draft),
            Self::Supply(_, request) => Owner::Request(request),
        }
    }

    async fn attach(self, scope: &mut Scope, arrived: Arrived) -> Result<(), Error> {
        match self {
            Self::Draft(draft) => drafts::attach(scope, draft, arrived).await,
            Self::Supply(case, _) => cases::attach_supply(scope, case, arrived).await,
        }
    }
}

/// Takes in what was received, file by file: one that fails does not touch the others. Answers
/// what was wrong.
pub(crate) async fn take_in(
    visit: &Visit,
    target: Target,
    received: Received,
) -> Result<Vec<Line>, Problem> {
    if received.files.is_empty() && received.refusals.is_empty() {
        // The button was pressed and no file chosen.
        let key = received.fields.text("field")?.to_owned();
        return Ok(vec![Line { key, text: say1(visit.lang(), "form-file-required") }]);
    }
    let mut problems: Vec<_> =
        received.refusals.iter().map(|refusal| refused(visit, refusal)).collect();
    for upload in received.files {
        problems.extend(take(visit, target, upload).await?);
    }
    Ok(problems)
}

async fn take(visit: &Visit, target: Target, upload: Upload) -> Result<Option<Line>, Problem> {
    let (name, field) = (upload.file_name.clone(), upload.field.clone());
    let arrived = store(visit, target.owner(), upload).await?;
    let id = arrived.id;
    match record(visit, target, arrived).await {
        // Where nobody knows what became of the commit, the object stays: better bytes that
        // nothing refers to than a document without bytes.
        Ok(scope) => commit(scope).await.map(|()| None),
        Err(error) => {
            forget(visit, id).await;
            let reason = not_attached(visit, error, &field)?;
            Ok(Some(Line { key: field, text: about(visit, &name, reason) }))
        }
    }
}

/// The bytes took their time outside any transaction, so the call enters anew.
async fn record(visit: &Visit, target: Target, arrived: Arrived) -> Result<Scope, Error> {
    let mut scope = visit.enter().await?.scope;
    target.attach(&mut scope, arrived).await?;
    Ok(scope)
}

/// Stores the bytes under an id of their own.
async fn store(visit: &Visit, owner: Owner, upload: Upload) -> Result<Arrived, Problem> {
    let id = DocumentId::new();
    let key = object_key(visit.tenant.id, id);
    let Upload { field, file_name, kind, size, sha256, file } = upload;
    let media_type = kind.media_type();
    let store = visit.state.store.clone();
    let storing = async move { store.put_file(&key, file, size, media_type, &sha256).await };
    #[cfg(feature = "faults")]
    let storing = crate::faults::acknowledged_before(storing);
    storing.await.map_err(away)?;
    Ok(Arrived { id, owner, field, name: file_name, media_type: media_type.into(), size, sha256 })
}

fn away(fault: StoreFault) -> Problem {
    Problem::Unavailable(fault.into())
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
    Line { key: refusal.field.clone(), text: about(visit, &refusal.file_name, reason) }
}

fn about(visit: &Visit, name: &str, reason: String) -> String {
    of_file(name, reason, visit.lang())
}
