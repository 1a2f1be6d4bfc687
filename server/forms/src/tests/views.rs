//! What a page is given, and the words in it.

use locale::words::Lang;
use serde_json::json;

use super::{filled, permit};
use crate::{Argument, Flaw, ItemView, Problems, Typed};

#[test]
fn a_view_has_everything_a_page_needs() {
    let typed = permit().take(
        [("kind", "renew"), ("invoiceDate.month", "۳"), ("notes", "<b>")]
            .map(|(n, t)| (n.to_owned(), t.to_owned())),
    );
    let problems = permit().check(&typed, &|_| 0).unwrap_err();
    let view = serde_json::to_value(permit().view(Lang::Fa, &typed, &problems)).unwrap();
    let kinds: Vec<_> =
        view["items"].as_array().unwrap().iter().map(|item| item["is"].as_str().unwrap()).collect();
    assert_eq!(kinds[..4], ["text", "heading", "field", "field"]);
    assert_eq!(kinds[6], "separator");

    let field = |key: &str| {
        view["items"].as_array().unwrap().iter().find(|item| item["key"] == key).unwrap().clone()
    };
    assert_eq!(
        field("kind")["options"],
        json!([{"value": "issue", "label": "صدور", "selected": false}, {"value": "renew", "label": "تمدید", "selected": true}])
    );
    assert_eq!(
        field("invoiceDate")["options"][2],
        json!({"value": "3", "label": "خرداد", "selected": true})
    );
    assert_eq!(field("invoiceDate")["date"], json!({"year": "", "month": "۳", "day": ""}));
    assert_eq!(
        field("invoiceDate")["problem"],
        "تاریخ کامل نیست. لطفاً روز، ماه و سال را وارد کنید."
    );
    assert_eq!(field("notes")["value"], "<b>");
    assert_eq!(field("mobile")["inputmode"], "tel");
    assert_eq!(field("mobile")["autocomplete"], "tel");
    assert_eq!(field("company")["ltr"], false);
    assert_eq!(field("officer")["kind"], "national-code");
    assert_eq!(field("amount")["unit"], "ریال");
    assert_eq!(field("invoice")["accept"], json!(["pdf", "jpg"]));
    assert_eq!(
        field("invoice")["limits"],
        "حداکثر ۲ فایل از نوع PDF، JPG، هر کدام حداکثر ۵ مگابایت"
    );

    let order: Vec<_> = view["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["input"].as_str().unwrap())
        .collect();
    assert_eq!(
        order,
        ["company", "companyId", "officer", "mobile", "invoiceDate.year", "invoice", "consent"]
    );

    let english = permit().view(Lang::En, &typed, &Problems::default());
    assert!(matches!(&english.items[1], ItemView::Heading { text } if text == "Company"));
    assert!(english.problems.is_empty());
}

#[test]
fn a_summary_reads_like_the_form() {
    let answers = permit().check(&filled(), &|_| 1).unwrap();
    let rows = |lang| -> Vec<_> {
        permit()
            .summary(lang, &answers)
            .into_iter()
            .map(|row| (row.label, row.value, row.ltr))
            .collect()
    };
    let row = |label: &str, value: &str, ltr: bool| (label.to_owned(), value.to_owned(), ltr);
    assert_eq!(
        rows(Lang::Fa),
        [
            row("نام شرکت", "شركت نمونه", false),
            row("شناسه ملی", "10380284790", true),
            row("کد ملی مسئول فنی", "0499370899", true),
            row("تلفن همراه", "0912 345 6789", true),
            row("نوع درخواست", "صدور", false),
            row("مبدأ", "وارد نشده است", false),
            row("مبلغ", "۱۲٬۵۰۰٬۰۰۰ ریال", false),
            row("تاریخ پیش‌فاکتور", "۱۴۰۵/۰۳/۰۶", false),
            row("توضیحات", "سطر یک\nسطر دو", false),
            row("درستی اطلاعات را می‌پذیرم", "بله", false),
        ]
    );
    let english = rows(Lang::En);
    assert_eq!(english[0].0, "Company name");
    assert_eq!(english[4].1, "Issue");
    assert_eq!(english[6].1, "12,500,000 rials");
}

#[test]
fn what_an_agency_named_is_told_in_the_readers_language() {
    let told = |en, lang| {
        Flaw::new("service-document-unlisted")
            .with("label", Argument::named("پروانه", en))
            .text(lang)
    };
    assert!(told(Some("Licence"), Lang::En).contains("Licence"));
    assert!(told(Some("Licence"), Lang::Fa).contains("پروانه"));
    assert!(told(None, Lang::En).contains("پروانه"), "what was not translated");
}

#[test]
fn every_flaw_has_words_and_every_word_is_filled() {
    let number = serde_json::Number::from_f64(0.5).unwrap();
    let flaws = [
        "required",
        "choice-required",
        "checkbox-required",
        "date-required",
        "file-required",
        "choice-unknown",
        "number-invalid",
        "number-too-long",
        "number-whole",
        "date-incomplete",
        "date-year",
        "date-invalid",
    ]
    .map(Flaw::new)
    .into_iter()
    .chain([
        Flaw::new("too-short").with("min", 3_usize),
        Flaw::new("too-long").with("max", 5_usize),
        Flaw::new("number-decimals").with("max", 2_usize),
        Flaw::new("number-small").with("min", &number),
        Flaw::new("number-large").with("max", &number),
        Flaw::new("number-range").with("min", &number).with("max", 9_usize),
        Flaw::new("date-early").with("min", locale::jalali::Day::new(1300, 1, 1).unwrap()),
        Flaw::new("date-late").with("max", locale::jalali::Day::new(1405, 1, 1).unwrap()),
        Flaw::new("national-code-zeros").with("code", "0499370899"),
        Flaw::new("file-too-many").with("max", 2_usize),
    ]);
    for flaw in flaws {
        for lang in Lang::ALL {
            let text = flaw.text(lang);
            assert!(!text.contains('⟨') && !text.contains("{$"), "{text}");
        }
        let stored = serde_json::to_value(&flaw).unwrap();
        assert_eq!(serde_json::from_value::<Flaw>(stored).unwrap(), flaw);
    }
    let half = Flaw::new("number-small").with("min", &number);
    assert!(half.text(Lang::Fa).contains("۰٫۵") && half.text(Lang::En).contains("0.5"));
}

#[test]
fn problems_survive_being_stored() {
    let problems = permit().check(&Typed::default(), &|_| 0).unwrap_err();
    let stored = serde_json::to_string(&problems).unwrap();
    assert_eq!(serde_json::from_str::<Problems>(&stored).unwrap(), problems);
    assert_eq!(problems.len(), 7);
}
