//! Reading a DMN file: what it holds, and all that is wrong with its shape.

use std::collections::BTreeMap;

use super::file::{Decision, File, Given, Logic};
use super::xml::{self, Element};
use super::{Column, Fault, Flaw, Input, Kind, Output, Place, Policy, Rule, Table};

/// What says something about a model and nothing about its decisions.
const IGNORED: &[&str] = &[
    "association",
    "businessContextElement",
    "description",
    "elementCollection",
    "extensionElements",
    "group",
    "itemDefinition",
    "knowledgeSource",
    "organizationUnit",
    "performanceIndicator",
    "textAnnotation",
];
/// The same within a decision.
const IGNORED_WITHIN: &[&str] = &[
    "allowedAnswers",
    "authorityRequirement",
    "decisionMaker",
    "decisionOwner",
    "description",
    "extensionElements",
    "impactedPerformanceIndicator",
    "informationRequirement",
    "question",
    "supportedObjective",
    "usingProcess",
    "usingTask",
    "variable",
];
/// An item definition may refer to another one so many times.
const MOST_ALIASES: usize = 8;

impl Table {
    /// The table of a file that holds one decision and this by a table: what can be changed cell
    /// by cell. None for any other file.
    pub fn read(xml: &str) -> Option<Self> {
        let (file, flaws) = read(xml).ok()?;
        let strange = |flaw: &Flaw| matches!(flaw.fault, Fault::Unsupported(_));
        let [decision] = file.decisions.as_slice() else { return None };
        match &decision.logic {
            Logic::Table { table, .. } if !flaws.iter().any(strange) => Some(table.clone()),
            _ => None,
        }
    }
}

/// Read a file. What its shape lacks comes along; only what cannot be read at all is an error.
pub(super) fn read(text: &str) -> Result<(File, Vec<Flaw>), Flaw> {
    let root = xml::read(text)?;
    if root.name != "definitions" {
        return Err(Flaw { place: Place::default(), fault: Fault::NotDmn });
    }
    let mut reader = Reader { types: types(&root), flaws: Vec::new(), decision: String::new() };
    let mut file = File::default();
    for element in &root.children {
        match element.name.as_str() {
            "inputData" => file.given.push(reader.given(element)),
            "decision" => file.decisions.extend(reader.decision(element)),
            name if IGNORED.contains(&name) => {}
            name => reader.flaw(element.line, Fault::Unsupported(name.to_owned())),
        }
    }
    Ok((file, reader.flaws))
}

/// The types a file defines: what they stand for, and the values they allow.
type Types = BTreeMap<String, (Option<String>, Option<String>)>;

fn types(root: &Element) -> Types {
    let definition = |element: &Element| {
        let composed = element.first("itemComponent").is_some()
            || element.attribute("isCollection") == Some("true");
        let base = element.first("typeRef").filter(|_| !composed).map(|it| it.text.trim());
        let values = element.first("allowedValues").filter(|_| !composed);
        let values = values.and_then(Element::expression).map(str::to_owned);
        Some((element.attribute("name")?.to_owned(), (base.map(str::to_owned), values)))
    };
    root.all("itemDefinition").filter_map(definition).collect()
}

struct Reader {
    types: Types,
    flaws: Vec<Flaw>,
    /// The name of the decision that is being read.
    decision: String,
}

impl Reader {
    fn flaw(&mut self, line: u32, fault: Fault) {
        let place = Place { line, decision: self.decision.clone(), ..Place::default() };
        self.flaws.push(Flaw { place, fault });
    }

    fn name(&mut self, element: &Element) -> String {
        let name = element.attribute("name").unwrap_or_default().trim().to_owned();
        if name.is_empty() {
            self.flaw(element.line, Fault::NoName);
        }
        name
    }

    fn given(&mut self, element: &Element) -> Given {
        let name = self.name(element);
        let variable = element.first("variable");
        let (kind, values) = variable.map_or((Kind::Any, None), |it| self.kind(it));
        let id = element.attribute("id").unwrap_or(&name).to_owned();
        Given { id, name, kind, values, line: element.line }
    }

    /// What the `typeRef` of an element stands for.
    fn kind(&mut self, element: &Element) -> (Kind, Option<String>) {
        let Some(wanted) = element.attribute("typeRef").filter(|it| !it.is_empty()) else {
            return (Kind::Any, None);
        };
        let (mut word, mut values) = (wanted, None);
        for _ in 0..MOST_ALIASES {
            match self.types.get(word) {
                Some((Some(base), allowed)) => {
                    values = values.or_else(|| allowed.clone());
                    word = base;
                }
                // Made of parts: it is not looked into.
                Some((None, _)) => return (Kind::Any, None),
                None => break,
            }
        }
        let Some(kind) = Kind::read(word) else {
            let unknown = Fault::UnknownType(wanted.to_owned());
            self.flaw(element.line, unknown);
            return (Kind::Any, None);
        };
        (kind, values)
    }

    fn decision(&mut self, element: &Element) -> Option<Decision> {
        self.decision.clear();
        let name = self.name(element);
        self.decision.clone_from(&name);
        let mut logic = None;
        for inner in &element.children {
            match inner.name.as_str() {
                "decisionTable" if logic.is_none() => logic = Some(self.table(inner)),
                "literalExpression" if logic.is_none() => {
                    let text = inner.expression().unwrap_or_default().to_owned();
                    logic = Some(Logic::Expression(text));
                }
                within if IGNORED_WITHIN.contains(&within) => {}
                other => self.flaw(inner.line, Fault::Unsupported(other.to_owned())),
            }
        }
        if logic.is_none() && element.children.iter().all(|it| is_about(&it.name)) {
            self.flaw(element.line, Fault::NoLogic);
        }
        let variable = element.first("variable");
        let (kind, _) = variable.map_or((Kind::Any, None), |it| self.kind(it));
        let variable = variable.and_then(|it| it.attribute("name")).unwrap_or(&name).to_owned();
        let id = element.attribute("id").unwrap_or(&name).to_owned();
        let needs = self.needs(element);
        self.decision.clear();
        Some(Decision { id, name, variable, kind, needs, logic: logic?, line: element.line })
    }

    fn needs(&mut self, element: &Element) -> Vec<String> {
        let mut needs = Vec::new();
        for requirement in element.all("informationRequirement") {
            for needed in &requirement.children {
                let href = needed.attribute("href").unwrap_or_default();
                match href.strip_prefix('#') {
                    Some(id) => needs.push(id.to_owned()),
                    // In another file, perhaps.
                    None => self.flaw(needed.line, Fault::Unknown(href.to_owned())),
                }
            }
        }
        needs
    }

    fn table(&mut self, element: &Element) -> Logic {
        let (policy, by) = (element.attribute("hitPolicy"), element.attribute("aggregation"));
        let known = Policy::read(policy, by);
        if known.is_none() {
            let words: Vec<&str> = policy.into_iter().chain(by).collect();
            self.flaw(element.line, Fault::UnknownPolicy(words.join(" ")));
        }
        let inputs = element.all("input").map(|it| self.input(it)).collect();
        let outputs = element.all("output").map(|it| self.output(it)).collect();
        let mut table =
            Table { policy: known.unwrap_or_default(), inputs, outputs, rules: Vec::new() };
        let mut lines = Vec::new();
        for rule in element.all("rule") {
            table.rules.push(read_rule(rule));
            lines.push(rule.line);
            let cells = &table.rules[table.rules.len() - 1];
            if cells.tests.len() != table.inputs.len() || cells.answers.len() != table.outputs.len()
            {
                let place = Place {
                    line: rule.line,
                    decision: self.decision.clone(),
                    rule: Some(table.rules.len()),
                    column: None,
                };
                self.flaws.push(Flaw { place, fault: Fault::CellCount });
            }
        }
        Logic::Table { table, lines }
    }

    fn input(&mut self, element: &Element) -> Input {
        let expression = element.first("inputExpression");
        let (kind, values) = expression.map_or((Kind::Any, None), |it| self.kind(it));
        let listed = element.first("inputValues").and_then(Element::expression);
        Input {
            label: element.attribute("label").unwrap_or_default().to_owned(),
            expression: expression.and_then(Element::expression).unwrap_or_default().to_owned(),
            kind,
            values: listed.map(str::to_owned).or(values).unwrap_or_default(),
        }
    }

    fn output(&mut self, element: &Element) -> Output {
        let (kind, values) = self.kind(element);
        let listed = element.first("outputValues").and_then(Element::expression);
        let default = element.first("defaultOutputEntry").and_then(Element::expression);
        Output {
            label: element.attribute("label").unwrap_or_default().to_owned(),
            name: element.attribute("name").unwrap_or_default().to_owned(),
            kind,
            values: listed.map(str::to_owned).or(values).unwrap_or_default(),
            default: default.unwrap_or_default().to_owned(),
        }
    }
}

/// Whether an element says something about a decision and does not decide it.
fn is_about(name: &str) -> bool {
    IGNORED_WITHIN.contains(&name)
}

fn read_rule(element: &Element) -> Rule {
    let cells = |name| {
        let text = |cell: &Element| cell.expression().unwrap_or_default().to_owned();
        element.all(name).map(text).collect()
    };
    let note = element.first("description").map(|it| it.text.trim().to_owned());
    Rule {
        tests: cells("inputEntry"),
        answers: cells("outputEntry"),
        note: note.unwrap_or_default(),
    }
}

/// The place of a column.
pub(super) fn column(decision: &str, line: u32, column: Column) -> Place {
    Place { line, decision: decision.to_owned(), rule: None, column: Some(column) }
}
