//! Facts, from JSON to what the evaluator knows.

use serde_json::{Map, Value as Json};

use crate::feel::{self, Context, Number, Value};
use crate::{MAX_LIST, Problem};

/// Deepest nesting of the facts.
const MAX_DEPTH: usize = 32;

/// Facts made ready for one evaluation.
pub(crate) struct Facts {
    pub(crate) context: Context,
    /// Roughly what copying them once costs.
    pub(crate) bytes: usize,
    /// The length of the longest list.
    pub(crate) longest: usize,
}

/// Of `facts`, those that `wanted` names: an evaluation pays only for what it reads.
pub(crate) fn read(facts: &Map<String, Json>, wanted: &[String]) -> Result<Facts, Problem> {
    let mut read = Facts { context: Context::new(), bytes: 0, longest: 0 };
    for (key, fact) in facts {
        let name = feel::name(key);
        if wanted.iter().any(|wanted| wanted == name.as_str()) {
            let value = read.value(fact, 0)?;
            read.context.set_entry(&name, value);
        }
    }
    Ok(read)
}

impl Facts {
    fn value(&mut self, fact: &Json, depth: usize) -> Result<Value, Problem> {
        if depth == MAX_DEPTH {
            return Err(Problem::FactsTooDeep);
        }
        self.bytes += size_of::<Value>();
        Ok(match fact {
            Json::Null => Value::Null(None),
            Json::Bool(truth) => Value::Boolean(*truth),
            // By way of its text, so that 0.1 stays a tenth.
            Json::Number(number) => {
                Value::Number(number.to_string().parse::<Number>().map_err(|_| Problem::Failed)?)
            }
            Json::String(text) => {
                self.bytes += text.len();
                Value::String(text.clone())
            }
            Json::Array(items) => self.list(items, depth)?,
            Json::Object(entries) => self.context(entries, depth)?,
        })
    }

    fn list(&mut self, items: &[Json], depth: usize) -> Result<Value, Problem> {
        if items.len() > MAX_LIST {
            return Err(Problem::ListTooLong);
        }
        self.longest = self.longest.max(items.len());
        let items: Result<_, _> = items.iter().map(|item| self.value(item, depth + 1)).collect();
        Ok(Value::List(items?))
    }

    fn context(&mut self, entries: &Map<String, Json>, depth: usize) -> Result<Value, Problem> {
        let mut context = Context::new();
        for (key, fact) in entries {
            self.bytes += key.len();
            let value = self.value(fact, depth + 1)?;
            context.set_entry(&feel::name(key), value);
        }
        Ok(Value::Context(context))
    }
}
