//! A form for the samples of pages.

use forms::Form;

/// A small form with a field of each way of being drawn.
pub fn sample_form() -> Form {
    let required = serde_json::json!({ "required": true });
    let json = serde_json::json!({
        "type": "default", "schemaVersion": 19, "id": "sample",
        "components": [
            { "type": "textfield", "key": "name", "label": "نام شرکت", "validate": required },
            { "type": "nationalId", "key": "nationalCode", "label": "کد ملی مدیرعامل", "validate": required },
            { "type": "date", "key": "since", "label": "تاریخ تأسیس", "validate": required },
            { "type": "radio", "key": "kind", "label": "نوع فرآورده", "validate": required,
              "values": [{ "value": "a", "label": "آرایشی" }, { "value": "b", "label": "بهداشتی" }] },
            { "type": "checkbox", "key": "agree", "label": "اطلاعات درست است", "validate": required },
            { "type": "filepicker", "key": "proforma", "label": "پیش‌فاکتور", "validate": required,
              "properties": { "maxFiles": 2, "maxBytes": 5_242_880, "accept": ["pdf", "jpg"] } }
        ]
    });
    Form::parse(&json).expect("the sample follows the rules of forms")
}
