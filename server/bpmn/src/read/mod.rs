//! Reading BPMN XML into a definition, or into a list of what is wrong with it.

mod call;
mod event;
mod flow;
mod link;
mod node;
mod place;
mod process;
mod references;
mod repeat;
mod sketch;
mod step;

use std::collections::{HashMap, HashSet};

use crate::check;
use crate::definition::{Definition, Flow, Node, Step};
use crate::problem::{Problem, ProblemKind};
use crate::report::Report;
use crate::xml::{self, Element};

use place::Place;
pub use sketch::{Placed, Sketch, sketch};

/// A definition that may be published, and what its author should look at again.
#[derive(Debug, Clone)]
pub struct Read {
    pub definition: Definition,
    pub warnings: Vec<Problem>,
    lines: HashMap<String, u32>,
}

impl Read {
    /// A finding of the caller's own about an element of this file.
    pub fn problem(&self, element: &str, kind: ProblemKind, detail: impl Into<String>) -> Problem {
        let line = self.lines.get(element).copied().unwrap_or(1);
        Problem { element: Some(element.to_owned()), line, kind, detail: detail.into() }
    }
}

/// What is let in beyond the product's own subset.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// Pass script tasks through instead of refusing them. For test suites only; no script runs.
    pub scripts_pass: bool,
    /// Published processes by their names, for call activities. One that a file itself holds is
    /// not asked for.
    pub library: Option<Library<'a>>,
}

/// Gives the published process of a name, if there is one.
pub type Library<'a> = &'a dyn Fn(&str) -> Option<Definition>;

/// Asks the expression language whether an expression can be used at all.
type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// Read one executable process from BPMN 2.0 XML (OMG formal/2013-12-09, model namespace
/// `…/20100524/MODEL`).
///
/// Anything outside the supported subset is refused with its id and line. The text may have 2 MB
/// and 64 levels, no document type declaration and no entities.
///
/// # Errors
/// Every problem that forbids publishing, in the order of the text.
pub fn read(xml: &str, check: Check<'_>) -> Result<Read, Vec<Problem>> {
    read_with(xml, check, Options::default())
}

/// [`read`], with more let in.
///
/// # Errors
/// As [`read`].
pub fn read_with(xml: &str, check: Check<'_>, options: Options<'_>) -> Result<Read, Vec<Problem>> {
    let document = xml::read(xml).map_err(|problem| vec![problem])?;
    let (report, data) = (Report::default(), HashMap::new());
    let mut reading = Reading { options, check, report, data };
    let definition = reading.definition(&document.root);
    let lines = reading.report.lines();
    let warnings = reading.report.verdict()?;
    let definition = definition.ok_or_else(Vec::new)?;
    Ok(Read { definition, warnings, lines })
}

/// What one reading carries along.
struct Reading<'a> {
    options: Options<'a>,
    check: Check<'a>,
    report: Report,
    /// The names of data, by their ids.
    data: HashMap<String, String>,
}

/// The parts of a process before they are joined to a graph.
#[derive(Default)]
struct Parts {
    nodes: Vec<Node>,
    flows: Vec<Flow>,
    /// The default flow of each node that names one: node, flow.
    defaults: Vec<(String, String)>,
    /// What nodes claim to have as incoming or outgoing flows: node, flow.
    claims: Vec<(String, String)>,
    /// Every id that stands in a scope, whether or not it can be run, with the scope.
    ids: HashMap<String, Option<String>>,
    /// Which activity calls which process.
    calls: Vec<(String, String)>,
    links: Vec<link::End>,
    /// Flows that were not drawn in this file and are known to be right.
    checked: HashSet<String>,
}

impl Reading<'_> {
    /// The definition; none when something was reported that forbids it.
    fn definition(&mut self, root: &Element) -> Option<Definition> {
        self.places(root);
        let process = self.process(root)?;
        let step = self.step(process);
        let mut parts = self.parts(root, process)?;
        self.join(&mut parts);
        if self.report.refuses() {
            return None;
        }
        let head = (process.id()?.to_owned(), text_of(process.get("name")), step);
        let definition = self.build(process, head, parts)?;
        check::all(&definition, &mut self.report);
        Some(definition)
    }

    /// Look at an expression that is not a condition of a flow.
    fn expression(&mut self, element: &Element, text: &str) {
        if text.is_empty() {
            self.report.at(element, ProblemKind::BadExpression, "it is empty");
        } else if let Err(fault) = (self.check)(text) {
            self.report.at(element, ProblemKind::BadExpression, format!("{text}: {fault}"));
        }
    }

    fn build(
        &mut self,
        process: &Element,
        head: (String, String, Step),
        parts: Parts,
    ) -> Option<Definition> {
        Definition::new(head, parts.nodes, parts.flows)
            .map_err(|fault| {
                self.report.at(process, ProblemKind::DanglingReference, fault.to_string());
            })
            .ok()
    }
}

/// A name as people see it: line breaks and runs of blanks in a diagram's label are layout.
fn text_of(text: Option<&str>) -> String {
    text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of an expression. One `=` before it is how other makers mark FEEL.
fn expression(text: &str) -> String {
    let text = text.trim();
    text.strip_prefix('=').unwrap_or(text).trim().to_owned()
}
