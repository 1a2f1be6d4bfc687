//! The one executable process of a file, and the scopes in it.

use std::collections::HashSet;

use crate::definition::{Kind, Node};
use crate::problem::ProblemKind as P;
use crate::xml::{Element, Space};

use super::{Parts, Place, Reading, place, text_of};

/// Children of a process or sub-process that say nothing about how what is inside runs.
const READ_OVER: [&str; 20] = [
    "incoming",
    "outgoing",
    "multiInstanceLoopCharacteristics",
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
const MOST_PARTS: usize = 4_000;

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
            self.data.extend(named_data(element));
            // What stands inside of other makers' elements has ids of its own.
            if element.space != Space::Other {
                ahead.extend(element.elements().rev());
            }
        }
    }

    /// The process that a case begins with: the one marked as executable, or the only one there is.
    /// One that another calls is a part of that, however it is marked.
    pub(super) fn process<'e>(&mut self, root: &'e Element) -> Option<&'e Element> {
        let called = called_in(root);
        let is_part = |it: &&Element| it.id().is_some_and(|id| called.contains(id));
        let all: Vec<&Element> = root.all("process").collect();
        let marked: Vec<&Element> =
            all.iter().copied().filter(|it| it.get("isExecutable") == Some("true")).collect();
        let among = if marked.is_empty() { &all } else { &marked };
        let begins: Vec<&Element> = match among.as_slice() {
            [one] => vec![one],
            several => several.iter().copied().filter(|it| !is_part(it)).collect(),
        };
        let process = match begins.as_slice() {
            [one] => {
                if marked.is_empty() {
                    self.report.at(one, P::NotMarkedExecutable, "");
                }
                Some(*one)
            }
            _ if marked.is_empty() => {
                self.report.at(root, P::NoProcess, format!("{} processes", all.len()));
                None
            }
            _ => {
                let second = begins.get(1).or(marked.get(1)).unwrap_or(&root);
                self.report.at(second, P::SeveralProcesses, format!("{} of them", marked.len()));
                None
            }
        };
        process.filter(|it| self.has_id(it))
    }

    pub(super) fn has_id(&mut self, element: &Element) -> bool {
        if element.id().is_none() {
            self.report.at(element, P::MissingId, element.name());
        }
        element.id().is_some()
    }

    /// The parts of a process; none when there are too many for the checks that follow.
    pub(super) fn parts(&mut self, root: &Element, process: &Element) -> Option<Parts> {
        let mut parts = Parts::default();
        let roots = place::roots(root);
        let place = Place { roots: &roots, element: process, scope: None };
        self.container(&place, &mut parts);
        self.called(&place, &mut parts);
        self.join_links(&mut parts);
        if parts.nodes.len() + parts.flows.len() > MOST_PARTS {
            self.report.at(process, P::TooLarge, format!("more than {MOST_PARTS} nodes and flows"));
            return None;
        }
        Some(parts)
    }

    /// The nodes and flows of one scope, and of those inside.
    pub(super) fn container(&mut self, place: &Place<'_>, parts: &mut Parts) {
        let before = parts.nodes.len();
        for child in place.element.parts() {
            if READ_OVER.contains(&child.name()) || !self.has_id(child) {
                continue;
            }
            parts.ids.insert(text_of(child.id()), place.scope.map(str::to_owned));
            if child.name() == "sequenceFlow" {
                parts.flows.extend(self.flow(child));
            } else {
                self.flow_node(place, child, parts);
            }
        }
        let scope = place.scope.map(str::to_owned);
        let mine = parts.nodes[before..].iter().filter(|node| node.scope == scope);
        let starts = mine.filter(|it| matches!(it.kind, Kind::Start | Kind::EventStart { .. }));
        let starts: Vec<&str> = starts.map(|node| node.id.as_str()).collect();
        match starts.as_slice() {
            [_] => {}
            [] if self.report.refuses() || parts.nodes.len() > MOST_PARTS => {}
            [] => self.report.at(place.element, P::NoStart, ""),
            [_, second, ..] => self.report.on(second, P::SeveralStarts, ""),
        }
    }

    fn flow_node(&mut self, place: &Place<'_>, element: &Element, parts: &mut Parts) {
        let Some(kind) = self.kind(place, element, parts) else { return };
        let id = element.id().unwrap_or_default().to_owned();
        self.inside(element);
        self.link(place, element, parts);
        let claimed = element.all("incoming").chain(element.all("outgoing"));
        parts.claims.extend(claimed.map(|flow| (id.clone(), flow.text().trim().to_owned())));
        if let Some(default) = element.get("default") {
            parts.defaults.push((id.clone(), default.to_owned()));
        }
        let (name, step) = (text_of(element.get("name")), self.step(element));
        let repeat = if kind.is_activity() { self.repeat(element) } else { None };
        let scope = place.scope.map(str::to_owned);
        let holds = element.is("subProcess");
        parts.nodes.push(Node { id, name, kind, step, scope, repeat });
        if holds {
            self.container(&Place { element, scope: element.id(), ..*place }, parts);
        }
    }
}

/// Data are named by their ids where they are referred to, and by their names in expressions
/// (10.4.1).
fn named_data(element: &Element) -> Option<(String, String)> {
    const DATA: [&str; 5] =
        ["dataInput", "dataOutput", "dataObject", "dataObjectReference", "property"];
    let name = text_of(element.get("name"));
    let is_data = element.space == Space::Bpmn && DATA.contains(&element.name());
    (is_data && !name.is_empty()).then(|| (text_of(element.id()), name))
}

/// The names of everything that is called in a file.
fn called_in(root: &Element) -> HashSet<&str> {
    let (mut called, mut ahead) = (HashSet::new(), vec![root]);
    while let Some(element) = ahead.pop() {
        if element.is("callActivity")
            && let Some(name) = element.get("calledElement")
        {
            called.insert(name.rsplit(':').next().unwrap_or(name));
        }
        ahead.extend(element.parts());
    }
    called
}
