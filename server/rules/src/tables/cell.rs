//! A cell made ready: an expression that gives a value, or tests of one.

use super::known::{Known, TESTED};
use super::{Fault, Kind, types};
use crate::expression::{self, named};
use crate::feel::{self, Name, Node, Prepared, Value};
use crate::guard::{self, Survey};
use crate::{Problem, words};

/// A guarded expression over what is known.
pub(super) struct Ready {
    prepared: Prepared,
    survey: Survey,
}

impl Ready {
    /// Parse and guard an expression; `names` are those of data and decisions.
    pub(super) fn read(source: &str, names: &[Name]) -> Result<Self, Fault> {
        let text = bounded(source)?;
        if text.trim().is_empty() {
            return Err(Fault::Empty);
        }
        let names = mentioned(&text, names);
        let tree = feel::parse(&text, names.iter().map(String::as_str))?;
        Ok(Self::new(&tree, guard::survey(&tree)?))
    }

    fn new(guarded: &Node, survey: Survey) -> Self {
        Self { prepared: feel::prepare(guarded), survey }
    }

    /// The names it reads.
    pub(super) fn mentions(&self) -> impl Iterator<Item = &str> {
        self.survey.mentions.iter().map(String::as_str)
    }

    /// Whether it says the same whatever is known.
    pub(super) fn is_constant(&self) -> bool {
        self.survey.mentions.is_empty()
    }

    /// The value, which may be null.
    fn value(&self, known: &mut Known) -> Result<Value, Problem> {
        let context = known.context(&self.survey)?;
        self.prepared.run(context)
    }

    /// The value as one of the type; null is a fault.
    pub(super) fn typed(&self, known: &mut Known, kind: Kind) -> Result<Value, Fault> {
        match types::as_kind(self.value(known)?, kind)? {
            Value::Null(_) => Err(Problem::Null.into()),
            value => Ok(value),
        }
    }

    /// The value as one of the type, or null.
    pub(super) fn input(&self, known: &mut Known, kind: Kind) -> Result<Value, Fault> {
        types::as_kind(self.value(known)?, kind)
    }
}

/// The text of a cell, if the parser can take it, and thousands like it.
fn bounded(source: &str) -> Result<String, Problem> {
    let text = expression::bounded(source.trim())?;
    if words::has_endless_row(&text, words::MAX_CELL_ROW) {
        return Err(Problem::Forbidden("more than 32 words and operators in a row"));
    }
    Ok(text)
}

/// The names that a text may be using.
fn mentioned(text: &str, names: &[Name]) -> std::collections::BTreeSet<String> {
    let mut found = words::names(text);
    found.extend(named(text, names.iter().cloned()));
    found
}

/// What a cell asks of a value.
pub(super) struct Tests {
    tests: Vec<Test>,
    /// Whether it holds when none of the tests does.
    negated: bool,
}

enum Test {
    /// It says "null": the one test that a missing value passes.
    Null { equal: bool },
    /// It speaks of the value by itself: `? > 5 and ? < 10`.
    Condition(Ready),
    /// The value is compared with another; `operand` tells whether the two can be.
    Comparison { operand: Option<Ready>, test: Ready },
}

impl Tests {
    /// Parse and guard the tests of a cell. An empty one asks nothing, like `-`.
    pub(super) fn read(source: &str, names: &[Name]) -> Result<Self, Fault> {
        let text = bounded(source)?;
        if matches!(text.trim(), "" | "-") {
            return Ok(Self { tests: Vec::new(), negated: true });
        }
        let names = mentioned(&text, names);
        let (tests, negated) = feel::parse_tests(&text, names.iter().map(String::as_str))?;
        let tests = tests.iter().map(Test::new).collect::<Result<_, Problem>>()?;
        Ok(Self { tests, negated })
    }

    /// Whether the cell asks nothing.
    pub(super) fn is_any(&self) -> bool {
        self.tests.is_empty() && self.negated
    }

    pub(super) fn mentions(&self) -> impl Iterator<Item = &str> {
        self.tests.iter().flat_map(Test::readies).flat_map(Ready::mentions)
    }

    /// Whether the value passes. Every test is made, so that none that cannot be hides behind one
    /// that holds.
    pub(super) fn pass(&self, value: &Value, known: &mut Known) -> Result<bool, Fault> {
        if self.is_any() {
            return Ok(true);
        }
        known.set(TESTED, value.clone());
        let mut some = false;
        for test in &self.tests {
            some |= test.holds(value, known)?;
        }
        known.remove(TESTED);
        Ok(some != self.negated)
    }

    /// What can be told of a cell before there is any value: whether its constants are of the type
    /// of the column.
    pub(super) fn check(&self, kind: Kind) -> Result<(), Fault> {
        if kind == Kind::Any {
            return Ok(());
        }
        let mut nothing = Known::default();
        for test in &self.tests {
            let Test::Comparison { operand: Some(operand), .. } = test else { continue };
            if operand.is_constant() {
                let value = operand.typed(&mut nothing, Kind::Any)?;
                if !comparable(Some(kind), &value) {
                    return Err(Fault::Type(kind.as_str()));
                }
            }
        }
        Ok(())
    }

    /// The values it lists, if it lists nothing but constants.
    pub(super) fn listed(&self) -> Option<Vec<Value>> {
        let mut nothing = Known::default();
        let value = |test: &Test| match test {
            Test::Comparison { operand: Some(operand), .. } if operand.is_constant() => {
                operand.value(&mut nothing).ok()
            }
            _ => None,
        };
        if self.negated { None } else { self.tests.iter().map(value).collect() }
    }
}

impl Test {
    fn new(test: &Node) -> Result<Self, Problem> {
        let survey = guard::survey_test(test)?;
        match test {
            Node::Null => return Ok(Self::Null { equal: true }),
            Node::UnaryEq(inner) if **inner == Node::Null => return Ok(Self::Null { equal: true }),
            Node::UnaryNe(inner) if **inner == Node::Null => {
                return Ok(Self::Null { equal: false });
            }
            _ => {}
        }
        if survey.mentions.iter().any(|name| name == TESTED) {
            // A comparison with nothing on its left cannot be a condition.
            return Ok(Self::Condition(Ready::new(test, guard::survey(test)?)));
        }
        let operand = match test {
            Node::UnaryEq(inner)
            | Node::UnaryNe(inner)
            | Node::UnaryLt(inner)
            | Node::UnaryLe(inner)
            | Node::UnaryGt(inner)
            | Node::UnaryGe(inner) => Some(&**inner),
            // Its ends are compared one by one, and null if they cannot be.
            Node::Range(..) => None,
            other => Some(other),
        };
        let operand = match operand {
            Some(operand) => Some(Ready::new(operand, guard::survey(operand)?)),
            None => None,
        };
        let tested = Node::Name(feel::name(TESTED));
        let whole = Node::In(Box::new(tested), Box::new(test.clone()));
        let survey = guard::survey(&whole)?;
        Ok(Self::Comparison { operand, test: Ready::new(&whole, survey) })
    }

    fn readies(&self) -> impl Iterator<Item = &Ready> {
        let (one, other) = match self {
            Self::Null { .. } => (None, None),
            Self::Condition(condition) => (Some(condition), None),
            Self::Comparison { operand, test } => (operand.as_ref(), Some(test)),
        };
        one.into_iter().chain(other)
    }

    fn holds(&self, value: &Value, known: &mut Known) -> Result<bool, Fault> {
        let is_null = matches!(value, Value::Null(_));
        match self {
            Self::Null { equal } => Ok(is_null == *equal),
            Self::Condition(condition) => truth(&condition.value(known)?),
            Self::Comparison { .. } if is_null => Err(Problem::Null.into()),
            Self::Comparison { operand, test } => {
                if let Some(operand) = operand {
                    let other = operand.typed(known, Kind::Any)?;
                    if let Some(kind) = types::of(value)
                        && !comparable(Some(kind), &other)
                    {
                        return Err(Fault::Type(kind.as_str()));
                    }
                }
                truth(&test.value(known)?)
            }
        }
    }
}

/// Whether a value of this type can be compared with another, or looked for in a list.
fn comparable(kind: Option<Kind>, other: &Value) -> bool {
    match other {
        Value::List(items) => items.iter().all(|item| comparable(kind, item)),
        Value::Range(start, _, end, _) => [start, end]
            .into_iter()
            .all(|end| matches!(**end, Value::Null(_)) || types::of(end) == kind),
        other => types::of(other) == kind,
    }
}

fn truth(value: &Value) -> Result<bool, Fault> {
    match value {
        Value::Boolean(truth) => Ok(*truth),
        Value::Null(_) => Err(Problem::Null.into()),
        _ => Err(Problem::NotBoolean.into()),
    }
}
