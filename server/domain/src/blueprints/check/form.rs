//! The form of a service: it can be shown, in both languages, and asks for the sheet's documents.

use forms::{DefinitionProblem, Field, Form, Item, Kind, Role, Wording};
use locale::words::Lang;

use super::Findings;
use crate::blueprints::read::{ServiceFiles, form_of, sheet_of};
use crate::catalogue::{RequiredDocument, Sheet};

pub(super) fn check(findings: &mut Findings<'_>, service: &ServiceFiles) {
    let file = form_of(&service.key);
    if !findings.is_read(&file) {
        return;
    }
    match Form::parse(&service.form) {
        Ok(form) => {
            applicant(findings, &file, &form);
            form.items().iter().for_each(|item| translated(findings, &file, item));
            documents(findings, &file, service, &form);
        }
        Err(problems) => problems.iter().for_each(|problem| told(findings, &file, problem)),
    }
}

fn told(findings: &mut Findings<'_>, file: &str, problem: &DefinitionProblem) {
    let text = problem.text(Lang::En);
    let keyed = findings.reading.documents.get(file).and_then(|it| it.member("key", &problem.at));
    match keyed {
        Some(at) => findings.at(file, at, text),
        // A place such as `components[2].components[0]`, or the form as a whole.
        None => findings.add(file, &problem.at.replace(['[', '.'], "/").replace(']', ""), text),
    }
}

/// The receipt names the applicant, and the last digits of one of the two codes open the public
/// tracking page.
fn applicant(findings: &mut Findings<'_>, file: &str, form: &Form) {
    let told = |role: Role| form.with_role(role).is_some();
    if !told(Role::ApplicantName) {
        findings.add(file, "components", "no field has the role applicantName");
    }
    if !told(Role::NationalCode) && !told(Role::CompanyId) {
        findings.add(file, "components", "no field has the role nationalCode or companyId");
    }
}

fn translated(findings: &mut Findings<'_>, file: &str, item: &Item) {
    match item {
        Item::Heading(text) => english(findings, file, ("label", &text.fa), text),
        Item::Text(text) => english(findings, file, ("text", &text.fa), text),
        Item::Separator => {}
        Item::Field(field) => {
            let texts = [Some(&field.label), field.description.as_ref(), unit(field)];
            let options = match &field.kind {
                Kind::Select(options) | Kind::Radio(options) => options.as_slice(),
                _ => &[],
            };
            let options = options.iter().map(|option| &option.label);
            for text in texts.into_iter().flatten().chain(options) {
                english(findings, file, ("key", &field.key), text);
            }
        }
    }
}

fn unit(field: &Field) -> Option<&Wording> {
    match &field.kind {
        Kind::Number(rule) => rule.unit.as_ref(),
        _ => None,
    }
}

/// Note a text without English at the component that has this member with this text.
fn english(findings: &mut Findings<'_>, file: &str, of: (&str, &str), text: &Wording) {
    if text.en.is_some() {
        return;
    }
    let detail = format!("the text has no English: {}", text.fa);
    match findings.reading.documents.get(file).and_then(|it| it.member(of.0, of.1)) {
        Some(at) => findings.at(file, at, detail),
        None => findings.add(file, "", detail),
    }
}

/// The form has one file field for each document of the sheet, and no other.
fn documents(findings: &mut Findings<'_>, file: &str, service: &ServiceFiles, form: &Form) {
    let files: Vec<&Field> =
        form.fields().filter(|field| matches!(field.kind, Kind::File(_))).collect();
    let sheet = sheet_of(&service.key);
    let Some(Sheet { documents, .. }) = &service.sheet else { return };
    for (number, document) in documents.iter().enumerate() {
        if let Some(detail) = astray(&files, document) {
            findings.add(&sheet, &format!("documents/{number}"), detail);
        }
    }
    for field in files {
        if !documents.iter().any(|document| document.key == field.key) {
            let detail = format!("the sheet asks for no document {}", field.key);
            let at =
                findings.reading.documents.get(file).and_then(|it| it.member("key", &field.key));
            if let Some(at) = at {
                findings.at(file, at, &detail);
            }
        }
    }
}

fn astray(files: &[&Field], document: &RequiredDocument) -> Option<String> {
    let key = &document.key;
    match files.iter().find(|field| field.key == *key) {
        None => Some(format!("the form has no file field {key}")),
        Some(field) if field.required != document.required => {
            Some(format!("the form and the sheet do not agree whether {key} is required"))
        }
        Some(_) => None,
    }
}
