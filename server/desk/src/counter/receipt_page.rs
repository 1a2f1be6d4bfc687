//! What the visitor takes home: on a sheet of A5, or on the roll of a receipt printer.

use chrono::{DateTime, Utc};
use domain::CaseId;
use domain::cases::Receipt;
use domain::counter::Reception;
use locale::identity::Mobile;
use locale::words::{Lang, say1};
use serde::{Deserialize, Serialize};
use web::Page;

use crate::paths;
use staff::Qr;

/// What a receipt is printed on; the style sheet has a page for each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Paper {
    #[default]
    A5,
    /// A roll of 80 mm.
    Roll,
}

#[derive(Serialize)]
pub(crate) struct ReceiptPage {
    /// The page itself, on either paper.
    path: String,
    paper: Paper,
    service: String,
    service_code: Option<String>,
    /// In groups of four.
    code: String,
    qr: Option<Qr>,
    number: Option<String>,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    /// Enough for the applicant to know it is hers, too little for whoever finds the paper.
    applicant: String,
    mobile: Option<String>,
    documents: Vec<String>,
    clerk: Clerk,
    office: String,
    phone: String,
    complaint: String,
    /// The public tracking page.
    follow: String,
}

/// Who registered it, and where.
#[derive(Default, Serialize)]
struct Clerk {
    name: String,
    position: String,
    unit: String,
}

impl ReceiptPage {
    pub(super) fn of(receipt: &Receipt, paper: Paper, portal: &str, lang: Lang) -> Self {
        let sheet = &receipt.service.sheet;
        let office = receipt.office.as_ref();
        let phone = office.and_then(|office| office.phone.clone());
        let mobile = receipt.applicant.mobile.as_deref();
        let unit = office.map_or(&sheet.contact.office, |office| &office.unit);
        Self {
            path: paths::receipt(receipt.id),
            paper,
            service: sheet.title.say(lang).to_owned(),
            service_code: sheet.code.clone(),
            code: receipt.code.grouped(),
            qr: Qr::of(receipt.code.as_str()),
            number: receipt.number.clone(),
            opened_at: receipt.opened_at,
            promised_at: receipt.promised_at,
            applicant: masked(&receipt.applicant.name),
            mobile: mobile.and_then(|m| Mobile::parse(m).ok()).map(|m| m.masked()),
            documents: receipt.documents.iter().map(|d| d.name.clone()).collect(),
            clerk: Clerk::of(&receipt.reception, lang),
            office: unit.say(lang).to_owned(),
            phone: phone.unwrap_or_else(|| sheet.contact.phone.clone()),
            complaint: sheet.complaint.text.say(lang).to_owned(),
            follow: format!("{portal}/tracking"),
        }
    }
}

impl Clerk {
    fn of(reception: &Reception, lang: Lang) -> Self {
        let position = reception.position.as_ref();
        Self {
            name: reception.registered_by.clone().unwrap_or_default(),
            position: position.map(|p| p.title.say(lang).to_owned()).unwrap_or_default(),
            unit: position.map(|p| p.unit_title.say(lang).to_owned()).unwrap_or_default(),
        }
    }
}

/// The first letter of each word: `ش*** ن***`.
fn masked(name: &str) -> String {
    let word = |word: &str| word.chars().next().map(|first| format!("{first}***"));
    name.split_whitespace().filter_map(word).collect::<Vec<_>>().join(" ")
}

impl Page for ReceiptPage {
    const TEMPLATE: &'static str = "desk/counter/receipt.html";

    fn samples() -> Vec<Self> {
        let sample = |paper: Paper, full: bool| Self {
            path: paths::receipt(CaseId(uuid::Uuid::nil())),
            paper,
            service: "مجوز ورود فرآوردهٔ آرایشی و بهداشتی".into(),
            service_code: full.then(|| "10099910100".into()),
            code: "1234 5678 9012 3456".into(),
            qr: Qr::of("1234567890123456"),
            number: full.then(|| "1405/12".into()),
            opened_at: DateTime::UNIX_EPOCH,
            promised_at: DateTime::UNIX_EPOCH,
            applicant: masked("شرکت نمونه"),
            mobile: full.then(|| "0912***6789".into()),
            documents: if full { vec!["پیش‌فاکتور.pdf".into()] } else { Vec::new() },
            clerk: Clerk {
                name: "گلنار بارانی‌فر".into(),
                position: "متصدی باجه ۱".into(),
                unit: "میز خدمت حضوری".into(),
            },
            office: "ادارهٔ آرایشی".into(),
            phone: "021-00001201".into(),
            complaint: "به بازرسی شکایت کنید.".into(),
            follow: "https://fda.example.ir/tracking".into(),
        };
        vec![sample(Paper::A5, true), sample(Paper::Roll, false)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "counter-receipt-title")
    }
}
