//! Templates: rendered in each language, escaped under every name, strict.

use forms::{Form, FormView, Problems};
use locale::words::Lang;
use serde_json::{Value, json};

use super::{Plain, engine};
use crate::{Page, errors::ErrorPage, frame::Frame, problems::lines};

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
    for key in ["name", "weight", "city", "kind", "agree", "born", "code", "file"] {
        assert!(html.contains(&format!("href=\"#f-{key}\"")), "{key} is not in the summary");
        assert!(html.contains(&format!("id=\"f-{key}\"")), "{key} has no input to go to");
        assert!(
            html.contains(&format!("id=\"f-{key}-problem\"")),
            "{key} has no problem beside it"
        );
    }
}

const FORM: &str = r#"{% extends "web/layout.html" %}
{% block main %}{{ <form.errors problems={view.problems}/> }}
<form method="post" action="/x" enctype="multipart/form-data" data-once>{{ <ui.token/> }}
{{ <form.items view={view}/> }}{{ <ui.input key="q" label="q" problem="p" hint="h"/> }}
{{ <ui.select key="s" label="s" options={ [{"value": "a", "label": "b", "selected": true}] }/> }}
{{ <ui.autosave/> }}{{ <ui.submit label={t(key="web-next")}/> }}</form>
{{ <ui.summary rows={rows}/> }}{{ <ui.back href="/"/> }}{{ <ui.tag label="a" tone="good"/> }}
{{ <ui.timeline entries={ [{"title": "a", "at": "2026-05-27T08:00:00Z"}] }/> }}
{{ <ui.pages at={ {"number": 2, "of": 3, "previous": "/a", "next": "/b"} }/> }}
{% endblock main %}"#;

/// A form with a field of each kind, with problems and without.
#[derive(serde::Serialize)]
struct FormPage {
    view: FormView,
    rows: Value,
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "test/form.html";

    fn samples() -> Vec<Self> {
        let rows = json!([
            {"label": "نام", "value": "نسرین", "ltr": false, "change": "/x#f-name"},
            {"label": "کد ملی", "value": "0012345679", "ltr": true},
        ]);
        let form = form();
        let typed = form.take(Vec::new());
        [Problems::default(), form.check(&typed, &|_| 0).unwrap_err()]
            .into_iter()
            .map(|problems| Self {
                view: form.view(Lang::Fa, &typed, &problems),
                rows: rows.clone(),
            })
            .collect()
    }

    fn title(&self, _: Lang) -> String {
        "فرم".to_owned()
    }
}

fn form() -> Form {
    let options = json!([{"value": "a", "label": "الف"}, {"value": "b", "label": "ب"}]);
    let mut components = json!([
        {"type": "text", "text": "توضیح"},
        {"type": "separator"},
        {"type": "textfield", "key": "name", "label": "نام", "description": "راهنما"},
        {"type": "textarea", "key": "story", "label": "شرح"},
        {"type": "number", "key": "weight", "label": "وزن", "properties": {"unit": "کیلوگرم"}},
        {"type": "select", "key": "city", "label": "شهر", "values": options},
        {"type": "radio", "key": "kind", "label": "نوع", "values": options},
        {"type": "checkbox", "key": "agree", "label": "می‌پذیرم"},
        {"type": "date", "key": "born", "label": "تاریخ"},
        {"type": "nationalId", "key": "code", "label": "کد ملی"},
        {"type": "companyId", "key": "company", "label": "شناسه ملی"},
        {"type": "mobile", "key": "mobile", "label": "تلفن همراه"},
        {"type": "filepicker", "key": "file", "label": "مدرک",
         "properties": {"maxFiles": 2, "maxBytes": 5_242_880, "accept": ["pdf", "jpg"]}},
    ]);
    for component in components.as_array_mut().unwrap() {
        if component.get("key").is_some_and(|key| key != "story") {
            component["validate"] = json!({"required": true});
        }
    }
    let definition =
        json!({"type": "default", "schemaVersion": 19, "id": "test", "components": components});
    Form::parse(&definition).unwrap()
}

#[test]
fn problems_are_told_in_the_order_of_the_page() {
    let flaw = || forms::Flaw::new("required");
    let mut problems = Problems::one("mobile", flaw());
    problems.insert("code", flaw());
    problems.insert("about", flaw());
    let lines = lines(&problems, &["mobile", "code"], Lang::Fa);
    let keys: Vec<_> = lines.iter().map(|line| line.key.as_str()).collect();
    assert_eq!(keys, ["mobile", "code", "about"]);
    assert!(!lines[0].text.contains('⟨'), "{}", lines[0].text);
}
