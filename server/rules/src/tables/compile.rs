//! Making a file's decisions ready, and telling everything that is wrong with them at once.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Ready, Tests};
use super::decide::{Answer, Asked, Decision, Given, Logic, Row, Rows};
use super::file::{self, File};
use super::read::column;
use super::{Column, Fault, Flaw, Kind, Place, Policy, Table};
use crate::feel::{self, Name, Value};

/// Most decisions and most data of one file.
const MOST_DECISIONS: usize = 50;
const MOST_GIVEN: usize = 200;
/// Most columns and rules of one table, and most cells of a file.
const MOST_COLUMNS: usize = 50;
const MOST_RULES: usize = 500;
const MOST_CELLS: usize = 5_000;
/// Most characters of all expressions together: reading them takes time.
const MOST_CHARS: usize = 100_000;

/// Decisions in an order in which each comes after those it needs, and the data they are given.
pub(super) fn compile(
    file: &File,
    mut flaws: Vec<Flaw>,
) -> Result<(Vec<Given>, Vec<Decision>), Vec<Flaw>> {
    if !is_bounded(file) {
        flaws.push(Flaw { place: Place::default(), fault: Fault::TooLarge });
        return Err(flaws);
    }
    let mut compiler = Compiler { names: names(file), flaws };
    if file.decisions.is_empty() {
        compiler.flaw(Place::default(), Fault::NoDecision);
    }
    compiler.unique(file);
    let order = compiler.order(file);
    let given = file.given.iter().map(|it| compiler.given(it)).collect();
    let mut ready = Vec::new();
    for at in order {
        let decision = &file.decisions[at];
        if let Some(logic) = compiler.logic(decision) {
            ready.push(Decision {
                id: decision.id.clone(),
                name: decision.name.clone(),
                variable: decision.variable.clone(),
                kind: decision.kind,
                needs: decision.needs.iter().cloned().collect(),
                logic,
                line: decision.line,
            });
        }
    }
    let flaws = compiler.flaws;
    if flaws.is_empty() { Ok((given, ready)) } else { Err(flaws) }
}

fn is_bounded(file: &File) -> bool {
    let (mut cells, mut chars) = (0, 0);
    for decision in &file.decisions {
        match &decision.logic {
            file::Logic::Expression(text) => chars += text.len(),
            file::Logic::Table { table, .. } => {
                if table.inputs.len() + table.outputs.len() > MOST_COLUMNS
                    || table.rules.len() > MOST_RULES
                {
                    return false;
                }
                let texts = table.texts();
                for text in texts {
                    cells += 1;
                    chars += text.len();
                }
            }
        }
    }
    file.decisions.len() <= MOST_DECISIONS
        && file.given.len() <= MOST_GIVEN
        && cells <= MOST_CELLS
        && chars <= MOST_CHARS
}

fn names(file: &File) -> Vec<Name> {
    let given = file.given.iter().map(|it| it.name.as_str());
    let answers = file.decisions.iter().map(|it| it.variable.as_str());
    given.chain(answers).map(feel::name).filter(|name| !name.is_empty()).collect()
}

struct Compiler {
    names: Vec<Name>,
    flaws: Vec<Flaw>,
}

impl Compiler {
    fn flaw(&mut self, place: Place, fault: Fault) {
        self.flaws.push(Flaw { place, fault });
    }

    /// What was read, or its flaw.
    fn take<T>(&mut self, place: &Place, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.flaw(place.clone(), fault)).ok()
    }

    /// Names and ids are what others refer to.
    fn unique(&mut self, file: &File) {
        let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
        let given = file.given.iter().map(|it| (&it.id, &it.name, it.line, ""));
        let decisions =
            file.decisions.iter().map(|it| (&it.id, &it.variable, it.line, it.name.as_str()));
        for (id, name, line, decision) in given.chain(decisions) {
            let place = Place { line, decision: decision.to_owned(), ..Place::default() };
            if !ids.insert(id) {
                self.flaw(place, Fault::Repeated(id.clone()));
            } else if !name.is_empty() && !names.insert(feel::name(name).to_string()) {
                self.flaw(place, Fault::Repeated(name.clone()));
            }
        }
    }

    /// The decisions, each after those it needs.
    fn order(&mut self, file: &File) -> Vec<usize> {
        let given: BTreeSet<&str> = file.given.iter().map(|it| it.id.as_str()).collect();
        let by_id: BTreeMap<&str, usize> =
            file.decisions.iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
        for decision in &file.decisions {
            let unknown =
                |id: &&String| !given.contains(id.as_str()) && !by_id.contains_key(id.as_str());
            for id in decision.needs.iter().filter(unknown) {
                self.flaw(at(decision), Fault::Unknown(id.clone()));
            }
        }
        let mut order: Vec<usize> = Vec::new();
        loop {
            let is_ready = |of: &usize| {
                let needs = file.decisions[*of].needs.iter();
                let mut needed = needs.filter_map(|id| by_id.get(id.as_str()));
                !order.contains(of) && needed.all(|needed| order.contains(needed))
            };
            match (0..file.decisions.len()).find(is_ready) {
                Some(next) => order.push(next),
                None => break,
            }
        }
        for of in 0..file.decisions.len() {
            if !order.contains(&of) {
                self.flaw(at(&file.decisions[of]), Fault::Cycle);
                order.push(of);
            }
        }
        order
    }

    fn given(&mut self, given: &file::Given) -> Given {
        let place = Place { line: given.line, ..Place::default() };
        let values = given.values.as_deref().map(|text| Tests::read(text, &self.names));
        let values = values.and_then(|read| self.take(&place, read));
        let name = feel::name(&given.name).to_string();
        Given { id: given.id.clone(), name, kind: given.kind, values }
    }

    fn logic(&mut self, decision: &file::Decision) -> Option<Logic> {
        match &decision.logic {
            file::Logic::Expression(text) => {
                let read = Ready::read(text, &self.names);
                self.take(&at(decision), read).map(Logic::Expression)
            }
            file::Logic::Table { table, lines } => self.table(decision, table, lines),
        }
    }

    fn table(&mut self, decision: &file::Decision, table: &Table, lines: &[u32]) -> Option<Logic> {
        let asked = self.asked(decision, table);
        let answers = self.answers(decision, table);
        if table.outputs.is_empty() {
            self.flaw(at(decision), Fault::NoOutput);
        }
        if table.rules.is_empty() {
            self.flaw(at(decision), Fault::NoRule);
        }
        let aggregates =
            matches!(table.policy, Policy::Sum | Policy::Min | Policy::Max | Policy::Count);
        if aggregates && table.outputs.len() > 1 {
            self.flaw(at(decision), Fault::Aggregation);
        }
        let weighs = matches!(table.policy, Policy::Priority | Policy::OutputOrder);
        if weighs && table.outputs.iter().all(|output| output.values.is_empty()) {
            self.flaw(at(decision), Fault::NoOrder);
        }
        let rows: Vec<_> = (0..table.rules.len())
            .map(|index| {
                let place = Place { line: lines[index], rule: Some(index + 1), ..at(decision) };
                self.row(&place, table, (&answers, index))
            })
            .collect();
        let whole: Option<Vec<Row>> = rows.into_iter().collect();
        Some(Logic::Table(Rows {
            policy: table.policy,
            asked: asked.into_iter().collect::<Option<_>>()?,
            answers: answers.into_iter().collect::<Option<_>>()?,
            rules: whole?,
        }))
    }

    fn asked(&mut self, decision: &file::Decision, table: &Table) -> Vec<Option<Asked>> {
        let read = |(index, input): (usize, &super::Input)| {
            let place = column(&decision.name, decision.line, Column::Input(index + 1));
            let ready = Ready::read(&input.expression, &self.names);
            let values = Tests::read(&input.values, &self.names)
                .and_then(|tests| tests.check(input.kind).map(|()| tests));
            let (ready, values) = (self.take(&place, ready), self.take(&place, values));
            Some(Asked { ready: ready?, kind: input.kind, values: values? })
        };
        table.inputs.iter().enumerate().map(read).collect()
    }

    fn answers(&mut self, decision: &file::Decision, table: &Table) -> Vec<Option<Answer>> {
        let several = table.outputs.len() > 1;
        let mut names = BTreeSet::new();
        let read = |(index, output): (usize, &super::Output)| {
            let place = column(&decision.name, decision.line, Column::Output(index + 1));
            if several && output.name.is_empty() {
                self.flaw(place.clone(), Fault::NoName);
            } else if several && !names.insert(output.name.clone()) {
                self.flaw(place.clone(), Fault::Repeated(output.name.clone()));
            }
            let values = self.order_of(output, table.policy);
            let values = self.take(&place, values);
            let ready = Ready::read(&output.default, &self.names);
            let default = (!output.default.is_empty()).then(|| self.take(&place, ready));
            // A table of one output is of the type of its decision.
            let kind =
                if !several && output.kind == Kind::Any { decision.kind } else { output.kind };
            let kind = if is_list(table.policy) { output.kind } else { kind };
            let name = feel::name(&output.name).to_string();
            let answer = Answer { name, kind, values: values?, default: None };
            let default = match default {
                Some(default) => Some(default?),
                None => None,
            };
            if let Some(default) = &default {
                let checked = answer.check(default);
                self.take(&place, checked)?;
            }
            Some(Answer { default, ..answer })
        };
        table.outputs.iter().enumerate().map(read).collect()
    }

    /// The values that an output may have, in the order of their weight.
    fn order_of(
        &self,
        output: &super::Output,
        policy: Policy,
    ) -> Result<Option<Vec<Value>>, Fault> {
        if output.values.is_empty() {
            return Ok(None);
        }
        let tests = Tests::read(&output.values, &self.names)?;
        match tests.listed() {
            Some(values) => Ok(Some(values)),
            // Something like `> 0`: no order can be told from it.
            None if matches!(policy, Policy::Priority | Policy::OutputOrder) => Err(Fault::NoOrder),
            None => Ok(None),
        }
    }

    fn row(
        &mut self,
        place: &Place,
        table: &Table,
        (answers, index): (&[Option<Answer>], usize),
    ) -> Option<Row> {
        let rule = &table.rules[index];
        let mut tests = Vec::new();
        for (at, (text, input)) in rule.tests.iter().zip(&table.inputs).enumerate() {
            let place = Place { column: Some(Column::Input(at + 1)), ..place.clone() };
            let read = Tests::read(text, &self.names)
                .and_then(|tests| tests.check(input.kind).map(|()| tests));
            tests.push(self.take(&place, read));
        }
        let mut ready = Vec::new();
        for (at, (text, answer)) in rule.answers.iter().zip(answers).enumerate() {
            let place = Place { column: Some(Column::Output(at + 1)), ..place.clone() };
            let read = Ready::read(text, &self.names).and_then(|ready| match answer {
                Some(answer) => answer.check(&ready).map(|()| ready),
                None => Ok(ready),
            });
            ready.push(self.take(&place, read));
        }
        Some(Row {
            tests: tests.into_iter().collect::<Option<_>>()?,
            answers: ready.into_iter().collect::<Option<_>>()?,
            line: place.line,
        })
    }
}

fn at(decision: &file::Decision) -> Place {
    Place { line: decision.line, decision: decision.name.clone(), ..Place::default() }
}

/// Whether the answer is a list, or something that was reckoned from one.
fn is_list(policy: Policy) -> bool {
    !matches!(policy, Policy::Unique | Policy::First | Policy::Any | Policy::Priority)
}

impl Table {
    /// Every text of it that is an expression.
    fn texts(&self) -> impl Iterator<Item = &String> {
        let inputs = self.inputs.iter().flat_map(|it| [&it.expression, &it.values]);
        let outputs = self.outputs.iter().flat_map(|it| [&it.values, &it.default]);
        let rules = self.rules.iter().flat_map(|it| it.tests.iter().chain(&it.answers));
        inputs.chain(outputs).chain(rules)
    }
}
