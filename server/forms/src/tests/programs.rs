//! Answers that a program sends, and the schema that it is told.

use locale::words::Lang;
use serde_json::{Value, json};

use super::{one, outcome, permit};

/// What a form of one component makes of an answer: an answer, nothing, or the code of a flaw.
fn made_of(component: Value, answer: Value) -> Result<Value, String> {
    let form = one(component);
    let answers = [("f".to_owned(), answer)].into_iter().collect();
    match form.given(&answers) {
        Ok(typed) => outcome(form.check(&typed, &|_| 0)),
        Err(problems) => Err(problems.get("f").unwrap().code.clone()),
    }
}

#[test]
fn an_answer_has_the_type_of_its_field() {
    let text = || json!({"type": "textfield"});
    let number = || json!({"type": "number"});
    let date = || json!({"type": "date"});
    let checkbox = || json!({"type": "checkbox"});
    for (component, answer, made) in [
        (text(), json!("a"), Ok(json!("a"))),
        (text(), json!(null), Ok(json!(null))),
        (text(), json!(1), Err("answer-not-a-text")),
        (text(), json!(["a"]), Err("answer-not-a-text")),
        (number(), json!(7), Ok(json!(7))),
        (number(), json!("۷"), Ok(json!(7))),
        (number(), json!(true), Err("answer-not-a-number")),
        (date(), json!("2026-05-27"), Ok(json!("2026-05-27"))),
        (date(), json!("2026-02-30"), Err("answer-not-a-date")),
        (date(), json!("1405/03/06"), Err("answer-not-a-date")),
        (date(), json!(20_260_527), Err("answer-not-a-text")),
        (checkbox(), json!(true), Ok(json!(true))),
        (checkbox(), json!(false), Ok(json!(false))),
        (checkbox(), json!("on"), Err("answer-not-a-truth")),
        (json!({"type": "mobile"}), json!("09123456789"), Ok(json!("+989123456789"))),
        (json!({"type": "filepicker"}), json!("a.pdf"), Err("answer-is-a-file")),
    ] {
        let made = made.map_err(str::to_owned);
        assert_eq!(made_of(component.clone(), answer.clone()), made, "{component} {answer}");
    }
}

#[test]
fn what_the_form_does_not_ask_is_a_problem() {
    let answers = json!({"company": "a", "invoiceDate.year": "1405", "colour": "blue"});
    let problems = permit().given(answers.as_object().unwrap()).unwrap_err();
    let codes: Vec<_> = problems.iter().map(|(key, flaw)| (key, flaw.code.as_str())).collect();
    assert_eq!(codes, [("colour", "answer-unknown"), ("invoiceDate.year", "answer-unknown")]);
}

#[test]
fn kept_answers_can_be_given_again() {
    let answers = permit().check(&super::filled(), &|_| 1).unwrap();
    let typed = permit().given(answers.as_json()).unwrap();
    assert_eq!(permit().check(&typed, &|_| 1).unwrap(), answers);
}

#[test]
fn a_schema_says_what_is_asked_and_leaves_files_out() {
    let schema = permit().schema(Lang::En);
    assert_eq!(
        schema["required"],
        json!(["company", "companyId", "officer", "mobile", "kind", "consent"])
    );
    assert_eq!(schema["properties"]["invoice"], Value::Null);
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(
        schema["properties"]["kind"]["oneOf"],
        json!([{"const": "issue", "title": "Issue"}, {"const": "renew", "title": "تمدید"}])
    );
    assert_eq!(
        schema["properties"]["amount"],
        json!({"type": "integer", "minimum": 1, "maximum": 1_000_000_000, "title": "مبلغ"})
    );
    assert_eq!(schema["properties"]["consent"]["const"], true);
    assert_eq!(schema["properties"]["invoiceDate"]["format"], "date");
    assert_eq!(permit().schema(Lang::Fa)["properties"]["company"]["title"], "نام شرکت");
}
