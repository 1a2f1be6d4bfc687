//! Which rules of a table fit, and what they say together (DMN 1.5, 8.2.11).

use super::decide::{Answer, Row, Rows};
use super::known::Known;
use super::{Column, Fault, Flaw, Place, Policy};
use crate::Problem;
use crate::feel::{self, Context, Number, Value};

/// A rule that fits, with what it says in each column.
struct Hit {
    /// From 1.
    rule: usize,
    values: Vec<Value>,
}

/// What the table says, and by which rules.
pub(super) fn decide(
    table: &Rows,
    place: &Place,
    known: &mut Known,
) -> Result<(Value, Vec<usize>), Flaw> {
    let hits = table.hits(place, known)?;
    let at = |fault: Fault| Flaw { place: place.clone(), fault };
    let rules: Vec<usize> = hits.iter().map(|hit| hit.rule).collect();
    if hits.is_empty() {
        return table.default(place, known).map(|value| (value, rules));
    }
    match table.policy {
        Policy::Unique if hits.len() > 1 => return Err(at(Fault::SeveralHits(rules))),
        Policy::Any if hits.iter().any(|hit| hit.values != hits[0].values) => {
            return Err(at(Fault::Disagreement(rules)));
        }
        _ => {}
    }
    let mut hits = hits;
    if matches!(table.policy, Policy::Priority | Policy::OutputOrder) {
        hits.sort_by_key(|hit| table.weight(hit));
    }
    let rules: Vec<usize> = hits.iter().map(|hit| hit.rule).collect();
    let mut values = hits.into_iter().map(|hit| table.compose(hit.values));
    match table.policy {
        Policy::Unique | Policy::First | Policy::Any | Policy::Priority => {
            let rules = if table.policy == Policy::Priority { vec![rules[0]] } else { rules };
            let first = values.next().ok_or_else(|| at(Fault::NoHit))?;
            Ok((first, rules))
        }
        Policy::RuleOrder | Policy::OutputOrder | Policy::Collect => {
            Ok((Value::List(values.collect()), rules))
        }
        Policy::Count => Ok((count(rules.len()), rules)),
        Policy::Sum => reckoned(feel::sum(values.collect())).map(|it| (it, rules)).map_err(at),
        Policy::Min => reckoned(feel::least(values.collect())).map(|it| (it, rules)).map_err(at),
        Policy::Max => reckoned(feel::greatest(values.collect())).map(|it| (it, rules)).map_err(at),
    }
}

/// A number; null says that the values are not all of one type.
fn reckoned(value: Value) -> Result<Value, Fault> {
    match value {
        Value::Null(_) => Err(Problem::Null.into()),
        value => Ok(value),
    }
}

fn count(hits: usize) -> Value {
    Value::Number(Number::from(hits))
}

impl Rows {
    fn hits(&self, place: &Place, known: &mut Known) -> Result<Vec<Hit>, Flaw> {
        let inputs = self.inputs(place, known)?;
        let mut hits = Vec::new();
        for (index, row) in self.rules.iter().enumerate() {
            let place = Place { rule: Some(index + 1), line: row.line, ..place.clone() };
            if row.fits(&inputs, &place, known)? {
                hits.push(Hit { rule: index + 1, values: self.say(row, &place, known)? });
                if self.policy == Policy::First {
                    break;
                }
            }
        }
        Ok(hits)
    }

    fn say(&self, row: &Row, place: &Place, known: &mut Known) -> Result<Vec<Value>, Flaw> {
        let mut values = Vec::with_capacity(self.answers.len());
        for (index, (ready, answer)) in row.answers.iter().zip(&self.answers).enumerate() {
            values
                .push(answer.value(ready, known).map_err(|fault| of_output(place, index, fault))?);
        }
        Ok(values)
    }

    /// What is said when no rule fits.
    fn default(&self, place: &Place, known: &mut Known) -> Result<Value, Flaw> {
        let nothing = Flaw { place: place.clone(), fault: Fault::NoHit };
        let defaults: Option<Vec<_>> = self.answers.iter().map(|it| it.default.as_ref()).collect();
        match (defaults, self.policy) {
            (Some(defaults), _) => {
                let mut values = Vec::new();
                for (index, (ready, answer)) in defaults.into_iter().zip(&self.answers).enumerate()
                {
                    let value = answer.value(ready, known);
                    values.push(value.map_err(|fault| of_output(place, index, fault))?);
                }
                Ok(self.compose(values))
            }
            // None of several is an answer; none of one is not.
            (None, Policy::Collect | Policy::RuleOrder | Policy::OutputOrder) => {
                Ok(Value::List(Vec::new()))
            }
            (None, Policy::Count) => Ok(count(0)),
            (None, _) => Err(nothing),
        }
    }

    /// The answer of one rule: the value of the one column, or those of all by their names.
    fn compose(&self, values: Vec<Value>) -> Value {
        let single = values.len() == 1;
        let mut context = Context::new();
        for (answer, value) in self.answers.iter().zip(values) {
            if single {
                return value;
            }
            context.set_entry(&feel::name(&answer.name), value);
        }
        Value::Context(context)
    }

    /// Where a rule stands among those that fit: first by its first output, then by the next.
    fn weight(&self, hit: &Hit) -> Vec<usize> {
        let weigh = |(answer, value): (&Answer, &Value)| {
            let place = |values: &Vec<Value>| values.iter().position(|known| known == value);
            answer.values.as_ref().and_then(place).unwrap_or_default()
        };
        self.answers.iter().zip(&hit.values).map(weigh).collect()
    }
}

impl Row {
    /// Whether every cell lets the values pass. A cell that cannot tell is an error, whatever the
    /// cells behind it would say.
    fn fits(&self, inputs: &[Value], place: &Place, known: &mut Known) -> Result<bool, Flaw> {
        for (index, (tests, value)) in self.tests.iter().zip(inputs).enumerate() {
            let passed = tests.pass(value, known).map_err(|fault| {
                let column = Some(Column::Input(index + 1));
                Flaw { place: Place { column, ..place.clone() }, fault }
            })?;
            if !passed {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn of_output(place: &Place, index: usize, fault: Fault) -> Flaw {
    Flaw { place: Place { column: Some(Column::Output(index + 1)), ..place.clone() }, fault }
}
