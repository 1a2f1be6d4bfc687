//! A service: its sheet and its form, and that they ask for the same documents.

use forms::{Field, Form, Kind, Role};

use super::Findings;
use crate::blueprints::model::ServicePlan;
use crate::catalogue::RequiredDocument;

pub(super) fn check(findings: &mut Findings<'_>, service: &ServicePlan) {
    let file = format!("services/{}/sheet.json", service.key);
    for gap in service.sheet.gaps() {
        findings.add(&file, format!("{gap} is not stated"));
    }
    let file = format!("services/{}/form.json", service.key);
    match Form::parse(&service.form) {
        Ok(form) => fields(findings, &file, service, &form),
        Err(problems) => problems.iter().for_each(|problem| findings.add(&file, problem)),
    }
}

fn fields(findings: &mut Findings<'_>, file: &str, service: &ServicePlan, form: &Form) {
    // The receipt names the applicant, and the last digits of one of the two codes open the public
    // tracking page.
    let told = |role: Role| form.with_role(role).is_some();
    if !told(Role::ApplicantName) || !(told(Role::NationalCode) || told(Role::CompanyId)) {
        findings.add(file, "no field says who the applicant is");
    }
    for field in form.fields() {
        let hinted = field.description.as_ref().is_none_or(|hint| hint.en.is_some());
        if field.label.en.is_none() || !hinted {
            findings.add(file, format!("{} has no English", field.key));
        }
    }
    let files: Vec<&Field> =
        form.fields().filter(|field| matches!(field.kind, Kind::File(_))).collect();
    let documents = &service.sheet.documents;
    for document in documents.iter().filter(|document| !asks(&files, document)) {
        findings
            .add(file, format!("the document {} is not asked for as the sheet says", document.key));
    }
    if files.len() != documents.len() {
        findings.add(file, "it asks for other documents than the sheet");
    }
}

fn asks(files: &[&Field], document: &RequiredDocument) -> bool {
    files.iter().any(|field| field.key == document.key && field.required == document.required)
}
