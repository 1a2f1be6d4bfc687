//! Definitions that are refused, and where the problem is said to be.

use locale::words::Lang;
use serde_json::{Value, json};

use super::{definition, permit};
use crate::{DefinitionFlaw, Form, Kind};

#[test]
fn definitions_that_are_wrong_are_told_where() {
    use DefinitionFlaw as F;
    let option = |value: &str| json!({"value": value, "label": "گزینه"});
    let field = |more: Value| {
        let mut field = json!({"type": "textfield", "key": "a", "label": "آ"});
        field.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([field])
    };
    for (components, at, flaw) in [
        (json!([{"type": "html", "key": "a", "label": "آ"}]), "components[0]", F::UnknownType),
        (json!([{"key": "a", "label": "آ"}]), "components[0]", F::UnknownType),
        (json!(["text"]), "components[0]", F::Shape),
        (field(json!({"onclick": "x"})), "components[0]", F::Shape),
        (field(json!({"validate": {"pattern": "(a+)+"}})), "components[0]", F::Shape),
        (field(json!({"validate": {"min": 1}})), "components[0]", F::UnknownProperty),
        (field(json!({"values": [option("a")]})), "components[0]", F::UnknownProperty),
        (field(json!({"properties": {"maxFiles": 1}})), "components[0]", F::UnknownProperty),
        (field(json!({"text": "x"})), "components[0]", F::UnknownProperty),
        (field(json!({"key": "1a"})), "components[0]", F::KeyFormat),
        (field(json!({"key": "a.b"})), "components[0]", F::KeyFormat),
        (field(json!({"key": "a\"><script>"})), "components[0]", F::KeyFormat),
        (field(json!({"key": "a".repeat(65)})), "components[0]", F::KeyFormat),
        (field(json!({"key": null})), "components[0]", F::MissingProperty),
        (field(json!({"label": null})), "a", F::MissingProperty),
        (field(json!({"label": " \u{200f}"})), "a", F::Text),
        (field(json!({"label": "آ".repeat(2_001)})), "a", F::Text),
        (field(json!({"validate": {"minLength": 5, "maxLength": 4}})), "components[0]", F::Limit),
        (field(json!({"validate": {"maxLength": 20_001}})), "components[0]", F::Limit),
        (field(json!({"validate": {"maxLength": -1}})), "components[0]", F::Shape),
        (field(json!({"properties": {"role": "boss"}})), "a", F::UnknownRole),
        (field(json!({"properties": {"role": "companyId"}})), "a", F::RoleMisplaced),
        (field(json!({"properties": {"i18n": {"de": {}}}})), "components[0]", F::Shape),
        (field(json!({"properties": {"i18n": {"en": {"description": "only here"}}}})), "a", F::Text),
        (field(json!({"type": "number", "validate": {"min": 5, "max": 4}})), "components[0]", F::Limit),
        (field(json!({"type": "number", "validate": {"min": "5"}})), "components[0]", F::Limit),
        (field(json!({"type": "number", "decimalDigits": 7})), "components[0]", F::Limit),
        (field(json!({"type": "date", "validate": {"min": "1405/01/01"}})), "components[0]", F::Limit),
        (field(json!({"type": "select"})), "components[0]", F::OptionMissing),
        (field(json!({"type": "select", "values": []})), "components[0]", F::OptionMissing),
        (field(json!({"type": "radio", "values": [option("a"), option("a ")]})), "components[0]", F::OptionRepeated),
        (field(json!({"type": "radio", "values": [option("")]})), "components[0]", F::OptionRepeated),
        (field(json!({"type": "radio", "values": [{"value": "a", "label": "آ", "if": 1}]})), "components[0]", F::Shape),
        (field(json!({"type": "radio", "values": [option("a")], "properties": {"i18n": {"en": {"values": {"b": "B"}}}}})), "components[0]", F::OptionMissing),
        (field(json!({"type": "select", "values": (0..101).map(|n| option(&n.to_string())).collect::<Vec<_>>()})), "components[0]", F::TooManyOptions),
        (field(json!({"type": "filepicker", "properties": {"accept": ["svg"]}})), "components[0]", F::UnknownFileType),
        (field(json!({"type": "filepicker", "properties": {"accept": []}})), "components[0]", F::Limit),
        (field(json!({"type": "filepicker", "properties": {"maxFiles": 0}})), "components[0]", F::Limit),
        (field(json!({"type": "filepicker", "properties": {"maxBytes": 1_000_000_000}})), "components[0]", F::Limit),
        (json!([{"type": "group", "label": "آ", "components": [{"type": "group", "label": "ب"}]}]), "components[0].components[0]", F::NestedGroup),
        (json!([{"type": "group", "label": "آ", "components": [{"type": "image"}]}]), "components[0].components[0]", F::UnknownType),
        (json!([{"type": "group"}]), "components[0]", F::MissingProperty),
        (json!([{"type": "text"}]), "components[0]", F::MissingProperty),
        (json!([{"type": "separator", "label": "آ"}]), "components[0]", F::UnknownProperty),
        (json!([{"type": "mobile", "key": "a", "label": "آ"}, {"type": "date", "key": "a", "label": "ب"}]), "a", F::KeyRepeated),
        (json!([{"type": "mobile", "key": "a", "label": "آ", "properties": {"role": "contactMobile"}}, {"type": "mobile", "key": "b", "label": "ب", "properties": {"role": "contactMobile"}}]), "b", F::RoleRepeated),
        (json!((0..201).map(|n| json!({"type": "mobile", "key": format!("k{n}"), "label": "آ"})).collect::<Vec<_>>()), "form", F::TooManyFields),
        (json!((0..100).map(|n| json!({"type": "mobile", "key": format!("k{n}"), "label": "آ".repeat(1_500)})).collect::<Vec<_>>()), "form", F::TooLarge),
    ] {
        let problems = Form::parse(&definition(&components)).unwrap_err();
        let [problem] = problems.as_slice() else { panic!("{problems:?}") };
        assert_eq!((problem.at.as_str(), problem.flaw), (at, flaw), "{problem}");
        for lang in Lang::ALL {
            let text = problem.text(lang);
            assert!(!text.contains('⟨') && !text.contains("{$"), "{text}");
        }
    }
}

#[test]
fn a_document_that_is_no_form_is_refused() {
    for json in [
        json!(null),
        json!([]),
        json!({"type": "default", "schemaVersion": 18, "id": "x", "components": []}),
        json!({"type": "other", "schemaVersion": 19, "id": "x", "components": []}),
        json!({"type": "default", "schemaVersion": 19, "components": []}),
        json!({"type": "default", "schemaVersion": 19, "id": "x"}),
        json!({"type": "default", "schemaVersion": 19, "id": "x", "components": [], "script": ""}),
    ] {
        assert!(Form::parse(&json).is_err(), "{json}");
        assert!(serde_json::from_value::<Form>(json).is_err());
    }
    let several = json!([{"type": "x"}, {"type": "y"}, {"type": "separator"}]);
    assert_eq!(Form::parse(&definition(&several)).unwrap_err().len(), 2);
}

#[test]
fn a_form_keeps_its_definition_as_it_was() {
    let stored = serde_json::to_value(permit()).unwrap();
    assert_eq!(&stored, permit().as_json());
    assert_eq!(serde_json::from_value::<Form>(stored).unwrap(), permit());
    assert_eq!(permit().fields().count(), 11);
    assert!(matches!(&permit().field("invoice").unwrap().kind, Kind::File(f) if f.max_files == 2));
}
