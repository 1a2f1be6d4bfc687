//! Nothing that is defined or typed stops the process.

use locale::words::Lang;
use proptest::prelude::*;
use serde_json::Value;

use super::{definition, permit};
use crate::{Field, Form};

fn any_json() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "type",
        "key",
        "label",
        "components",
        "validate",
        "properties",
        "values",
        "text",
        "group",
        "select",
        "number",
        "date",
        "filepicker",
        "min",
        "max",
        "i18n",
        "en",
        "accept",
        "pdf",
        "آ",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        words.clone().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((words.clone(), inner), 0..6).prop_map(|entries| {
                Value::Object(
                    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
                )
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_definition_is_survived(components in any_json()) {
        let _ = Form::parse(&components);
        let _ = Form::parse(&definition(&components));
    }

    #[test]
    fn whatever_is_typed_is_survived(texts in prop::collection::vec("\\PC{0,12}|[-0-9۰-۹.,٬٫ ]{0,20}|(?s:.{0,40})", 14), files in 0_usize..4) {
        let form = permit();
        let names = form.fields().flat_map(Field::inputs);
        let typed = form.take(names.zip(texts));
        let checked = form.check(&typed, &|_| files);
        for lang in Lang::ALL {
            let problems = checked.as_ref().err().cloned().unwrap_or_default();
            let view = form.view(lang, &typed, &problems);
            prop_assert_eq!(view.problems.len(), problems.len());
            if let Ok(answers) = &checked {
                prop_assert_eq!(form.summary(lang, answers).len(), 10);
            }
        }
    }
}
