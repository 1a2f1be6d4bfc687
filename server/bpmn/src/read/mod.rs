//! Reading BPMN XML into a definition, or into a list of what is wrong with it.

mod event;
mod flow;
mod node;
mod process;
mod references;
mod sketch;
mod step;

use crate::check;
use crate::definition::{Definition, Flow, Node, Step};
use crate::problem::{Problem, ProblemKind};
use crate::report::Report;
use crate::xml;

pub use sketch::{Placed, Sketch, sketch};

/// A definition that may be published, and what its author should look at again.
#[derive(Debug, Clone)]
pub struct Read {
    pub definition: Definition,
    pub warnings: Vec<Problem>,
}

/// What is let in beyond the product's own subset.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Pass script tasks through instead of refusing them. For test suites only; no script runs.
    pub scripts_pass: bool,
}

/// Asks the expression language whether a condition can be used at all.
type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

/// Read one executable process from BPMN 2.0 XML (OMG formal/2011-01-03, model namespace
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
pub fn read_with(xml: &str, check: Check<'_>, options: Options) -> Result<Read, Vec<Problem>> {
    let root = xml::read(xml).map_err(|problem| vec![problem])?;
    let mut reading = Reading { options, check, report: Report::default() };
    let definition = reading.definition(&root);
    let warnings = reading.report.verdict()?;
    let definition = definition.ok_or_else(Vec::new)?;
    Ok(Read { definition, warnings })
}

/// What one reading carries along.
struct Reading<'a> {
    options: Options,
    check: Check<'a>,
    report: Report,
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
}

impl Reading<'_> {
    /// The definition; none when something was reported that forbids it.
    fn definition(&mut self, root: &xml::Element) -> Option<Definition> {
        self.places(root);
        let process = self.process(root)?;
        let step = self.step(process);
        let mut parts = self.parts(root, process)?;
        self.join(process, &mut parts);
        if self.report.refuses() {
            return None;
        }
        let head = (process.id()?.to_owned(), text_of(process.get("name")), step);
        let definition = self.build(process, head, parts)?;
        check::all(&definition, &mut self.report);
        Some(definition)
    }

    fn build(
        &mut self,
        process: &xml::Element,
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
