//! The one executable process of a file, and its children.

use crate::definition::{Kind, Node};
use crate::problem::ProblemKind as P;
use crate::xml::{Element, Space};

use super::{Parts, Reading, text_of};

/// Children of a process that say nothing about how it runs.
const READ_OVER: [&str; 17] = [
    "documentation",
    "extensionElements",
    "laneSet",
    "ioSpecification",
    "property",
    "dataObject",
    "dataObjectReference",
    "dataStoreReference",
    "textAnnotation",
    "association",
    "group",
    "auditing",
    "monitoring",
    "resourceRole",
    "performer",
    "potentialOwner",
    "correlationSubscription",
];

/// Nodes and flows together: more than any procedure needs, small enough for every check.
const MOST_CHILDREN: usize = 4_000;

impl Reading<'_> {
    /// Note where every id stands, and that it stands once.
    pub(super) fn places(&mut self, root: &Element) {
        let mut ahead = vec![root];
        while let Some(element) = ahead.pop() {
            let id = element.id().filter(|_| element.space == Space::Bpmn);
            if let Some(id) = id
                && !self.report.place(id, element.line)
            {
                self.report.at(element, P::DuplicateId, "");
            }
            ahead.extend(element.children.iter().rev());
        }
    }

    pub(super) fn process<'e>(&mut self, root: &'e Element) -> Option<&'e Element> {
        let all: Vec<&Element> = root.all("process").collect();
        let marked: Vec<&Element> =
            all.iter().copied().filter(|it| it.get("isExecutable") == Some("true")).collect();
        let process = match (marked.as_slice(), all.as_slice()) {
            ([one], _) => Some(*one),
            ([], [one]) => {
                self.report.at(one, P::NotMarkedExecutable, "");
                Some(*one)
            }
            ([], _) => {
                self.report.at(root, P::NoProcess, format!("{} processes", all.len()));
                None
            }
            ([_, second, ..], _) => {
                self.report.at(second, P::SeveralProcesses, format!("{} of them", marked.len()));
                None
            }
        };
        process.filter(|it| self.has_id(it))
    }

    pub(super) fn has_id(&mut self, element: &Element) -> bool {
        if element.id().is_none() {
            self.report.at(element, P::MissingId, element.name.clone());
        }
        element.id().is_some()
    }

    /// The parts of a process; none when there are too many for the checks that follow.
    pub(super) fn parts(&mut self, root: &Element, process: &Element) -> Option<Parts> {
        let mut parts = Parts::default();
        for child in process.children.iter().filter(|child| child.space == Space::Bpmn) {
            if READ_OVER.contains(&child.name.as_str()) || !self.has_id(child) {
                continue;
            }
            if child.name == "sequenceFlow" {
                parts.flows.extend(self.flow(child));
            } else {
                self.flow_node(root, child, &mut parts);
            }
        }
        self.count(process, &parts).then_some(parts)
    }

    fn flow_node(&mut self, root: &Element, element: &Element, parts: &mut Parts) {
        let Some(kind) = self.kind(root, element) else { return };
        let id = element.id().unwrap_or_default().to_owned();
        self.inside(element);
        let claimed = element.all("incoming").chain(element.all("outgoing"));
        parts.claims.extend(claimed.map(|flow| (id.clone(), flow.text.trim().to_owned())));
        if let Some(default) = element.get("default") {
            parts.defaults.push((id.clone(), default.to_owned()));
        }
        let (name, step) = (text_of(element.get("name")), self.step(element));
        parts.nodes.push(Node { id, name, kind, step });
    }

    fn count(&mut self, process: &Element, parts: &Parts) -> bool {
        if process.children.len() > MOST_CHILDREN {
            self.report.at(process, P::TooLarge, format!("more than {MOST_CHILDREN} children"));
            return false;
        }
        let mut starts = parts.nodes.iter().filter(|node| node.kind == Kind::Start);
        if starts.next().is_none() && !self.report.refuses() {
            self.report.at(process, P::NoStart, "");
        }
        if let Some(second) = starts.next() {
            self.report.on(&second.id, P::SeveralStarts, "");
        }
        true
    }
}
