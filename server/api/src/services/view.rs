//! A service as programs read it, in one language.

use domain::catalogue::{self, RequiredDocument, Service};
use forms::{Field, FileLimits, FileType, Kind};
use locale::words::Lang;
use poem_openapi::Object;
use serde_json::Value;
use tenants::Text;

/// The services that are open for requests.
#[derive(Object)]
pub(crate) struct ServiceList {
    services: Vec<ServiceLine>,
}

#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct ServiceLine {
    key: String,
    code: Option<String>,
    title: String,
    description: String,
}

/// A service: its identity sheet, what it asks, and which documents.
#[derive(Object)]
#[oai(rename = "Service", skip_serializing_if_is_none)]
pub(crate) struct ServiceView {
    key: String,
    code: Option<String>,
    title: String,
    sheet: Sheet,
    answers: Value,
    documents: Vec<DocumentRule>,
}

#[derive(Object)]
struct Sheet {
    description: String,
    recipients: String,
    duration: String,
    deadline: String,
    decides: String,
    fees: Vec<Fee>,
    laws: Vec<Law>,
    steps: Vec<Step>,
    contact: Contact,
    complaint: String,
}

#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct Fee {
    title: String,
    /// In rials.
    amount: Option<i64>,
    rule: Option<String>,
}

#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct Law {
    title: String,
    link: Option<String>,
}

#[derive(Object)]
struct Step {
    title: String,
    text: String,
    office: String,
}

#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct Contact {
    office: String,
    phone: String,
    email: Option<String>,
}

/// A document to send, and what is taken for it.
#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct DocumentRule {
    field: String,
    title: String,
    required: bool,
    issuer: Option<String>,
    note: Option<String>,
    max_files: u64,
    max_bytes: u64,
    media_types: Vec<String>,
}

impl ServiceList {
    pub(crate) fn of(services: &[catalogue::ServiceLine], lang: Lang) -> Self {
        let line = |service: &catalogue::ServiceLine| ServiceLine {
            key: service.key.clone(),
            code: service.code.clone(),
            title: service.sheet.title.say(lang).to_owned(),
            description: service.sheet.description.say(lang).to_owned(),
        };
        Self { services: services.iter().map(line).collect() }
    }
}

impl ServiceView {
    pub(crate) fn of(service: &Service, lang: Lang) -> Self {
        Self {
            key: service.key.clone(),
            code: service.code.clone(),
            title: service.sheet.title.say(lang).to_owned(),
            sheet: Sheet::of(&service.sheet, lang),
            answers: service.form.schema(lang),
            documents: documents(service, lang),
        }
    }
}

impl Sheet {
    fn of(sheet: &catalogue::Sheet, lang: Lang) -> Self {
        let said = |text: &Text| text.say(lang).to_owned();
        let fee = |fee: &catalogue::Fee| Fee {
            title: said(&fee.title),
            amount: fee.amount,
            rule: fee.rule.as_ref().map(said),
        };
        let law = |law: &catalogue::Law| Law { title: said(&law.title), link: law.link.clone() };
        let step = |step: &catalogue::Step| Step {
            title: said(&step.title),
            text: said(&step.text),
            office: said(&step.office),
        };
        Self {
            description: said(&sheet.description),
            recipients: said(&sheet.recipients),
            duration: said(&sheet.duration.text),
            deadline: said(&sheet.deadline.text),
            decides: said(&sheet.decides),
            fees: sheet.fees.iter().map(fee).collect(),
            laws: sheet.laws.iter().map(law).collect(),
            steps: sheet.steps.iter().map(step).collect(),
            contact: Contact {
                office: said(&sheet.contact.office),
                phone: sheet.contact.phone.clone(),
                email: sheet.contact.email.clone(),
            },
            complaint: said(&sheet.complaint.text),
        }
    }
}

/// The file fields of the form, each with what the sheet says of it.
fn documents(service: &Service, lang: Lang) -> Vec<DocumentRule> {
    let rule = |field: &Field| match &field.kind {
        Kind::File(limits) => {
            let sheet = service.sheet.documents.iter().find(|document| document.key == field.key);
            Some(of_sheet(DocumentRule::of_field(field, limits, lang), sheet, lang))
        }
        _ => None,
    };
    service.form.fields().filter_map(rule).collect()
}

fn of_sheet(rule: DocumentRule, sheet: Option<&RequiredDocument>, lang: Lang) -> DocumentRule {
    let said = |text: &Text| text.say(lang).to_owned();
    DocumentRule {
        issuer: sheet.map(|document| said(&document.issuer)),
        note: sheet.and_then(|document| document.note.as_ref()).map(said),
        ..rule
    }
}

impl DocumentRule {
    fn of_field(field: &Field, limits: &FileLimits, lang: Lang) -> Self {
        let title = field.label.get(lang).to_owned();
        Self { required: field.required, ..Self::of(&field.key, title, limits) }
    }

    /// What is taken for a document that was asked for.
    pub(crate) fn of(field: &str, title: String, limits: &FileLimits) -> Self {
        Self {
            field: field.to_owned(),
            title,
            required: true,
            issuer: None,
            note: None,
            max_files: limits.max_files as u64,
            max_bytes: limits.max_bytes,
            media_types: limits.accept.iter().map(|kind| media_type(*kind).to_owned()).collect(),
        }
    }
}

fn media_type(kind: FileType) -> &'static str {
    match kind {
        FileType::Pdf => "application/pdf",
        FileType::Jpg => "image/jpeg",
        FileType::Png => "image/png",
    }
}
