//! An expression, parsed once and decided many times.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Map, Value as Json};

use crate::feel::{self, Name, Prepared, Value};
use crate::guard::{self, MAX_CHARS, Survey};
use crate::{Problem, cost, facts, outcome, words};

/// How many readings of one expression are kept; a process has one set of fact names, or few.
const READINGS: usize = 16;

/// A FEEL expression that passed the guard.
///
/// Cheap to clone; safe to share between threads.
#[derive(Clone)]
pub struct Expression(Arc<Inner>);

struct Inner {
    source: String,
    /// The names it may be using, as far as its text tells.
    names: BTreeSet<String>,
    /// How it reads when no fact has an operator in its name, which is nearly always.
    plain: Reading,
    /// How it reads with those names that have one.
    others: Mutex<BTreeMap<BTreeSet<String>, Arc<Reading>>>,
}

/// One way to read the source: FEEL's grammar depends on which names exist.
struct Reading {
    prepared: Prepared,
    survey: Survey,
}

impl Expression {
    /// Parse and guard an expression. One leading `=` is accepted and dropped, as in other
    /// engines' files.
    pub fn parse(source: &str) -> Result<Self, Problem> {
        Self::parse_knowing(source, [])
    }

    /// The same, knowing the names of the facts. Needed only where a name holds an operator or a
    /// keyword ("date of birth", "a-b").
    pub fn parse_knowing<'a>(
        source: &str,
        facts: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, Problem> {
        let text = source.trim();
        let source = bounded(text.strip_prefix('=').unwrap_or(text).trim())?;
        if words::has_endless_row(&source, words::MAX_ROW) {
            return Err(Problem::Forbidden("more than 64 words and operators in a row"));
        }
        let mut names = words::names(&source);
        names.extend(named(&source, facts.into_iter().map(feel::name)));
        let plain = Reading::new(&source, &names)?;
        let others = Mutex::default();
        Ok(Self(Arc::new(Inner { source, names, plain, others })))
    }

    /// The expression's text, without comments.
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// The names it reads, local variables of an iteration among them: a publisher compares them
    /// with the facts there will be, for FEEL takes a misspelt name for null.
    pub fn names(&self) -> BTreeSet<&str> {
        self.0.plain.survey.mentions.iter().map(String::as_str).collect()
    }

    /// Decide a condition. Anything but true or false is a problem, null above all.
    pub fn decide(&self, facts: &Map<String, Json>) -> Result<bool, Problem> {
        self.run(facts, outcome::truth)
    }

    /// Evaluate to data.
    pub fn evaluate(&self, facts: &Map<String, Json>) -> Result<Json, Problem> {
        self.run(facts, outcome::data)
    }

    fn run<T>(
        &self,
        facts: &Map<String, Json>,
        as_outcome: fn(&Value) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let special = self.0.special(facts);
        if special.is_empty() {
            return self.0.plain.run(facts, as_outcome);
        }
        self.0.reading(special)?.run(facts, as_outcome)
    }
}

impl std::fmt::Debug for Expression {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.debug_tuple("Expression").field(&self.0.source).finish()
    }
}

impl Inner {
    /// The facts' names that the text may hold but does not show: those with an operator inside.
    fn special(&self, facts: &Map<String, Json>) -> BTreeSet<String> {
        let mut special = Vec::new();
        collect_special(facts, &mut special);
        let mut special = named(&self.source, special);
        special.retain(|name| !self.names.contains(name));
        special
    }

    fn reading(&self, special: BTreeSet<String>) -> Result<Arc<Reading>, Problem> {
        let mut others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reading) = others.get(&special) {
            return Ok(reading.clone());
        }
        let names = self.names.union(&special).cloned().collect();
        let reading = Arc::new(Reading::new(&self.source, &names)?);
        if others.len() == READINGS {
            others.clear();
        }
        others.insert(special, reading.clone());
        Ok(reading)
    }
}

impl Reading {
    fn new(source: &str, names: &BTreeSet<String>) -> Result<Self, Problem> {
        let tree = feel::parse(source, names.iter().map(String::as_str))?;
        let survey = guard::survey(&tree)?;
        Ok(Self { prepared: feel::prepare(&tree), survey })
    }

    fn run<T>(
        &self,
        facts: &Map<String, Json>,
        as_outcome: fn(&Value) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let facts = facts::read(facts, &self.survey.mentions)?;
        cost::settle(&self.survey, &facts)?;
        let value = self.prepared.run(facts.context)?;
        // Writing an infinite number down panics in the evaluator.
        catch_unwind(AssertUnwindSafe(|| as_outcome(&value))).unwrap_or(Err(Problem::Failed))
    }
}

/// The source without its comments, if it is not too long.
pub(crate) fn bounded(source: &str) -> Result<String, Problem> {
    if source.chars().take(MAX_CHARS + 1).count() > MAX_CHARS {
        return Err(Problem::TooLong);
    }
    Ok(words::without_comments(source))
}

/// The keys with an operator or a space inside, at any depth the facts may have.
fn collect_special(facts: &Map<String, Json>, special: &mut Vec<Name>) {
    for (key, fact) in facts {
        if key.contains(|c: char| c.is_whitespace() || feel::is_symbol(c)) {
            special.push(feel::name(key));
        }
        match fact {
            Json::Object(inner) => collect_special(inner, special),
            Json::Array(items) => {
                items.iter().filter_map(Json::as_object).for_each(|inner| {
                    collect_special(inner, special);
                });
            }
            _ => {}
        }
    }
}

/// Of these names, those that the text may hold.
pub(crate) fn named(source: &str, names: impl IntoIterator<Item = Name>) -> BTreeSet<String> {
    let text = squeeze(source);
    names
        .into_iter()
        .map(String::from)
        .filter(|name| !name.is_empty() && text.contains(&squeeze(name)))
        .collect()
}

/// Without any white space, so that a name is found however it was spaced.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}
