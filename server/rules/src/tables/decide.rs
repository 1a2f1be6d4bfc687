//! Decisions made ready, and made.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::cell::{Ready, Tests};
use super::known::Known;
use super::{Column, Fault, Flaw, Kind, Place, Policy, compile, hits, read, types};
use crate::feel::Value;
use crate::{Problem, outcome};

/// The decisions of a DMN file that passed every check.
///
/// Cheap to clone; safe to share between threads.
#[derive(Clone)]
pub struct Decisions(Arc<Inner>);

struct Inner {
    given: Vec<Given>,
    /// In an order in which each comes after those it needs.
    decisions: Vec<Decision>,
}

/// What a decision said, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    pub value: Json,
    /// The rules of its table that fit, from 1; none for an expression, or when no rule fitted and
    /// the default was said.
    pub rules: Vec<usize>,
}

/// Data that decisions are given.
pub(super) struct Given {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) values: Option<Tests>,
}

pub(super) struct Decision {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) variable: String,
    pub(super) kind: Kind,
    pub(super) needs: BTreeSet<String>,
    pub(super) logic: Logic,
    pub(super) line: u32,
}

pub(super) enum Logic {
    Expression(Ready),
    Table(Rows),
}

/// A table made ready.
pub(super) struct Rows {
    pub(super) policy: Policy,
    pub(super) asked: Vec<Asked>,
    pub(super) answers: Vec<Answer>,
    pub(super) rules: Vec<Row>,
}

/// A column of what is asked about.
pub(super) struct Asked {
    pub(super) ready: Ready,
    pub(super) kind: Kind,
    pub(super) values: Tests,
}

/// A column of what is answered.
pub(super) struct Answer {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// What it may be, the weightiest first.
    pub(super) values: Option<Vec<Value>>,
    pub(super) default: Option<Ready>,
}

pub(super) struct Row {
    pub(super) tests: Vec<Tests>,
    pub(super) answers: Vec<Ready>,
    pub(super) line: u32,
}

impl Decisions {
    /// Read a DMN file and make its decisions ready, or tell everything that is wrong with it.
    pub fn parse(xml: &str) -> Result<Self, Vec<Flaw>> {
        let (file, flaws) = read::read(xml).map_err(|flaw| vec![flaw])?;
        let (given, decisions) = compile::compile(&file, flaws)?;
        Ok(Self(Arc::new(Inner { given, decisions })))
    }

    /// The names of the decisions, those that others need first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.decisions.iter().map(|decision| decision.name.as_str())
    }

    /// The decision that no other one needs; of several the last.
    pub fn principal(&self) -> &str {
        let decisions = &self.0.decisions;
        let is_needed = |id: &str| decisions.iter().any(|other| other.needs.contains(id));
        let top = decisions.iter().rev().find(|decision| !is_needed(&decision.id));
        top.map(|decision| decision.name.as_str()).unwrap_or_default()
    }

    /// The facts that its decisions read: a publisher compares them with those there will be.
    pub fn facts(&self) -> BTreeSet<&str> {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        self.0.decisions.iter().for_each(|decision| names.extend(decision.mentions()));
        for decision in &self.0.decisions {
            names.remove(decision.variable.as_str());
        }
        names.remove(super::known::TESTED);
        names
    }

    /// Make a decision, by its name or id.
    pub fn decide(&self, decision: &str, facts: &Map<String, Json>) -> Result<Verdict, Flaw> {
        // Whatever the evaluator does with a value at the edge, it ends here.
        catch_unwind(AssertUnwindSafe(|| self.0.decide(decision, facts))).unwrap_or_else(|_| {
            Err(Flaw { place: Place::default(), fault: Problem::Failed.into() })
        })
    }
}

impl std::fmt::Debug for Decisions {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.debug_list().entries(self.names()).finish()
    }
}

impl Inner {
    fn decide(&self, wanted: &str, facts: &Map<String, Json>) -> Result<Verdict, Flaw> {
        let is_wanted = |it: &&Decision| it.name == wanted || it.id == wanted;
        let Some(decision) = self.decisions.iter().find(is_wanted) else {
            let fault = Fault::Unknown(wanted.to_owned());
            return Err(Flaw { place: Place::default(), fault });
        };
        let needed = self.needed(decision);
        let mentions = needed.iter().flat_map(|it| it.mentions());
        let wanted = mentions.collect::<BTreeSet<_>>();
        let at = |fault: Fault| Flaw { place: decision.place(), fault };
        let mut known =
            Known::read(facts, wanted.into_iter()).map_err(|problem| at(problem.into()))?;
        self.take_given(&needed, &mut known)?;
        let mut last = None;
        for decision in needed {
            let (value, rules) = decision.make(&mut known)?;
            known.set(&crate::feel::name(&decision.variable).to_string(), value.clone());
            last = Some((value, rules));
        }
        let (value, rules) = last.ok_or_else(|| at(Fault::NoDecision))?;
        let value = outcome::data(&value).map_err(|problem| at(problem.into()))?;
        Ok(Verdict { value, rules })
    }

    /// The decision with all that it needs, in the order in which they are made.
    fn needed(&self, decision: &Decision) -> Vec<&Decision> {
        let mut ids: BTreeSet<&str> = BTreeSet::from([decision.id.as_str()]);
        for other in self.decisions.iter().rev() {
            if ids.contains(other.id.as_str()) {
                ids.extend(other.needs.iter().map(String::as_str));
            }
        }
        let upto = self.decisions.iter().position(|it| it.id == decision.id).unwrap_or_default();
        self.decisions[..=upto].iter().filter(|it| ids.contains(it.id.as_str())).collect()
    }

    /// Data is of the type and among the values that the file says; what is missing stays so.
    fn take_given(&self, needed: &[&Decision], known: &mut Known) -> Result<(), Flaw> {
        for given in &self.given {
            let Some(by) = needed.iter().find(|it| it.needs.contains(&given.id)) else { continue };
            let Some(value) = known.get(&given.name).cloned() else { continue };
            let take = |known: &mut Known| {
                let value = types::as_kind(value, given.kind)?;
                if let Some(tests) = &given.values
                    && !matches!(value, Value::Null(_))
                    && !tests.pass(&value, known)?
                {
                    return Err(Fault::NotListed);
                }
                known.set(&given.name, value);
                Ok(())
            };
            take(known).map_err(|fault| Flaw { place: by.place(), fault })?;
        }
        Ok(())
    }
}

impl Decision {
    fn place(&self) -> Place {
        Place { line: self.line, decision: self.name.clone(), ..Place::default() }
    }

    /// The names that it reads.
    fn mentions(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match &self.logic {
            Logic::Expression(ready) => Box::new(ready.mentions()),
            Logic::Table(rows) => Box::new(rows.mentions()),
        }
    }

    fn make(&self, known: &mut Known) -> Result<(Value, Vec<usize>), Flaw> {
        match &self.logic {
            Logic::Expression(ready) => {
                let value = ready.typed(known, self.kind);
                let value = value.map_err(|fault| Flaw { place: self.place(), fault })?;
                Ok((value, Vec::new()))
            }
            Logic::Table(rows) => hits::decide(rows, &self.place(), known),
        }
    }
}

impl Rows {
    fn mentions(&self) -> impl Iterator<Item = &str> {
        let asked =
            self.asked.iter().flat_map(|it| it.ready.mentions().chain(it.values.mentions()));
        let defaults =
            self.answers.iter().filter_map(|it| it.default.as_ref()).flat_map(Ready::mentions);
        let rows = self.rules.iter().flat_map(|row| {
            let tests = row.tests.iter().flat_map(Tests::mentions);
            tests.chain(row.answers.iter().flat_map(Ready::mentions))
        });
        asked.chain(defaults).chain(rows)
    }

    /// The values that the rules test. One that is missing is null: only a cell that tests it
    /// minds.
    pub(super) fn inputs(&self, place: &Place, known: &mut Known) -> Result<Vec<Value>, Flaw> {
        let mut values = Vec::with_capacity(self.asked.len());
        for (index, asked) in self.asked.iter().enumerate() {
            values.push(asked.value(known).map_err(|fault| {
                let column = Some(Column::Input(index + 1));
                Flaw { place: Place { column, ..place.clone() }, fault }
            })?);
        }
        Ok(values)
    }
}

impl Asked {
    fn value(&self, known: &mut Known) -> Result<Value, Fault> {
        let value = self.ready.input(known, self.kind)?;
        let is_null = matches!(value, Value::Null(_));
        if !is_null && !self.values.pass(&value, known)? {
            return Err(Fault::NotListed);
        }
        Ok(value)
    }
}

impl Answer {
    /// What can be told of a cell before anything is known.
    pub(super) fn check(&self, ready: &Ready) -> Result<(), Fault> {
        if ready.is_constant() {
            self.value(ready, &mut Known::default()).map(drop)
        } else {
            Ok(())
        }
    }

    /// What a cell says: of the type, and among the values, of its column.
    pub(super) fn value(&self, ready: &Ready, known: &mut Known) -> Result<Value, Fault> {
        let value = ready.typed(known, self.kind)?;
        match &self.values {
            Some(values) if !values.contains(&value) => Err(Fault::NotListed),
            _ => Ok(value),
        }
    }
}
