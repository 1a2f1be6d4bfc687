//! Templates: rendered in each language, escaped under every name, strict.

use locale::words::Lang;
use serde_json::{Value, json};

use super::{Plain, engine};
use crate::{Page, errors::ErrorPage, frame::Frame};

#[test]
fn every_page_of_this_crate_renders_in_each_language() {
    let engine = engine(&[("test/form.html", FORM)]);
    engine.try_samples::<ErrorPage>().unwrap();
    engine.try_samples::<Plain>().unwrap();
    engine.try_samples::<FormPage>().unwrap();
}

#[test]
fn a_missing_word_fails_the_samples() {
    let engine = engine(&[("test/plain.html", "{{ t(key='no-such-words') }}{{ text }}")]);
    let error = engine.try_samples::<Plain>().unwrap_err();
    assert!(error.contains("no-such-words"), "{error}");
}

#[test]
fn an_unknown_variable_is_an_error() {
    let engine = engine(&[("test/plain.html", "{{ txet }}")]);
    assert!(engine.render(&Plain { text: "" }, &Frame::sample(Lang::Fa)).is_err());
}

#[test]
fn text_is_escaped_and_never_a_template() {
    let hostile = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "{{ 7 * 7 }}{% for x in y %}",
        "{{ frame.token }}",
        "</textarea><script>",
    ];
    let source = "<p title=\"{{ text }}\">{{ text }}</p>";
    for name in ["test/part.html", "test/part", "test/part.txt", "test/part.js"] {
        let whole = format!("{{% include \"{name}\" %}}");
        let engine = engine(&[("test/plain.html", &whole), (name, source)]);
        for text in hostile {
            let html = engine.render(&Plain { text }, &Frame::sample(Lang::Fa)).unwrap();
            assert!(!html.contains("<script") && !html.contains("<img"), "{name}: {html}");
            assert!(!html.contains("49") && !html.contains("sample-token"), "{name}: {html}");
            assert_eq!(html.matches('"').count(), 2, "{name}: {html}");
        }
    }
}

#[test]
fn filters_speak_the_language_of_the_page() {
    let source = "{{ text | fa }}|{{ '2026-05-27T08:00:00Z' | jalali }}|{{ 1048576 | bytes }}|{{ '2026-05-27T08:00:00Z' | jalali(as='clock') }}";
    let engine = engine(&[("test/plain.html", source)]);
    let fa = engine.render(&Plain { text: "12" }, &Frame::sample(Lang::Fa)).unwrap();
    assert!(fa.starts_with("۱۲|۱۴۰۵/۰۳/۰۶|۱"), "{fa}");
    assert!(fa.ends_with("|۱۱:۳۰"), "{fa}");
    let en = engine.render(&Plain { text: "۱۲" }, &Frame::sample(Lang::En)).unwrap();
    assert!(en.starts_with("12|"), "{en}");
}

#[test]
fn no_page_carries_inline_script_or_style() {
    let engine = engine(&[("test/form.html", FORM)]);
    let pages = FormPage::samples()
        .into_iter()
        .map(|page| engine.render(&page, &Frame::sample(Lang::Fa)).unwrap());
    let errors = ErrorPage::samples()
        .into_iter()
        .map(|page| engine.render(&page, &Frame::sample(Lang::En)).unwrap());
    for html in pages.chain(errors) {
        for banned in ["style=", "<style", " onclick", " onload", "javascript:", "<script>"] {
            assert!(!html.contains(banned), "{banned} in {html}");
        }
    }
}

#[test]
fn a_problem_is_tied_to_its_field_and_told_first() {
    let engine = engine(&[("test/form.html", FORM)]);
    let page = FormPage::samples().pop().unwrap();
    let html = engine.render(&page, &Frame::sample(Lang::Fa)).unwrap();
    let summary = html.find("error-summary").unwrap();
    let form = html.find("<form method=\"post\" action=\"/x\"").unwrap();
    assert!(summary < form);
    for key in ["name", "kind", "born", "agree", "file"] {
        assert!(html.contains(&format!("href=\"#f-{key}\"")), "{key} is not in the summary");
        assert!(html.contains(&format!("id=\"f-{key}\"")), "{key} has no input to go to");
        assert!(
            html.contains(&format!("id=\"f-{key}-problem\"")),
            "{key} has no problem beside it"
        );
    }
}

const FORM: &str = r#"{% extends "web/layout.html" %}
{% block main %}{{ <form.view_errors view={view}/> }}
<form method="post" action="/x" enctype="multipart/form-data" data-once>{{ <ui.token/> }}
{{ <form.items view={view}/> }}{{ <ui.submit label={t(key="web-next")}/> }}</form>
{{ <ui.summary rows={rows}/> }}{{ <ui.back href="/"/> }}{{ <ui.tag label="a" tone="good"/> }}
{% endblock main %}"#;

/// A form with a field of each kind, as `forms::FormView` serialises it.
#[derive(serde::Serialize)]
struct FormPage {
    view: Value,
    rows: Value,
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "test/form.html";

    fn samples() -> Vec<Self> {
        let rows = json!([
            {"label": "نام", "value": "نسرین", "ltr": false, "change": "/x#f-name"},
            {"label": "کد ملی", "value": "0012345679", "ltr": true},
        ]);
        [Value::Null, json!("این را بنویسید.")]
            .into_iter()
            .map(|problem| Self { view: view(&problem), rows: rows.clone() })
            .collect()
    }

    fn title(&self, _: Lang) -> String {
        "فرم".to_owned()
    }
}

fn view(problem: &Value) -> Value {
    let field = |key: &str, kind: &str| {
        json!({
            "is": "field", "key": key, "name": key, "kind": kind, "label": "برچسب", "hint": "راهنما",
            "required": true, "value": "", "date": null, "options": [], "problem": problem, "ltr": false,
            "inputmode": null, "autocomplete": null, "max_length": 100, "unit": null, "accept": [],
            "max_bytes": null, "max_files": null,
        })
    };
    let with = |mut field: Value, more: Value| {
        field.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        field
    };
    let options = json!([{"value": "a", "label": "الف", "selected": true}, {"value": "b", "label": "ب", "selected": false}]);
    json!({"items": [
        {"is": "heading", "text": "بخش"},
        {"is": "text", "text": "توضیح"},
        {"is": "separator"},
        field("name", "text"),
        field("story", "textarea"),
        with(field("weight", "number"), json!({"unit": "کیلوگرم", "ltr": true, "inputmode": "decimal"})),
        with(field("city", "select"), json!({"options": options})),
        with(field("kind", "radio"), json!({"options": options})),
        field("agree", "checkbox"),
        with(field("born", "date"), json!({"date": {"year": "1370", "month": "3", "day": "6"}})),
        with(field("code", "national-code"), json!({"ltr": true, "inputmode": "numeric", "required": false})),
        with(field("file", "file"), json!({"accept": ["pdf", "jpg"], "max_bytes": 5_242_880, "max_files": 3})),
    ]})
}
