//! A component survives its form.

use forms::{Form, Problems};
use serde_json::{Value, json};

use super::component::{TYPES, flatten, kind_of, read, roles};
use crate::services::typed::Typed;

const FORM: &str =
    include_str!("../../../../tenants/blueprints/fda/services/cosmetics-import/form.json");

fn components() -> Vec<Value> {
    let form: Value = serde_json::from_str(FORM).unwrap();
    let all = forms::edit::outline(&form).into_iter();
    all.map(|(_, component)| component.clone()).collect()
}

/// Without what a group holds.
fn bare(component: &Value) -> Value {
    let mut bare = component.clone();
    if bare.get("components").is_some() {
        bare["components"] = json!([]);
    }
    bare
}

#[test]
fn every_component_of_a_form_that_is_saved_unchanged_is_the_same_field() {
    let form = |component: &Value| {
        let whole = json!({"type": "default", "schemaVersion": 19, "id": "f",
            "components": [component]});
        Form::parse(&whole).unwrap().items().to_vec()
    };
    let mut seen = 0;
    for component in components() {
        let component = bare(&component);
        let again = read(kind_of(&component), &flatten(&component)).unwrap();
        assert_eq!(form(&again), form(&component), "{component}");
        seen += 1;
    }
    assert!(seen > 20);
}

#[test]
fn a_new_component_of_each_type_can_be_written() {
    for kind in TYPES {
        let mut typed = Typed::default();
        let all = [
            ("key", "key1"),
            ("label.fa", "برچسب"),
            ("text.fa", "متن"),
            ("required", "on"),
            ("values", "a | الف | A\nb | ب"),
            ("maxFiles", "۲"),
            ("maxBytes", "5"),
            ("accept.pdf", "on"),
        ];
        for (name, value) in all {
            typed.set(name, value);
        }
        let component = read(kind, &typed).unwrap();
        let whole = json!({"type": "default", "schemaVersion": 19, "id": "f",
            "components": [component]});
        Form::parse(&whole).unwrap_or_else(|problems| panic!("{kind}: {problems:?}"));
    }
    assert_eq!(roles("textfield").len(), 2);
    assert_eq!(roles("date").len(), 0);
}

#[test]
fn slips_are_told_beside_their_inputs() {
    let told = |kind: &str, values: &[(&str, &str)]| -> Vec<String> {
        let mut typed = Typed::default();
        typed.set("label.fa", "برچسب");
        for (name, value) in values {
            typed.set(*name, *value);
        }
        let problems: Problems = read(kind, &typed).err().unwrap_or_default();
        problems.iter().map(|(key, flaw)| format!("{key} {}", flaw.code)).collect()
    };
    assert_eq!(told("textfield", &[("label.fa", "")]), ["label.fa required"]);
    assert_eq!(told("textfield", &[("maxLength", "many")]), ["maxLength number-invalid"]);
    assert_eq!(told("date", &[("min", "1405/13/01")]), ["min date-invalid"]);
    assert_eq!(told("number", &[("max", "x")]), ["max number-invalid"]);
    assert_eq!(told("select", &[("values", "only-a-value")]), ["values service-option"]);
    assert_eq!(told("filepicker", &[]), ["accept service-accept"]);
    assert_eq!(told("date", &[("min", "1405/01/01"), ("max", "1405/02/01")]), Vec::<String>::new());
}
