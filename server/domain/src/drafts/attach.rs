//! Documents of a draft.

use forms::{FileType, Kind};
use tenants::{Act, Scope};

use super::{Draft, store};
use crate::documents::{self, Arrived, Owner};
use crate::{DocumentId, DraftId, Error, Refusal, Result};

/// Note that a document of a draft has arrived: its bytes are safe in the object store already.
pub async fn attach(scope: &mut Scope, id: DraftId, arrived: Arrived) -> Result<()> {
    let draft = held(scope, id).await?;
    if arrived.owner != Owner::Draft(id) {
        return Err(Error::Missing("draft"));
    }
    let field = draft.service.form.field(&arrived.field);
    let Some(Kind::File(limits)) = field.map(|f| &f.kind) else {
        return Err(Error::Missing("file field"));
    };
    if !limits.accept.iter().any(|t| media_type(*t) == arrived.media_type) {
        return Err(Error::invalid(&arrived.field, "file-type"));
    }
    if arrived.size > limits.max_bytes {
        return Err(Error::invalid(&arrived.field, "file-size"));
    }
    documents::stage(scope, arrived, limits.max_files).await
}

fn media_type(file: FileType) -> &'static str {
    match file {
        FileType::Pdf => "application/pdf",
        FileType::Jpg => "image/jpeg",
        FileType::Png => "image/png",
    }
}

/// Take a document out of a draft.
pub async fn remove(scope: &mut Scope, id: DraftId, document: DocumentId) -> Result<()> {
    held(scope, id).await?;
    documents::discard(scope, Owner::Draft(id), document).await
}

/// A ticket to fetch a document of a draft.
pub async fn fetch(scope: &mut Scope, id: DraftId, document: DocumentId) -> Result<String> {
    let draft = store::draft(scope, id).await?;
    scope.allow(Act::See, &draft)?;
    let documents = documents::of_draft(scope, id).await?;
    if !documents.iter().any(|d| d.id == document) {
        return Err(Error::Missing("document"));
    }
    documents::issue_ticket(scope, document).await
}

async fn held(scope: &mut Scope, id: DraftId) -> Result<Draft> {
    let draft = store::hold(scope, id).await?;
    scope.allow(Act::Attach, &draft)?;
    if draft.submitted_at.is_some() {
        return Err(Refusal::DraftSubmitted.into());
    }
    Ok(draft)
}
