//! A short notation for process models, so that a rule and its model fit on one screen.
//!
//! ```text
//! start s; user a; receive r papers; xor g; s > a > g; g > b if x; g > c else
//! timer t on a after P1D; reminder t on a every R2/P1D
//! ```

use std::collections::HashMap;
use std::fmt::Write;

const HEAD: &str = r#"<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:desk="urn:mizban:bpmn:1">"#;

/// The BPMN XML of a model in the short notation. A flow from `a` to `b` has the id `a-b`.
pub(super) fn xml(model: &str) -> String {
    let (mut nodes, mut messages) = (String::new(), String::new());
    let flows = flows_of(model);
    for part in model.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        if part.contains(" > ") {
            continue;
        }
        let words: Vec<&str> = part.split(' ').collect();
        if let ["receive", _, message, ..] = words[..] {
            let one = format!(r#"<bpmn:message id="m-{message}" name="{message}"/>"#);
            if !messages.contains(&one) {
                messages.push_str(&one);
            }
        }
        nodes.push_str(&node(&words, &flows.defaults));
    }
    format!(
        r#"{HEAD}{messages}<bpmn:process id="p" isExecutable="true">{nodes}{}</bpmn:process></bpmn:definitions>"#,
        flows.xml
    )
}

fn flows_of(model: &str) -> Flows {
    let mut flows = Flows::default();
    model
        .split([';', '\n'])
        .map(str::trim)
        .filter(|it| it.contains(" > "))
        .for_each(|it| flows.add(it));
    flows
}

fn node(words: &[&str], defaults: &HashMap<String, String>) -> String {
    let (kind, id) = (words[0], words[1]);
    let default = defaults.get(id).map(|it| format!(r#" default="{it}""#)).unwrap_or_default();
    let desk = words.iter().filter_map(|word| word.split_once('='));
    let desk: Vec<String> =
        desk.map(|(name, value)| format!(r#" desk:{name}="{value}""#)).collect();
    let desk = desk.concat();
    let empty =
        |element: &str| format!(r#"<bpmn:{element} id="{id}" name="{id}"{default}{desk}/>"#);
    match kind {
        "start" => empty("startEvent"),
        "end" => empty("endEvent"),
        "user" => empty("userTask"),
        "service" => empty("serviceTask"),
        "send" => empty("sendTask"),
        "task" => empty("task"),
        "xor" => empty("exclusiveGateway"),
        "and" => empty("parallelGateway"),
        "receive" => format!(r#"<bpmn:receiveTask id="{id}" messageRef="m-{}"{desk}/>"#, words[2]),
        "terminate" => {
            format!(r#"<bpmn:endEvent id="{id}"><bpmn:terminateEventDefinition/></bpmn:endEvent>"#)
        }
        "timer" | "reminder" => boundary(words),
        other => panic!("no such kind of node: {other}"),
    }
}

fn boundary(words: &[&str]) -> String {
    let [kind, id, "on", host, when, text] = words[..] else { panic!("not a timer: {words:?}") };
    let cancels = kind == "timer";
    let element = match when {
        "after" => "timeDuration",
        "every" => "timeCycle",
        "at" => "timeDate",
        other => panic!("no such time: {other}"),
    };
    format!(
        r#"<bpmn:boundaryEvent id="{id}" attachedToRef="{host}" cancelActivity="{cancels}"><bpmn:timerEventDefinition><bpmn:{element}>{text}</bpmn:{element}></bpmn:timerEventDefinition></bpmn:boundaryEvent>"#
    )
}

#[derive(Default)]
struct Flows {
    xml: String,
    ids: Vec<String>,
    defaults: HashMap<String, String>,
}

impl Flows {
    fn add(&mut self, part: &str) {
        let (chain, rest) = match part.split_once(" if ") {
            Some((chain, condition)) => (chain, Some(condition)),
            None => (part, None),
        };
        let chain = chain.strip_suffix(" else").map_or((chain, false), |chain| (chain, true));
        let nodes: Vec<&str> = chain.0.split(" > ").map(str::trim).collect();
        for pair in nodes.windows(2) {
            self.flow(pair[0], pair[1], rest);
            if chain.1 {
                self.defaults.insert(pair[0].to_owned(), self.ids.last().unwrap().clone());
            }
        }
    }

    fn flow(&mut self, from: &str, to: &str, condition: Option<&str>) {
        let mut id = format!("{from}-{to}");
        while self.ids.contains(&id) {
            id.push('+');
        }
        let condition = condition
            .map(|it| format!("<bpmn:conditionExpression>{it}</bpmn:conditionExpression>"))
            .unwrap_or_default();
        write!(
            self.xml,
            r#"<bpmn:sequenceFlow id="{id}" sourceRef="{from}" targetRef="{to}">{condition}</bpmn:sequenceFlow>"#
        )
        .unwrap();
        self.ids.push(id);
    }
}
