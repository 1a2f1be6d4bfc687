//! What is missed and what differs, without a database.

use forms::Form;
use serde_json::{Value, json};

use super::changes::differences;
use super::check::{of_conditions, of_documents, of_form, of_sheet};
use crate::catalogue::Sheet;
use crate::processes;

const SHEET: &str =
    include_str!("../../../../tenants/blueprints/fda/services/cosmetics-import/sheet.json");
const FORM: &str =
    include_str!("../../../../tenants/blueprints/fda/services/cosmetics-import/form.json");
const PROCESS: &str =
    include_str!("../../../../tenants/blueprints/fda/processes/cosmetics-import.bpmn");

fn sheet(change: impl Fn(&mut Value)) -> Sheet {
    let mut json = serde_json::from_str(SHEET).unwrap();
    change(&mut json);
    serde_json::from_value(json).unwrap()
}

fn form(change: impl Fn(&mut Value)) -> Form {
    let mut json = serde_json::from_str(FORM).unwrap();
    change(&mut json);
    Form::parse(&json).unwrap()
}

#[test]
fn what_the_blueprint_says_lacks_nothing() {
    let (sheet, form) = (sheet(|_| {}), form(|_| {}));
    assert_eq!(of_sheet(&sheet), []);
    assert_eq!(of_form(&form), None);
    assert_eq!(of_documents(&sheet, &form), []);
}

#[test]
fn every_gap_of_the_sheet_is_told_at_once() {
    let found = of_sheet(&sheet(|sheet| {
        sheet["title"]["fa"] = json!(" ");
        sheet["fees"] = json!([]);
        sheet["code"] = json!("12");
    }));
    let told: Vec<_> = found.iter().map(|f| (f.at.as_str(), f.flaw.code.as_str())).collect();
    let expected =
        [("title", "service-unstated"), ("code", "service-code"), ("fees", "service-unstated")];
    assert_eq!(told, expected);
}

#[test]
fn sheet_and_form_ask_for_the_same_documents() {
    let told = |sheet: &Sheet, form: &Form| -> Vec<String> {
        of_documents(sheet, form).into_iter().map(|f| format!("{} {}", f.at, f.flaw.code)).collect()
    };
    let gone = sheet(|sheet| {
        sheet["documents"].as_array_mut().unwrap().remove(0);
    });
    assert_eq!(told(&gone, &form(|_| {})), ["proforma service-document-unlisted"]);
    let optional = sheet(|sheet| sheet["documents"][0]["required"] = json!(false));
    assert_eq!(told(&optional, &form(|_| {})), ["documents service-document-required"]);
    let renamed = sheet(|sheet| sheet["documents"][0]["key"] = json!("invoice"));
    let both = ["documents service-document-unasked", "proforma service-document-unlisted"];
    assert_eq!(told(&renamed, &form(|_| {})), both);
}

#[test]
fn a_form_says_who_asks() {
    let nameless = form(|form| {
        form["components"][1]["components"][0]["properties"]
            .as_object_mut()
            .unwrap()
            .remove("role");
    });
    assert!(of_form(&nameless).is_some());
}

#[test]
fn a_condition_asks_only_what_the_form_gives_the_process() {
    let country = PROCESS.replace("outcome = \"missing\"", "country = \"de\"");
    let definition = processes::read(&country).unwrap().definition;
    assert_eq!(of_conditions(&definition, &form(|_| {})), []);
    let kept_back = form(|form| {
        let country = &mut form["components"][3]["components"][4];
        assert_eq!(country["key"], "country");
        country["properties"]["process"] = json!(false);
    });
    let found = of_conditions(&definition, &kept_back);
    let told: Vec<_> = found.iter().map(|f| (f.at.as_str(), f.flaw.code.as_str())).collect();
    assert_eq!(told, [("country", "service-variable")]);
}

#[test]
fn differences_are_told_value_by_value() {
    let was = json!({"title": {"fa": "الف"}, "set": ["a"], "list": [{"t": 1}, {"t": 2}], "n": 1});
    let is =
        json!({"title": {"fa": "ب", "en": "B"}, "set": ["a", "b"], "list": [{"t": 1}], "n": 1});
    let told: Vec<_> = differences(&was, &is)
        .into_iter()
        .map(|change| format!("{}: {} → {}", change.at, change.was, change.is))
        .collect();
    let expected = [
        "title.fa: \"الف\" → \"ب\"",
        "title.en: null → \"B\"",
        "set: [\"a\"] → [\"a\",\"b\"]",
        "list.1.t: 2 → null",
    ];
    assert_eq!(told, expected);
}
