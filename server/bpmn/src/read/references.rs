//! What names what: flows and nodes, defaults, hosts; and which conditions are asked.

use std::collections::{HashMap, HashSet};

use crate::definition::{Flow, Kind};
use crate::problem::ProblemKind as P;
use crate::report::Report;
use crate::xml::Element;

use super::{Parts, Reading};

impl Reading<'_> {
    /// Check every reference of the process, mark the default flows and look at the conditions.
    pub(super) fn join(&mut self, process: &Element, parts: &mut Parts) {
        let names: HashSet<&str> = process.children.iter().filter_map(Element::id).collect();
        let kinds: HashMap<&str, &Kind> =
            parts.nodes.iter().map(|node| (node.id.as_str(), &node.kind)).collect();
        for flow in &parts.flows {
            self.ends(flow, &kinds, &names);
        }
        self.hosts(&kinds, &names);
        self.claims(parts);
        mark(&mut self.report, parts);
        let parallel: HashSet<&str> = parts
            .nodes
            .iter()
            .filter(|node| node.kind == Kind::Parallel)
            .map(|node| node.id.as_str())
            .collect();
        for flow in &parts.flows {
            self.condition(flow, flow.default || parallel.contains(flow.from.as_str()));
        }
    }

    /// A flow that touches a refused node is not reported again.
    fn ends(&mut self, flow: &Flow, kinds: &HashMap<&str, &Kind>, names: &HashSet<&str>) {
        for end in [&flow.from, &flow.to] {
            if !names.contains(end.as_str()) {
                self.report.on(&flow.id, P::DanglingReference, end.clone());
            }
        }
        let misplaced = match (kinds.get(flow.from.as_str()), kinds.get(flow.to.as_str())) {
            (Some(Kind::End | Kind::Terminate), _) => "a flow leaves an end event",
            (_, Some(Kind::Start)) => "a flow leads to the start event",
            (_, Some(Kind::BoundaryTimer { .. })) => "a flow leads to a boundary event",
            _ => return,
        };
        self.report.on(&flow.id, P::MisplacedFlow, misplaced);
    }

    fn hosts(&mut self, kinds: &HashMap<&str, &Kind>, names: &HashSet<&str>) {
        for (id, kind) in kinds {
            let Kind::BoundaryTimer { host, .. } = kind else { continue };
            match kinds.get(host.as_str()) {
                Some(kind) if kind.is_activity() => {}
                Some(_) => self.report.on(id, P::HostNotActivity, host.clone()),
                None if names.contains(host.as_str()) => {}
                None => self.report.on(id, P::DanglingReference, host.clone()),
            }
        }
    }

    /// `incoming` and `outgoing` repeat what the flows say. Where they contradict, one is wrong.
    fn claims(&mut self, parts: &Parts) {
        for (node, claimed) in &parts.claims {
            let touches =
                |flow: &Flow| flow.id == *claimed && (flow.from == *node || flow.to == *node);
            if !parts.flows.iter().any(touches) {
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
