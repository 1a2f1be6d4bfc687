//! A sheet as pages show it: the portal to whoever asks, the console to whoever writes it.

use locale::money;
use locale::words::{Lang, say, say1};
use serde::Serialize;
use tenants::Text;

use super::{DocumentForm, Fee, RequiredDocument, Sheet};

/// A sheet in one language, every value in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetView {
    pub title: String,
    pub code: Option<String>,
    pub description: String,
    pub recipients: String,
    pub duration: String,
    pub starts: String,
    pub decides: String,
    pub deadline_rule: String,
    pub deadline: String,
    pub fees: Vec<FeeView>,
    pub documents: Vec<DocumentView>,
    pub steps: Vec<StepView>,
    pub laws: Vec<LinkView>,
    pub faq: Vec<QuestionView>,
    pub promises: Vec<String>,
    pub contact: ContactView,
    pub complaint: LinkView,
    /// Everything else that the official form asks: label and value.
    pub more: Vec<RowView>,
}

/// A fee as it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeeView {
    pub title: String,
    pub amount: Option<String>,
    pub rule: Option<String>,
    pub online: bool,
}

/// A document to hand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentView {
    pub title: String,
    pub form: String,
    pub issuer: String,
    pub required: bool,
    pub note: Option<String>,
}

/// A step, and which office has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepView {
    pub title: String,
    pub text: String,
    pub office: String,
}

/// A text, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkView {
    pub text: String,
    pub link: Option<String>,
}

/// A frequent question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    pub question: String,
    pub answer: String,
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactView {
    pub office: String,
    pub phone: String,
    pub email: Option<String>,
    pub address: Option<String>,
    pub hours: String,
}

/// A row of the official form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowView {
    pub label: String,
    pub value: String,
}

impl Sheet {
    /// The sheet as a page shows it.
    pub fn view(&self, lang: Lang) -> SheetView {
        let say = |text: &Text| text.say(lang).to_owned();
        SheetView {
            title: say(&self.title),
            code: self.code.clone(),
            description: say(&self.description),
            recipients: say(&self.recipients),
            duration: say(&self.duration.text),
            starts: say1(lang, &self.duration.starts.word()),
            decides: say(&self.decides),
            deadline_rule: say1(lang, &self.deadline.rule.word()),
            deadline: say(&self.deadline.text),
            fees: self.fees.iter().map(|fee| FeeView::of(fee, lang)).collect(),
            documents: self.documents.iter().map(|d| DocumentView::of(d, lang)).collect(),
            steps: steps(self, lang),
            laws: laws(self, lang),
            faq: faq(self, lang),
            promises: self.sla.iter().map(say).collect(),
            contact: ContactView::of(self, lang),
            complaint: LinkView::new(&self.complaint.text, self.complaint.link.as_ref(), lang),
            more: more(self, lang),
        }
    }
}

impl FeeView {
    fn of(fee: &Fee, lang: Lang) -> Self {
        let amount = fee.amount.map(|rials| match rials {
            0 => say1(lang, "portal-sheet-free"),
            _ => money::rials(rials, lang),
        });
        Self {
            title: fee.title.say(lang).to_owned(),
            amount,
            rule: fee.rule.as_ref().map(|rule| rule.say(lang).to_owned()),
            online: fee.online,
        }
    }
}

impl DocumentView {
    fn of(document: &RequiredDocument, lang: Lang) -> Self {
        let form: DocumentForm = document.form;
        Self {
            title: document.title.say(lang).to_owned(),
            form: say1(lang, &form.word()),
            issuer: document.issuer.say(lang).to_owned(),
            required: document.required,
            note: document.note.as_ref().map(|note| note.say(lang).to_owned()),
        }
    }
}

impl LinkView {
    fn new(text: &Text, link: Option<&String>, lang: Lang) -> Self {
        // An agency's link leads to a page of the web and never to a script.
        let link = link.filter(|link| link.starts_with("https://") || link.starts_with("http://"));
        Self { text: text.say(lang).to_owned(), link: link.cloned() }
    }
}

impl ContactView {
    fn of(sheet: &Sheet, lang: Lang) -> Self {
        let contact = &sheet.contact;
        Self {
            office: contact.office.say(lang).to_owned(),
            phone: contact.phone.clone(),
            email: contact.email.clone(),
            address: contact.address.as_ref().map(|address| address.say(lang).to_owned()),
            hours: sheet.hours.say(lang).to_owned(),
        }
    }
}

fn steps(sheet: &Sheet, lang: Lang) -> Vec<StepView> {
    let view = |step: &super::Step| StepView {
        title: step.title.say(lang).to_owned(),
        text: step.text.say(lang).to_owned(),
        office: step.office.say(lang).to_owned(),
    };
    sheet.steps.iter().map(view).collect()
}

fn laws(sheet: &Sheet, lang: Lang) -> Vec<LinkView> {
    sheet.laws.iter().map(|law| LinkView::new(&law.title, law.link.as_ref(), lang)).collect()
}

fn faq(sheet: &Sheet, lang: Lang) -> Vec<QuestionView> {
    let view = |entry: &super::Question| QuestionView {
        question: entry.question.say(lang).to_owned(),
        answer: entry.answer.say(lang).to_owned(),
    };
    sheet.faq.iter().map(view).collect()
}

/// The rows of the official form that few people look for.
fn more(sheet: &Sheet, lang: Lang) -> Vec<RowView> {
    let words = |keys: Vec<String>| {
        let said: Vec<String> = keys.iter().map(|key| say1(lang, key)).collect();
        locale::words::list(lang, &said)
    };
    let text = |text: Option<&Text>| text.map(|text| text.say(lang).to_owned());
    let edition = [
        ("number", i64::from(sheet.edition.number).into()),
        ("date", sheet.edition.approved_on.short(lang).into()),
    ];
    let inquiries: Vec<String> = sheet
        .inquiries
        .iter()
        .map(|inquiry| format!("{} ({})", inquiry.agency.say(lang), inquiry.about.say(lang)))
        .collect();
    let rows = [
        ("parent", text(sheet.parent_agency.as_ref())),
        ("variant", Some(say1(lang, &sheet.variant.word()))),
        ("audience", Some(words(sheet.audience.iter().map(|a| a.word()).collect()))),
        ("nature", Some(say1(lang, &sheet.nature.word()))),
        ("level", Some(say1(lang, &sheet.level.word()))),
        ("life-events", Some(words(sheet.life_events.iter().map(|e| e.word()).collect()))),
        ("trigger", Some(say1(lang, &sheet.trigger.word()))),
        ("channels", Some(words(sheet.channels.iter().map(|c| c.word()).collect()))),
        ("visits", text(Some(&sheet.visits))),
        ("frequency", text(sheet.frequency.as_ref())),
        ("inquiries", Some(locale::words::list(lang, &inquiries))),
        ("validity", text(sheet.validity.as_ref())),
        ("edition", Some(say(lang, "portal-sheet-edition-value", &edition))),
    ];
    let stated = rows.into_iter().filter_map(|(row, value)| Some((row, value?)));
    stated
        .filter(|(_, value)| !value.is_empty())
        .map(|(row, value)| RowView { label: say1(lang, &format!("portal-sheet-{row}")), value })
        .collect()
}

impl SheetView {
    /// One to try templates with; `full` has everything that a sheet may leave open.
    pub fn sample(full: bool) -> Self {
        let some = |text: &str| full.then(|| text.to_owned());
        Self {
            title: "مجوز ورود فرآوردهٔ آرایشی و بهداشتی".into(),
            code: some("10099910100"),
            description: "مدارک شرکت و فرآورده بررسی و مجوز ورود صادر می‌شود.".into(),
            recipients: "شرکت‌های واردکننده".into(),
            duration: "حداکثر ۲۰ روز کاری".into(),
            starts: "از زمان ثبت درخواست".into(),
            decides: "مدیرکل فرآورده‌های آرایشی و بهداشتی".into(),
            deadline_rule: "با گذشتن مهلت، درخواست باطل می‌شود".into(),
            deadline: "برای رفع نقص ۳۰ روز وقت دارید.".into(),
            fees: vec![FeeView {
                title: "هزینهٔ بررسی".into(),
                amount: some("۱٬۲۵۰٬۰۰۰ ریال"),
                rule: some("برای هر فرآورده"),
                online: full,
            }],
            documents: vec![DocumentView {
                title: "پیش‌فاکتور".into(),
                form: "تصویر".into(),
                issuer: "فروشندهٔ خارجی".into(),
                required: full,
                note: some("نام فرآورده باید با فرم یکی باشد."),
            }],
            steps: vec![StepView {
                title: "ثبت درخواست".into(),
                text: "فرم را پر می‌کنید.".into(),
                office: "دبیرخانه".into(),
            }],
            laws: vec![LinkView {
                text: "قانون".into(), link: some("https://example.ir/law")
            }],
            faq: vec![QuestionView {
                question: "چقدر طول می‌کشد؟".into(), answer: "۲۰ روز".into()
            }],
            promises: vec!["پاسخ تا تاریخ نوشته‌شده در رسید".into()],
            contact: ContactView {
                office: "ادارهٔ آرایشی".into(),
                phone: "021-61920000".into(),
                email: some("info@example.ir"),
                address: some("تهران"),
                hours: "شنبه تا چهارشنبه ۸ تا ۱۴".into(),
            },
            complaint: LinkView {
                text: "به بازرسی شکایت کنید.".into(), link: None
            },
            more: vec![RowView { label: "سطح خدمت".into(), value: "ملی".into() }],
        }
    }
}
