//! What is not accepted, and that all of it is told at once.

use super::super::{Decisions, Fault, Kind, Policy};
use super::{input, output, table, told};
use crate::Problem;

const HEAD: &str = r#"<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">"#;

fn file(inside: &str) -> String {
    format!("{HEAD}{inside}</definitions>")
}

fn faults(xml: &str) -> Vec<Fault> {
    Decisions::parse(xml).unwrap_err().into_iter().map(|flaw| flaw.fault).collect()
}

#[test]
fn every_flaw_is_told_at_once_with_its_rule_and_column() {
    let mut wrong = table(
        Policy::First,
        vec![input("amount >", Kind::Number), input("kind", Kind::Text)],
        vec![output("to", Kind::Text, r#""a", "b""#), output("", Kind::Number, "")],
        &[
            &["> 5", "-", r#""a""#, "1"],
            &["> ", r#""x""#, r#""c""#, "\"2\""],
            &[r#""five""#, "function(x) x", "", "for i in 1..9 return i"],
        ],
    );
    wrong.outputs[0].default = "1".to_owned();
    let flaws = Decisions::parse(&wrong.write("k", "n")).unwrap_err();
    let codes: Vec<(String, &str)> =
        flaws.iter().map(|flaw| (flaw.place.to_string(), flaw.fault.code())).collect();
    let expected = [
        ("n: input 1: ", "syntax"),
        ("n: output 1: ", "type"),
        ("n: output 2: ", "no-name"),
        ("n: rule 2: input 1: ", "syntax"),
        ("n: rule 2: output 2: ", "type"),
        ("n: rule 3: input 1: ", "type"),
        ("n: rule 3: input 2: ", "forbidden"),
        ("n: rule 3: output 1: ", "empty"),
        ("n: rule 3: output 2: ", "forbidden"),
    ];
    let expected: Vec<(String, &str)> =
        expected.into_iter().map(|(place, code)| (place.to_owned(), code)).collect();
    assert_eq!(codes, expected, "{}", told(&flaws).join("\n"));
    assert!(flaws.iter().all(|flaw| flaw.place.line > 1));
}

#[test]
fn what_a_file_holds_beyond_the_subset_is_refused() {
    let decision = |logic: &str| file(&format!(r#"<decision id="d" name="d">{logic}</decision>"#));
    let literal = |text: &str| {
        decision(&format!("<literalExpression><text>{text}</text></literalExpression>"))
    };
    let unsupported = |name: &str| vec![Fault::Unsupported(name.to_owned())];
    for (xml, expected) in [
        (decision("<context/>"), unsupported("context")),
        (decision("<invocation/>"), unsupported("invocation")),
        (decision("<functionDefinition/>"), unsupported("functionDefinition")),
        (decision("<for/>"), unsupported("for")),
        (decision(""), vec![Fault::NoLogic]),
        (file(""), vec![Fault::NoDecision]),
        (literal(""), vec![Fault::Empty]),
        (
            literal("now()"),
            vec![Fault::Expression(Problem::Forbidden("a function that is not on the list"))],
        ),
        (
            decision("<decisionTable hitPolicy=\"SOME\"><output/></decisionTable>"),
            vec![Fault::UnknownPolicy("SOME".into()), Fault::NoRule],
        ),
        (decision("<decisionTable><rule/></decisionTable>"), vec![Fault::NoOutput]),
        (decision("<decisionTable><output/><rule/></decisionTable>"), vec![Fault::CellCount]),
        (
            decision(
                "<decisionTable hitPolicy=\"PRIORITY\"><output/><rule><outputEntry><text>1</text></outputEntry></rule></decisionTable>",
            ),
            vec![Fault::NoOrder],
        ),
        (
            decision(
                "<variable typeRef=\"tax\"/><literalExpression><text>1</text></literalExpression>",
            ),
            vec![Fault::UnknownType("tax".into())],
        ),
        ("<definitions/>".to_owned(), vec![Fault::NotDmn]),
        ("<!DOCTYPE x><a/>".to_owned(), vec![Fault::Malformed("a document type".into())]),
    ] {
        let mut found = faults(&xml);
        found.retain(|fault| *fault != Fault::NoDecision || expected.contains(fault));
        assert_eq!(found, expected, "{xml}");
    }
    assert!(matches!(faults("").as_slice(), [Fault::NotDmn]));
    for xml in ["<a>", "<a", "</a>", "<a/><b/>", "&x;", "<a b='1' b='2'/>", "<a>\u{1}</a>", "x"] {
        assert!(matches!(faults(xml).as_slice(), [Fault::Malformed(_)]), "{xml}");
    }
}

#[test]
fn decisions_need_one_another_in_some_order_and_never_in_a_ring() {
    let decision = |id: &str, needs: &[&str], text: &str| {
        let need = |id: &&str| {
            format!(
                "<informationRequirement><requiredDecision href=\"#{id}\"/></informationRequirement>"
            )
        };
        let needs = needs.iter().map(need).collect::<Vec<_>>().concat();
        format!(
            "<decision id=\"{id}\" name=\"{id}\">{needs}<literalExpression><text>{text}</text></literalExpression></decision>"
        )
    };
    let chain = file(
        &[
            decision("c", &["b", "a"], "a + b"),
            decision("b", &["a"], "a * 2"),
            decision("a", &[], "x + 1"),
        ]
        .concat(),
    );
    let decisions = Decisions::parse(&chain).unwrap();
    let known = super::facts(serde_json::json!({"x": 2}));
    assert_eq!(decisions.decide("c", &known).unwrap().value, 9);
    assert_eq!(decisions.principal(), "c");
    assert!(decisions.facts().into_iter().eq(["x"]));

    let ring = file(&[decision("a", &["b"], "b"), decision("b", &["a"], "a")].concat());
    assert_eq!(faults(&ring), [Fault::Cycle, Fault::Cycle]);
    let itself = file(&decision("a", &["a"], "a"));
    assert_eq!(faults(&itself), [Fault::Cycle]);
    let nobody = file(&decision("a", &["z"], "1"));
    assert_eq!(faults(&nobody), [Fault::Unknown("z".into())]);
    let twice = file(&[decision("a", &[], "1"), decision("a", &[], "1")].concat());
    assert_eq!(faults(&twice), [Fault::Repeated("a".into())]);
}

#[test]
fn size_is_limited() {
    let rows: Vec<&[&str]> = vec![&["> 1", "1"]; 501];
    let inputs = || vec![input("x", Kind::Number)];
    let outputs = || vec![output("", Kind::Number, "")];
    let most = table(Policy::First, inputs(), outputs(), &rows[..500]);
    assert!(Decisions::parse(&most.write("k", "n")).is_ok());
    let more = table(Policy::First, inputs(), outputs(), &rows);
    assert_eq!(faults(&more.write("k", "n")), [Fault::TooLarge]);
    assert_eq!(faults(&file(&" ".repeat(1024 * 1024))), [Fault::TooLarge]);
    let deep = format!("{}{}", "<a>".repeat(40), "</a>".repeat(40));
    assert_eq!(faults(&deep), [Fault::TooLarge]);
}
