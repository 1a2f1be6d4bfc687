//! A short notation for process models, so that a rule and its model fit on one screen.
//!
//! ```text
//! start s; user a; receive r papers; xor g; s > a > g; g > b if x; g > c else
//! timer t on a after P1D; reminder t on a every R2/P1D; border b on a error E; aside b on a message m
//! sub x; start i in x; user j in x; handler h; begin k message m in h; beside k after P1D in h
//! user a each=units item=unit until=x gather=votes:vote seq; process q; call c q in:sum=amount out:x=y
//! or g; first g; await c message m; throw t escalation E; raise e error E; goto l name; label l name
//! ```

mod node;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

const HEAD: &str = r#"<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:desk="urn:mizban:bpmn:1">"#;

/// What else the parts of a model name, and which flows are defaults.
#[derive(Default)]
struct Model {
    /// `message`, `error` and `escalation` elements, by themselves.
    roots: BTreeMap<(String, String), String>,
    defaults: HashMap<String, String>,
}

/// The BPMN XML of a model in the short notation. A flow from `a` to `b` has the id `a-b`.
pub(super) fn xml(text: &str) -> String {
    let mut model = Model::default();
    let flows = flows_of(text, &mut model);
    let mut scopes: HashMap<String, Vec<node::Part>> = HashMap::new();
    let mut scope_of: HashMap<String, String> = HashMap::new();
    for part in parts(text).filter(|part| !part.contains(" > ")) {
        let part = node::Part::read(part);
        scope_of.insert(part.id().to_owned(), part.scope.clone());
        scopes.entry(part.scope.clone()).or_default().push(part);
    }
    let mut lines: HashMap<String, String> = HashMap::new();
    for (from, xml) in flows {
        let scope = scope_of.get(&from).cloned().unwrap_or_default();
        lines.entry(scope).or_default().push_str(&xml);
    }
    let mut out = String::new();
    let main = fill("", &scopes, &lines, &mut model);
    write!(out, r#"<bpmn:process id="p" isExecutable="true">{main}</bpmn:process>"#).unwrap();
    for part in parts(text).filter_map(|part| part.strip_prefix("process ")) {
        let inside = fill(part, &scopes, &lines, &mut model);
        write!(out, r#"<bpmn:process id="{part}">{inside}</bpmn:process>"#).unwrap();
    }
    let roots: String = model.roots.values().map(String::as_str).collect();
    format!("{HEAD}{roots}{out}</bpmn:definitions>")
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// The nodes and flows of one scope, those inside too.
fn fill(
    scope: &str,
    scopes: &HashMap<String, Vec<node::Part>>,
    lines: &HashMap<String, String>,
    model: &mut Model,
) -> String {
    let mut out = String::new();
    for part in scopes.get(scope).into_iter().flatten().filter(|part| part.kind() != "process") {
        let inside = match part.kind() {
            "sub" | "handler" => fill(part.id(), scopes, lines, model),
            _ => String::new(),
        };
        out.push_str(&part.xml(&inside, model));
    }
    out + lines.get(scope).map_or("", String::as_str)
}

/// Each flow's XML with the node that it leaves.
fn flows_of(text: &str, model: &mut Model) -> Vec<(String, String)> {
    let (mut flows, mut ids) = (Vec::new(), Vec::new());
    for part in parts(text).filter(|part| part.contains(" > ")) {
        let (chain, condition) =
            part.split_once(" if ").map_or((part, None), |(chain, it)| (chain, Some(it)));
        let (chain, default) =
            chain.strip_suffix(" else").map_or((chain, false), |chain| (chain, true));
        let nodes: Vec<&str> = chain.split(" > ").map(str::trim).collect();
        for pair in nodes.windows(2) {
            let mut id = format!("{}-{}", pair[0], pair[1]);
            while ids.contains(&id) {
                id.push('+');
            }
            flows.push((pair[0].to_owned(), flow(&id, pair[0], pair[1], condition)));
            if default {
                model.defaults.insert(pair[0].to_owned(), id.clone());
            }
            ids.push(id);
        }
    }
    flows
}

fn flow(id: &str, from: &str, to: &str, condition: Option<&str>) -> String {
    let condition = condition
        .map(|it| format!("<bpmn:conditionExpression>{}</bpmn:conditionExpression>", escaped(it)))
        .unwrap_or_default();
    format!(
        r#"<bpmn:sequenceFlow id="{id}" sourceRef="{from}" targetRef="{to}">{condition}</bpmn:sequenceFlow>"#
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
