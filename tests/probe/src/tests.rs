//! The protocol, line by line.

use serde_json::{Value, json};

use crate::options::{Options, Place};
use crate::probe::Probe;
use crate::store::Store;

const HEAD: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
<message id="m" name="papers"/><process id="p" isExecutable="true">"#;

/// Review, then either wait for papers until a deadline or go on to a job.
const DESK: &str = r#"<startEvent id="s"/><userTask id="review" name="بررسی"/><exclusiveGateway id="g" default="ok"/>
<receiveTask id="wait" messageRef="m"/><serviceTask id="number"/><scriptTask id="script"/>
<endEvent id="e"/><endEvent id="lapsed"/><endEvent id="told"/>
<boundaryEvent id="late" attachedToRef="wait"><timerEventDefinition><timeDuration>P10D</timeDuration>
</timerEventDefinition></boundaryEvent>
<boundaryEvent id="nag" attachedToRef="wait" cancelActivity="false"><timerEventDefinition>
<timeCycle>R2/P3D</timeCycle></timerEventDefinition></boundaryEvent>
<sequenceFlow id="f1" sourceRef="s" targetRef="review"/><sequenceFlow id="f2" sourceRef="review" targetRef="g"/>
<sequenceFlow id="missing" sourceRef="g" targetRef="wait"><conditionExpression>outcome = "missing"</conditionExpression></sequenceFlow>
<sequenceFlow id="ok" sourceRef="g" targetRef="number"/><sequenceFlow id="f3" sourceRef="wait" targetRef="review"/>
<sequenceFlow id="f4" sourceRef="number" targetRef="script"/><sequenceFlow id="f5" sourceRef="script" targetRef="e"/>
<sequenceFlow id="f6" sourceRef="late" targetRef="lapsed"/><sequenceFlow id="f7" sourceRef="nag" targetRef="told"/>"#;

fn empty(manual_jobs: bool) -> Probe {
    Probe::new(manual_jobs, Store::Memory(Box::default()))
}

fn probe(manual_jobs: bool) -> Probe {
    let mut probe = empty(manual_jobs);
    let xml = format!("{HEAD}{DESK}</process></definitions>");
    let answer = ask(&mut probe, &json!({ "deploy": xml }));
    assert_eq!(answer["ok"], true, "{answer}");
    probe
}

fn ask(probe: &mut Probe, line: &Value) -> Value {
    probe.answer(line.to_string().as_bytes())
}

/// The trace as `+a -a`, then the state.
fn short(answer: &Value) -> String {
    let step = |step: &Value| match (step["enter"].as_str(), step["exit"].as_str()) {
        (Some(node), None) => format!("+{node}"),
        (None, Some(node)) => format!("-{node}"),
        _ => panic!("neither entered nor left: {step}"),
    };
    let mut words: Vec<String> = answer["trace"].as_array().unwrap().iter().map(step).collect();
    words.push(answer["state"].as_str().unwrap_or("none").to_owned());
    words.join(" ")
}

fn nodes(answer: &Value, list: &str) -> Vec<String> {
    let nodes = answer[list].as_array().unwrap().iter();
    nodes.map(|it| it["node"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_case_runs_by_commands() {
    let mut probe = probe(false);
    let rows = [
        (json!({ "start": { "vars": { "amount": 5 } } }), "+s -s +review active"),
        (
            json!({ "complete": { "node": "review", "outcome": "missing" } }),
            "-review +g -g +wait active",
        ),
        (json!({ "advance": "P4D" }), "+nag -nag +told -told active"),
        (json!({ "message": { "name": "papers" } }), "-wait +review active"),
        (json!({ "advance": "P90D" }), "active"),
        (
            json!({ "complete": { "node": "review", "outcome": "fine" } }),
            "-review +g -g +number -number +script -script +e -e completed",
        ),
        (json!({ "dump": true }), "completed"),
    ];
    for (line, expected) in rows {
        let answer = ask(&mut probe, &line);
        assert_eq!(
            (answer["ok"].clone(), short(&answer)),
            (json!(true), expected.into()),
            "{line}"
        );
    }
}

#[test]
fn timers_fire_in_the_order_they_are_due() {
    let mut probe = probe(false);
    ask(&mut probe, &json!({ "start": {} }));
    let answer =
        ask(&mut probe, &json!({ "complete": { "node": "review", "outcome": "missing" } }));
    assert_eq!(
        answer["timers"][0],
        json!({ "node": "late", "host": "wait", "due": "1970-01-11T00:00:00" })
    );
    assert_eq!(nodes(&answer, "timers"), ["late", "nag"]);
    assert_eq!(nodes(&answer, "tokens"), ["wait"]);
    let answer = ask(&mut probe, &json!({ "advance": "P11D" }));
    let expected =
        "+nag -nag +told -told +nag -nag +told -told -wait +late -late +lapsed -lapsed completed";
    assert_eq!(short(&answer), expected);
    assert_eq!(nodes(&answer, "timers"), Vec::<String>::new());
}

#[test]
fn an_early_message_is_kept_for_its_receiver() {
    let mut probe = probe(false);
    ask(&mut probe, &json!({ "start": {} }));
    let answer = ask(&mut probe, &json!({ "message": { "name": "papers", "vars": { "n": 1 } } }));
    assert_eq!((answer["ok"].clone(), short(&answer)), (json!(true), "active".into()));
    let answer =
        ask(&mut probe, &json!({ "complete": { "node": "review", "outcome": "missing" } }));
    assert_eq!(short(&answer), "-review +g -g +wait -wait +review active");
}

#[test]
fn an_incident_is_shown_until_it_is_repaired() {
    let mut probe = probe(false);
    ask(&mut probe, &json!({ "start": {} }));
    let answer = ask(&mut probe, &json!({ "complete": { "node": "review" } }));
    assert_eq!(short(&answer), "-review +g active");
    assert_eq!(
        (nodes(&answer, "incidents"), &answer["incidents"][0]["kind"]),
        (vec!["g".into()], &json!("expression"))
    );
    let answer =
        ask(&mut probe, &json!({ "retry": { "node": "g", "vars": { "outcome": "missing" } } }));
    assert_eq!((short(&answer), nodes(&answer, "incidents")), ("-g +wait active".into(), vec![]));
}

#[test]
fn jobs_can_be_done_by_hand() {
    let mut probe = probe(true);
    ask(&mut probe, &json!({ "start": {} }));
    let answer = ask(&mut probe, &json!({ "complete": { "node": "review", "outcome": "fine" } }));
    assert_eq!(nodes(&answer, "tasks"), ["number"]);
    let answer = ask(&mut probe, &json!({ "complete": { "node": "number" } }));
    assert_eq!(answer["state"], "completed");
}

#[test]
fn what_cannot_be_done_is_answered_with_the_usual_fields() {
    let mut probe = empty(false);
    let mut lines: Vec<Vec<u8>> =
        ["", "{", "[]", "{}", "null", r#"{"fly": 1}"#, r#"{"dump": true}"#]
            .iter()
            .map(|line| line.as_bytes().to_vec())
            .collect();
    lines.push(vec![0xff, 0xfe]);
    lines.push(vec![b'['; 100_000]);
    for line in &lines {
        refused(&probe.answer(line));
    }
    for line in [json!({ "start": {} }), json!({ "advance": "P1D" })] {
        refused(&ask(&mut probe, &line));
    }
    let mut probe = self::probe(false);
    refused(&ask(&mut probe, &json!({ "complete": { "node": "review" } })));
    ask(&mut probe, &json!({ "start": {} }));
    for line in [
        json!({ "complete": { "node": "nowhere" } }),
        json!({ "complete": { "node": "wait" } }),
        json!({ "complete": {} }),
        json!({ "retry": { "node": "review" } }),
        json!({ "advance": "tomorrow" }),
        json!({ "advance": "P4000000Y" }),
        json!({ "advance": "-P1D" }),
    ] {
        refused(&ask(&mut probe, &line));
    }
}

fn refused(answer: &Value) {
    assert_eq!(answer["ok"], false, "{answer}");
    assert!(answer["error"].is_string(), "{answer}");
    for list in ["trace", "tokens", "tasks", "timers", "incidents"] {
        assert!(answer[list].is_array(), "{list}: {answer}");
    }
    assert!(answer.get("state").is_some());
}

#[test]
fn a_refused_definition_names_the_element_and_the_line() {
    let mut probe = probe(false);
    let xml = format!(
        "{HEAD}<startEvent id='s'/>\n<transaction id='sub'/><sequenceFlow id='f' sourceRef='s' targetRef='sub'/></process></definitions>"
    );
    let answer = ask(&mut probe, &json!({ "deploy": xml }));
    assert_eq!(answer["ok"], false);
    let problem = &answer["problems"][0];
    assert_eq!((&problem["element"], &problem["line"]), (&json!("sub"), &json!(3)));
    assert!(problem["message"].as_str().unwrap().contains("transaction"));
    // The definition before is still there.
    assert_eq!(ask(&mut probe, &json!({ "start": {} }))["ok"], true);
}

#[test]
fn options_are_read_or_refused_by_name() {
    let read = |line: &str| Options::read(line.split_whitespace().map(str::to_owned));
    let (plain, manual_jobs) = (Options::default(), true);
    assert_eq!(read(""), Ok(plain.clone()));
    let manual = Options { manual_jobs, ..plain.clone() };
    assert_eq!(read("--store memory --jobs manual"), Ok(manual));
    assert_eq!(read("--store=memory"), Ok(plain.clone()));
    let (store, database) = (Place::Postgres, Some("postgres://here/there".to_owned()));
    assert_eq!(
        read("--store postgres --database=postgres://here/there"),
        Ok(Options { store, database, ..plain })
    );
    for line in ["--store", "--store disk", "--database", "--fly away", "x"] {
        assert!(read(line).is_err(), "{line}");
    }
}

#[test]
fn an_error_that_nobody_catches_fails_the_case_and_is_shown() {
    let mut probe = empty(false);
    let body = r#"<startEvent id="s"/><endEvent id="e"><errorEventDefinition errorRef="bad"/></endEvent>
<sequenceFlow id="f" sourceRef="s" targetRef="e"/>"#;
    let head = HEAD.replace("<message", r#"<error id="bad" errorCode="E1"/><message"#);
    let xml = format!("{head}{body}</process></definitions>");
    assert_eq!(ask(&mut probe, &json!({ "deploy": xml }))["ok"], true);
    for line in [json!({ "start": {} }), json!({ "dump": true })] {
        let answer = ask(&mut probe, &line);
        assert_eq!(answer["state"], "failed");
        assert_eq!(answer["incidents"][0]["kind"], "uncaughtError", "{answer}");
        assert_eq!(answer["tokens"], json!([]));
    }
}
