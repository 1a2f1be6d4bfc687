//! The receipt of a request: its code, the promised day, and what happens next. Made to be printed.

use chrono::{DateTime, Utc};
use domain::cases::{Applicant, Followed};
use locale::identity::Mobile;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use crate::paths;

#[derive(Serialize)]
pub(crate) struct ReceiptPage {
    path: String,
    service: String,
    service_code: Option<String>,
    /// In groups of four.
    code: String,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    /// Enough for the applicant to know it is hers, too little for whoever finds the paper.
    applicant: String,
    mobile: String,
    documents: Vec<String>,
    office: String,
    phone: String,
    complaint: String,
}

impl ReceiptPage {
    pub(crate) fn of(case: &Followed, lang: Lang) -> Self {
        let sheet = &case.service.sheet;
        let office = case.office.as_ref();
        let phone = office.and_then(|office| office.phone.clone());
        Self {
            path: paths::request(case.id),
            service: sheet.title.say(lang).to_owned(),
            service_code: sheet.code.clone(),
            code: case.code.grouped(),
            opened_at: case.opened_at,
            promised_at: case.promised_at,
            applicant: masked(&case.applicant.name),
            mobile: masked_mobile(&case.applicant),
            documents: case.documents.iter().map(|document| document.name.clone()).collect(),
            office: office
                .map_or(&sheet.contact.office, |office| &office.unit)
                .say(lang)
                .to_owned(),
            phone: phone.unwrap_or_else(|| sheet.contact.phone.clone()),
            complaint: sheet.complaint.text.say(lang).to_owned(),
        }
    }
}

fn masked_mobile(applicant: &Applicant) -> String {
    let mobile = applicant.mobile.as_deref().and_then(|mobile| Mobile::parse(mobile).ok());
    mobile.map(|mobile| mobile.masked()).unwrap_or_default()
}

/// The first letter of each word: `ش*** ن***`.
fn masked(name: &str) -> String {
    let word = |word: &str| word.chars().next().map(|first| format!("{first}***"));
    name.split_whitespace().filter_map(word).collect::<Vec<_>>().join(" ")
}

impl Page for ReceiptPage {
    const TEMPLATE: &'static str = "portal/requests/receipt.html";

    fn samples() -> Vec<Self> {
        let sample = |documents: Vec<String>| Self {
            path: "/requests/1".into(),
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            service_code: (!documents.is_empty()).then(|| "10099910100".into()),
            code: "1234 5678 9012 3456".into(),
            opened_at: DateTime::UNIX_EPOCH,
            promised_at: DateTime::UNIX_EPOCH,
            applicant: masked("شرکت نمونه"),
            mobile: "0912***6789".into(),
            documents,
            office: "ادارهٔ آرایشی".into(),
            phone: "021-61920000".into(),
            complaint: "به بازرسی شکایت کنید.".into(),
        };
        vec![sample(vec!["پیش‌فاکتور.pdf".into()]), sample(Vec::new())]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-receipt-title")
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn a_name_on_paper_shows_its_first_letters_only() {
        for (name, shown) in [("شرکت نمونه", "ش*** ن***"), ("", ""), ("A", "A***")] {
            assert_eq!(masked(name), shown);
        }
    }
}
