//! Forms as data: what each type of field makes of what people type.

mod answers;
mod definitions;
mod editing;
mod fuzz;
mod views;

use serde_json::{Value, json};

use crate::{Answers, Form, Problems, Typed};

/// A form with these components.
fn definition(components: &Value) -> Value {
    json!({ "type": "default", "schemaVersion": 19, "id": "test", "components": components })
}

fn form(components: &Value) -> Form {
    Form::parse(&definition(components)).unwrap()
}

/// A form with one component, labelled, with key `f`.
fn one(mut component: Value) -> Form {
    component["key"] = "f".into();
    component["label"] = "قسمت".into();
    form(&json!([component]))
}

/// What a form of one component makes of a text: an answer, nothing, or the code of a flaw.
fn made_of(form: &Form, text: &str) -> Result<Value, String> {
    let typed = form.take([("f".to_owned(), text.to_owned())]);
    outcome(form.check(&typed, &|_| 0))
}

fn outcome(checked: Result<Answers, Problems>) -> Result<Value, String> {
    match checked {
        Ok(answers) => Ok(answers.get("f").cloned().unwrap_or_default()),
        Err(problems) => Err(problems.get("f").unwrap().code.clone()),
    }
}

/// The permit that the demo agency gives, shortened: one field of each type.
fn permit() -> Form {
    form(&json!([
        {"type": "text", "text": "اطلاعات شرکت را وارد کنید.", "properties": {"i18n": {"en": {"text": "Tell us about the company."}}}},
        {"type": "group", "label": "شرکت", "properties": {"i18n": {"en": {"label": "Company"}}}, "components": [
            {"type": "textfield", "key": "company", "label": "نام شرکت", "validate": {"required": true}, "properties": {"role": "applicantName", "i18n": {"en": {"label": "Company name"}}}},
            {"type": "companyId", "key": "companyId", "label": "شناسه ملی", "validate": {"required": true}, "properties": {"role": "companyId"}},
            {"type": "nationalId", "key": "officer", "label": "کد ملی مسئول فنی", "validate": {"required": true}, "properties": {"role": "nationalCode"}},
            {"type": "mobile", "key": "mobile", "label": "تلفن همراه", "validate": {"required": true}, "properties": {"role": "contactMobile"}}
        ]},
        {"type": "separator"},
        {"type": "select", "key": "kind", "label": "نوع درخواست", "validate": {"required": true}, "values": [{"value": "issue", "label": "صدور"}, {"value": "renew", "label": "تمدید"}], "properties": {"process": true, "i18n": {"en": {"values": {"issue": "Issue"}}}}},
        {"type": "radio", "key": "origin", "label": "مبدأ", "values": [{"value": "eu", "label": "اروپا"}, {"value": "asia", "label": "آسیا"}]},
        {"type": "number", "key": "amount", "label": "مبلغ", "validate": {"min": 1, "max": 1_000_000_000}, "properties": {"unit": "ریال", "process": true, "i18n": {"en": {"unit": "rials"}}}},
        {"type": "date", "key": "invoiceDate", "label": "تاریخ پیش‌فاکتور", "description": "مانند ۱۴۰۵/۰۳/۰۶"},
        {"type": "textarea", "key": "notes", "label": "توضیحات", "validate": {"maxLength": 1000}},
        {"type": "filepicker", "key": "invoice", "label": "پیش‌فاکتور", "validate": {"required": true}, "properties": {"maxFiles": 2, "maxBytes": 5_242_880, "accept": ["pdf", "jpg"]}},
        {"type": "checkbox", "key": "consent", "label": "درستی اطلاعات را می‌پذیرم", "validate": {"required": true}}
    ]))
}

fn filled() -> Typed {
    [
        ("company", "شركت  نمونه"),
        ("companyId", "۱۰۳۸۰۲۸۴۷۹۰"),
        ("officer", "049-937089-9"),
        ("mobile", "۰۹۱۲ ۳۴۵ ۶۷۸۹"),
        ("kind", "issue"),
        ("origin", ""),
        ("amount", "۱۲٬۵۰۰٬۰۰۰"),
        ("invoiceDate.year", "۱۴۰۵"),
        ("invoiceDate.month", "3"),
        ("invoiceDate.day", "٦"),
        ("notes", "سطر یک\r\nسطر دو"),
        ("consent", "on"),
    ]
    .into_iter()
    .collect()
}
