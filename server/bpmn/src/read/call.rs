//! Called processes (10.3.6): one in the same file, or one that was published before.

use std::collections::{HashMap, HashSet};

use crate::definition::{Definition, Flow, Kind, Mapping, Node};
use crate::problem::ProblemKind as P;
use crate::xml::Element;

use super::{Parts, Place, Reading, expression, text_of};

/// A chain of calls longer than this is a mistake.
const MOST_CALLS: usize = 8;

impl Reading<'_> {
    pub(super) fn call(&mut self, element: &Element, parts: &mut Parts) -> Option<Kind> {
        let Some(called) = element.get("calledElement").filter(|called| !called.is_empty()) else {
            self.report.at(element, P::UnknownProcess, "calledElement is missing");
            return None;
        };
        let process = called.rsplit(':').next().unwrap_or(called).to_owned();
        let inputs = self.mappings(element, "in");
        let outputs = self.mappings(element, "out");
        let id = element.id()?.to_owned();
        parts.calls.push((id, process.clone()));
        Some(Kind::CallActivity { process, inputs, outputs })
    }

    /// `<desk:in source="amount * 2" target="sum"/>`
    fn mappings(&mut self, element: &Element, direction: &str) -> Vec<Mapping> {
        let mut found = Vec::new();
        for it in element.extensions().filter(|it| it.name() == direction) {
            let (source, target) =
                (expression(it.get("source").unwrap_or_default()), text_of(it.get("target")));
            if target.is_empty() {
                self.report.at(
                    element,
                    P::BadExpression,
                    format!("desk:{direction} has no target"),
                );
                continue;
            }
            self.expression(element, &source);
            found.push(Mapping { source, target });
        }
        found
    }

    /// Read every process that is called, each once, however often.
    pub(super) fn called(&mut self, place: &Place<'_>, parts: &mut Parts) {
        let own = text_of(place.element.get("id"));
        let mut known = vec![own.clone()];
        let mut at = 0;
        while let Some((caller, process)) = parts.calls.get(at).cloned() {
            at += 1;
            if known.contains(&process) {
                if process == own {
                    self.report.on(&caller, P::RecursiveCall, process);
                }
                continue;
            }
            known.push(process.clone());
            if let Some(element) = place.of_root("process", &process) {
                let scope = element.id();
                self.container(&Place { element, scope, ..*place }, parts);
            } else if let Some(definition) = self.options.library.and_then(|find| find(&process)) {
                take_over(&process, definition, parts);
            } else {
                self.report.on(&caller, P::UnknownProcess, process);
            }
        }
        self.depth(&own, parts);
    }

    /// No process may call itself, by whatever way around.
    fn depth(&mut self, own: &str, parts: &Parts) {
        let scopes: HashMap<&str, &str> = parts
            .nodes
            .iter()
            .filter_map(|node| Some((node.id.as_str(), node.scope.as_deref()?)))
            .collect();
        // A call stands in the process that is the outermost scope around it.
        let outermost = |id: &str| {
            let mut at = scopes.get(id).copied();
            while let Some(around) = at.and_then(|at| scopes.get(at)) {
                at = Some(around);
            }
            at.unwrap_or(own).to_owned()
        };
        let edges: Vec<(String, &str, &str)> = parts
            .calls
            .iter()
            .map(|(caller, process)| (outermost(caller), process.as_str(), caller.as_str()))
            .collect();
        let mut reached = HashSet::from([own.to_owned()]);
        for _ in 0..=MOST_CALLS {
            let next = edges.iter().filter(|edge| reached.contains(&edge.0));
            reached = next.map(|edge| edge.1.to_owned()).collect();
        }
        // Whoever is still called after so many steps is in a ring, or at the end of a long chain.
        if let Some(edge) = edges.iter().find(|edge| reached.contains(edge.1)) {
            self.report.on(edge.2, P::RecursiveCall, format!("more than {MOST_CALLS} calls deep"));
        }
    }
}

/// Take the nodes and flows of a published process over, as they are: whatever is published under
/// its name later changes nothing here. Its ids get its name before them.
fn take_over(process: &str, definition: Definition, parts: &mut Parts) {
    let inner = |id: String| format!("{process}/{id}");
    for node in definition.nodes {
        let kind = match node.kind {
            Kind::Boundary { host, interrupting, event } => {
                Kind::Boundary { host: inner(host), interrupting, event }
            }
            Kind::CallActivity { process, inputs, outputs } => {
                Kind::CallActivity { process: inner(process), inputs, outputs }
            }
            other => other,
        };
        let scope = Some(node.scope.map_or_else(|| process.to_owned(), inner));
        parts.nodes.push(Node { id: inner(node.id), kind, scope, ..node });
    }
    for flow in definition.flows {
        let (id, from, to) = (inner(flow.id), inner(flow.from), inner(flow.to));
        parts.checked.insert(id.clone());
        parts.flows.push(Flow { id, from, to, ..flow });
    }
}
