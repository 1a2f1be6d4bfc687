//! What a revision still lacks.

use std::collections::BTreeSet;

use bpmn::{Definition, Node};
use forms::{Argument, Field, Flaw, Form, Kind, Role};
use rules::Expression;
use tenants::Scope;

use super::Revision;
use crate::catalogue::{RequiredDocument, Sheet};
use crate::decisions::{self, Pinned};
use crate::notices::{self, NoticeKind};
use crate::{Result, cases, letters, organisation, processes};

/// What the desk tells a process of the step that was just finished.
const OUTCOME: &str = "outcome";

/// Something that keeps a revision from being published.
#[derive(Debug, Clone, PartialEq)]
pub struct Shortfall {
    pub part: Part,
    /// A row of the sheet, a field of the form or a step of the process.
    pub at: String,
    pub flaw: Flaw,
}

/// Where it is to be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Part {
    Sheet,
    Form,
    Process,
}

impl Shortfall {
    pub(crate) fn new(part: Part, at: impl Into<String>, flaw: Flaw) -> Self {
        Self { part, at: at.into(), flaw }
    }

    pub(crate) fn key(&self) -> String {
        format!("{}.{}", <&str>::from(self.part), self.at)
    }
}

/// Everything that is still missing, sheet first; nothing if it can be published.
pub async fn check(scope: &mut Scope, revision: &Revision) -> Result<Vec<Shortfall>> {
    organisation::admit_admin(scope)?;
    shortfalls(scope, revision).await
}

pub(super) async fn shortfalls(scope: &mut Scope, revision: &Revision) -> Result<Vec<Shortfall>> {
    let mut found = of_sheet(&revision.sheet);
    found.extend(of_form(&revision.form));
    found.extend(of_documents(&revision.sheet, &revision.form));
    let definition = processes::definition(scope, revision.process).await?;
    found.extend(of_conditions(&definition, &revision.form));
    let pinned = decisions::pinned(scope, revision.process).await?;
    found.extend(of_decisions(&pinned, &definition, &revision.form));
    found.extend(of_steps(scope, definition.nodes()).await?);
    Ok(found)
}

/// What the steps of a process name and the agency does not have.
pub(crate) async fn of_steps(
    scope: &mut Scope,
    steps: impl Iterator<Item = &Node>,
) -> Result<Vec<Shortfall>> {
    let mut found = Vec::new();
    for node in steps {
        found.extend(of_step(scope, node).await?);
    }
    Ok(found)
}

pub(super) fn of_sheet(sheet: &Sheet) -> Vec<Shortfall> {
    let flaw = |row: &str| match row {
        "code" => Flaw::new("service-code"),
        _ => Flaw::new("service-unstated"),
    };
    sheet.gaps().into_iter().map(|row| Shortfall::new(Part::Sheet, row, flaw(row))).collect()
}

/// The receipt names the applicant, and the last digits of one of the two codes open the public
/// tracking page.
pub(super) fn of_form(form: &Form) -> Option<Shortfall> {
    let told = |role: Role| form.with_role(role).is_some();
    let told = told(Role::ApplicantName) && (told(Role::NationalCode) || told(Role::CompanyId));
    (!told).then(|| Shortfall::new(Part::Form, "form", Flaw::new("service-applicant")))
}

/// The sheet and the form ask for the same documents.
pub(super) fn of_documents(sheet: &Sheet, form: &Form) -> Vec<Shortfall> {
    let is_file = |field: &&Field| matches!(field.kind, Kind::File(_));
    let files: Vec<&Field> = form.fields().filter(is_file).collect();
    let mut found: Vec<_> =
        sheet.documents.iter().filter_map(|document| unasked(&files, document)).collect();
    let listed: BTreeSet<&str> = sheet.documents.iter().map(|d| d.key.as_str()).collect();
    let unlisted = files.iter().filter(|field| !listed.contains(field.key.as_str()));
    found.extend(unlisted.map(|field| {
        let label = Argument::named(&field.label.fa, field.label.en.as_deref());
        let flaw = Flaw::new("service-document-unlisted").with("label", label);
        Shortfall::new(Part::Form, &field.key, flaw)
    }));
    found
}

fn unasked(files: &[&Field], document: &RequiredDocument) -> Option<Shortfall> {
    let field = files.iter().find(|field| field.key == document.key);
    let code = match field {
        None => "service-document-unasked",
        Some(field) if field.required != document.required => "service-document-required",
        Some(_) => return None,
    };
    let flaw = Flaw::new(code)
        .with("key", document.key.as_str())
        .with("label", Argument::named(&document.title.fa, document.title.en.as_deref()));
    Some(Shortfall::new(Part::Sheet, "documents", flaw))
}

/// Names in conditions that are neither the outcome nor an answer that the form gives the process:
/// the condition would take each for null.
pub(crate) fn of_conditions(definition: &Definition, form: &Form) -> Vec<Shortfall> {
    let is_told = is_told(definition, form);
    let mut asked = BTreeSet::new();
    for flow in definition.flows() {
        let condition = flow.condition.as_deref().and_then(|text| Expression::parse(text).ok());
        let names = condition.iter().flat_map(Expression::names).map(str::to_owned);
        asked.extend(names.filter(|name| !is_told(name)));
    }
    let missing = |name: String| {
        let flaw = Flaw::new("service-variable").with("key", name.as_str());
        Shortfall::new(Part::Form, name, flaw)
    };
    asked.into_iter().map(missing).collect()
}

/// Whether a process knows a name: the outcome, an answer that the form gives it, or what a step of
/// its own found out.
fn is_told<'a>(definition: &'a Definition, form: &'a Form) -> impl Fn(&str) -> bool + 'a {
    let mut own = BTreeSet::new();
    for node in definition.nodes() {
        if let bpmn::Kind::BusinessRuleTask { result, .. } | bpmn::Kind::ScriptTask { result, .. } =
            &node.kind
        {
            own.insert(result.as_str());
        }
    }
    move |name| name == OUTCOME || own.contains(name) || form.field(name).is_some_and(|f| f.process)
}

/// The same for what decision tables read.
pub(crate) fn of_decisions(
    decisions: &Pinned,
    definition: &Definition,
    form: &Form,
) -> Vec<Shortfall> {
    let is_told = is_told(definition, form);
    let untold = decisions.facts().filter(|(_, name)| !is_told(name));
    let missing = untold.map(|(decision, name)| {
        let flaw =
            Flaw::new("service-decision-variable").with("key", name).with("decision", decision);
        Shortfall::new(Part::Form, name, flaw)
    });
    missing.collect()
}

async fn of_step(scope: &mut Scope, node: &Node) -> Result<Vec<Shortfall>> {
    let step = &node.step;
    let mut flaws = Vec::new();
    if node.kind == bpmn::Kind::UserTask {
        for role in roles(node) {
            if organisation::seats(scope, &role).await?.is_empty() {
                flaws.push(Flaw::new("service-role").with("role", role.as_str()));
            }
        }
    }
    if let Some(kind) = step.get("notice").and_then(|kind| kind.parse::<NoticeKind>().ok())
        && !notices::is_worded(scope, kind).await?
    {
        flaws.push(Flaw::new("service-notice"));
    }
    for outcome in &step.outcomes {
        flaws.extend(of_outcome(scope, outcome).await?);
    }
    let named = |flaw: Flaw| {
        let english = step.texts.get("en").map(String::as_str);
        let flaw = flaw.with("step", Argument::named(&node.name, english));
        Shortfall::new(Part::Process, &node.id, flaw)
    };
    Ok(flaws.into_iter().map(named).collect())
}

/// The roles that a step lies before: one, or each of those that are asked.
fn roles(node: &Node) -> Vec<String> {
    let role = node.step.get("role").unwrap_or_default();
    let asked = node.repeat.as_ref().filter(|_| role.starts_with('=')).and_then(bpmn::steps::roles);
    asked.filter(|roles| !roles.is_empty()).unwrap_or_else(|| vec![role.to_owned()])
}

/// A decision is given with a listed reason, a number from a register that is there.
async fn of_outcome(scope: &mut Scope, outcome: &bpmn::Outcome) -> Result<Option<Flaw>> {
    let english = outcome.texts.get("en").map(String::as_str);
    let name = || Argument::named(&outcome.name, english);
    let flaw = |code: &str| Some(Flaw::new(code).with("outcome", name()));
    match cases::asks(outcome) {
        Some("decision") => {
            let reasons = cases::reasons(scope).await?;
            let listed = reasons.iter().any(|reason| reason.outcome == outcome.id);
            Ok(if listed { None } else { flaw("service-reason") })
        }
        Some("number") => {
            let key = outcome.attributes.get("register").map(String::as_str).unwrap_or_default();
            let kept = letters::register(scope, key).await?.is_some();
            Ok(if kept { None } else { flaw("service-register") })
        }
        _ => Ok(None),
    }
}
