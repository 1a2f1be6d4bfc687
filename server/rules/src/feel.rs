//! The evaluator, dsntk: the only file that names it.
//!
//! It passes 99.5 % of the DMN Technology Compatibility Kit, and trusts its author entirely: it
//! recurses without limit and can call out over HTTP. Both calls below therefore catch panics,
//! and nothing may be prepared that [`crate::guard`] has not walked.

use std::panic::{AssertUnwindSafe, catch_unwind};

pub(crate) use dsntk_feel::context::FeelContext as Context;
pub(crate) use dsntk_feel::values::Value;
pub(crate) use dsntk_feel::{FeelNumber as Number, Name};
pub(crate) use dsntk_feel_parser::AstNode as Node;

use dsntk_feel::{Evaluator, FeelScope};

use crate::Problem;

/// An expression made ready: a tree of closures, cheap to run again.
pub(crate) struct Prepared(Evaluator);

/// Parse `source`; `names` are the names that it may use.
///
/// FEEL cannot be parsed without them: `a-b` is one name or a subtraction, depending on them.
pub(crate) fn parse<'a>(
    source: &str,
    names: impl Iterator<Item = &'a str>,
) -> Result<Node, Problem> {
    let scope = knowing(names);
    caught(|| dsntk_feel_parser::parse_expression(&scope, source, false).map_err(syntax))
}

/// The same for the tests of a cell: those between its commas, and whether none of them may hold.
pub(crate) fn parse_tests<'a>(
    source: &str,
    names: impl Iterator<Item = &'a str>,
) -> Result<(Vec<Node>, bool), Problem> {
    let scope = knowing(names);
    let tree =
        caught(|| dsntk_feel_parser::parse_unary_tests(&scope, source, false).map_err(syntax))?;
    Ok(match tree {
        Node::Irrelevant => (Vec::new(), true),
        Node::ExpressionList(tests) => (tests, false),
        Node::NegatedList(tests) => (tests, true),
        test => (vec![test], false),
    })
}

fn knowing<'a>(names: impl Iterator<Item = &'a str>) -> FeelScope {
    let mut known = Context::new();
    names.for_each(|name| known.set_null(name.into()));
    FeelScope::from(known)
}

fn caught(parse: impl FnOnce() -> Result<Node, Problem>) -> Result<Node, Problem> {
    catch_unwind(AssertUnwindSafe(parse))
        .unwrap_or_else(|_| Err(Problem::Syntax("the parser gave up".to_owned())))
}

fn syntax(error: impl std::fmt::Display) -> Problem {
    Problem::Syntax(error.to_string())
}

/// A text as a date, a time, both, or a duration: the first of these that it is.
pub(crate) fn temporal(text: &str) -> impl Iterator<Item = Value> + '_ {
    let readings = [
        Value::try_from_xsd_date,
        Value::try_from_xsd_time,
        Value::try_from_xsd_date_time,
        Value::try_from_xsd_duration,
    ];
    readings.into_iter().filter_map(move |read| catch_unwind(|| read(text).ok()).ok().flatten())
}

/// The sum of the values; null if they are not all numbers.
pub(crate) fn sum(values: Vec<Value>) -> Value {
    dsntk_feel_evaluator::evaluate_sum(values)
}

/// The least of the values; null if they cannot be compared.
pub(crate) fn least(values: Vec<Value>) -> Value {
    dsntk_feel_evaluator::evaluate_min(values)
}

/// The greatest of the values; null if they cannot be compared.
pub(crate) fn greatest(values: Vec<Value>) -> Value {
    dsntk_feel_evaluator::evaluate_max(values)
}

/// Make a guarded tree ready to run.
pub(crate) fn prepare(guarded: &Node) -> Prepared {
    Prepared(dsntk_feel_evaluator::prepare(guarded))
}

impl Prepared {
    /// Evaluate over these facts.
    pub(crate) fn run(&self, facts: Context) -> Result<Value, Problem> {
        let scope = FeelScope::from(facts);
        catch_unwind(AssertUnwindSafe(|| (self.0)(&scope))).map_err(|_| Problem::Failed)
    }
}

/// The name in the one spelling the parser compares: single spaces, none around `. / - ' + *`.
pub(crate) fn name(key: &str) -> Name {
    let mut parts: Vec<&str> = Vec::new();
    for word in key.split_whitespace() {
        parts.extend(word.split_inclusive(is_symbol).flat_map(part_and_symbol));
    }
    Name::new(&parts)
}

/// Whether the character may stand inside a FEEL name although it is an operator elsewhere.
pub(crate) fn is_symbol(character: char) -> bool {
    matches!(character, '.' | '/' | '-' | '\'' | '+' | '*')
}

/// `"a-"` as `"a"` and `"-"`; the symbols are one byte long.
fn part_and_symbol(piece: &str) -> impl Iterator<Item = &str> {
    let at = if piece.ends_with(is_symbol) { piece.len() - 1 } else { piece.len() };
    let (part, symbol) = piece.split_at(at);
    [part, symbol].into_iter().filter(|text| !text.is_empty())
}
