//! What names what: flows and nodes, defaults, hosts; and which conditions are asked.

use std::collections::{HashMap, HashSet};

use crate::definition::{Flow, Kind, Node};
use crate::problem::ProblemKind as P;
use crate::report::Report;

use super::{Parts, Reading};

impl Reading<'_> {
    /// Check every reference of the process, mark the default flows and look at the conditions.
    pub(super) fn join(&mut self, parts: &mut Parts) {
        let nodes: HashMap<&str, &Node> =
            parts.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        for flow in parts.flows.iter().filter(|flow| !parts.checked.contains(&flow.id)) {
            self.ends(flow, &nodes, parts);
        }
        for node in &parts.nodes {
            self.host(node, &nodes, parts);
        }
        self.claims(parts);
        mark(&mut self.report, parts);
        let asks_nothing = |node: &&Node| matches!(node.kind, Kind::Parallel | Kind::EventGateway);
        let asks_nothing: HashSet<&str> =
            parts.nodes.iter().filter(asks_nothing).map(|node| node.id.as_str()).collect();
        for flow in parts.flows.iter().filter(|flow| !parts.checked.contains(&flow.id)) {
            self.condition(flow, flow.default || asks_nothing.contains(flow.from.as_str()));
        }
    }

    /// A flow joins two nodes of its own scope (13.3.4). One that touches a refused node is not
    /// reported again.
    fn ends(&mut self, flow: &Flow, nodes: &HashMap<&str, &Node>, parts: &Parts) {
        for end in [&flow.from, &flow.to] {
            match parts.ids.get(end) {
                None => self.report.on(&flow.id, P::DanglingReference, end.clone()),
                Some(scope) if parts.ids.get(&flow.id).is_some_and(|own| own != scope) => {
                    self.report.on(&flow.id, P::MisplacedFlow, "it crosses the border of a scope");
                }
                Some(_) => {}
            }
        }
        let kind = |id: &String| nodes.get(id.as_str()).map(|node| &node.kind);
        let misplaced = match (kind(&flow.from), kind(&flow.to)) {
            (Some(from), _) if from.is_end() => "a flow leaves an end event",
            (_, Some(Kind::Start | Kind::EventStart { .. })) => "a flow leads to the start event",
            (_, Some(Kind::Boundary { .. })) => "a flow leads to a boundary event",
            (Some(Kind::EventSubProcess), _) | (_, Some(Kind::EventSubProcess)) => {
                "an event sub-process has no flows"
            }
            _ => return,
        };
        self.report.on(&flow.id, P::MisplacedFlow, misplaced);
    }

    fn host(&mut self, event: &Node, nodes: &HashMap<&str, &Node>, parts: &Parts) {
        let Some(host) = event.kind.host() else { return };
        match nodes.get(host) {
            Some(node) if node.kind.is_activity() && node.scope == event.scope => {}
            Some(_) => self.report.on(&event.id, P::HostNotActivity, host),
            None if parts.ids.contains_key(host) => {}
            None => self.report.on(&event.id, P::DanglingReference, host),
        }
    }

    /// `incoming` and `outgoing` repeat what the flows say. Where they contradict, one is wrong.
    fn claims(&mut self, parts: &Parts) {
        let flows: HashMap<&str, &Flow> =
            parts.flows.iter().map(|flow| (flow.id.as_str(), flow)).collect();
        for (node, claimed) in &parts.claims {
            let touches = |flow: &&Flow| flow.from == *node || flow.to == *node;
            if !flows.get(claimed.as_str()).is_some_and(touches) {
                self.report.on(node, P::DanglingReference, format!("flow {claimed}"));
            }
        }
    }

    fn condition(&mut self, flow: &Flow, ignored: bool) {
        let Some(condition) = &flow.condition else { return };
        if ignored {
            self.report.on(&flow.id, P::ConditionIgnored, "");
        } else if condition.is_empty() {
            self.report.on(&flow.id, P::BadCondition, "it is empty");
        } else if let Err(fault) = (self.check)(condition) {
            self.report.on(&flow.id, P::BadCondition, fault);
        }
    }
}

fn mark(report: &mut Report, parts: &mut Parts) {
    for (node, default) in &parts.defaults {
        let flow = parts.flows.iter_mut().find(|it| it.id == *default && it.from == *node);
        match flow {
            Some(flow) => flow.default = true,
            None => report.on(node, P::DanglingReference, format!("default flow {default}")),
        }
    }
}
