//! Finishing a step: from the fields of its form to what the domain takes.

use domain::cases::{self, CaseFile, Completion, Item, With};
use domain::{Result, TaskId};
use locale::text;
use tenants::Scope;

use super::Sent;

pub(super) async fn complete(scope: &mut Scope, sent: &Sent, task: TaskId) -> Result<()> {
    let completion = Completion {
        case: sent.case,
        task,
        outcome: sent.typed.get("outcome").to_owned(),
        with: with(scope, sent).await?,
        command: sent.command,
    };
    cases::complete(scope, completion).await
}

/// What the form holds tells which kind it was; whether that is what its outcome asks for, the
/// domain says.
async fn with(scope: &mut Scope, sent: &Sent) -> Result<With> {
    if sent.has("reason") {
        let reason = sent.typed.get("reason").to_owned();
        return Ok(With::Decision { reason, text: sent.text("text") });
    }
    if sent.has("note") {
        let file = cases::see(scope, sent.case).await?;
        return Ok(With::Documents { items: items(&file, sent), note: sent.text("note") });
    }
    Ok(With::Nothing)
}

/// The documents ticked in the list, by the names that the applicant knows them under, then those
/// that were written below it.
pub(super) fn items(file: &CaseFile, sent: &Sent) -> Vec<Item> {
    let lang = file.applicant.lang;
    let listed = file.service.sheet.documents.iter();
    let ticked = listed.filter(|document| sent.is_ticked(&tick(&document.key)));
    let ticked = ticked.map(|document| Item {
        key: document.key.clone(),
        title: document.title.say(lang).to_owned(),
    });
    let lines = sent.typed.get("others").lines().map(text::one_line);
    let written = lines.filter(|line| !line.is_empty()).zip(1..);
    let written = written.map(|(title, no)| Item { key: format!("other-{no}"), title });
    ticked.chain(written).collect()
}

/// The name of a document's checkbox.
pub(super) fn tick(document: &str) -> String {
    format!("item.{document}")
}
