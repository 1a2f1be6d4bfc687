//! What an expression may be made of.
//!
//! The evaluator believes whatever it is given. Left alone, each of these stops the process or a
//! core of it, and each was seen to: a function that calls itself; twenty thousand brackets;
//! `for i in 1..100000`; a Java function, which is an HTTP call; `for x in l return partial`,
//! whose result doubles with every item; `{a: "x", b: a + a, c: b + b, …}`, which doubles with
//! every entry; `range("…")`, which evaluates a text nobody has looked at. So the tree is walked
//! before it is prepared, and only what is known to be cheap passes:
//!
//! - no function is defined, and only the functions of [`FUNCTIONS`] are called, by name;
//! - one iteration at a time, over one list that the facts or the expression spell out;
//! - a context's entries do not use one another.

use crate::Problem;
use crate::feel::{Name, Node};

/// Longest source, in characters. Shorter than any nesting that overflows a 2 MB stack.
pub const MAX_CHARS: usize = 2_000;
/// Most nodes of the parsed tree.
pub const MAX_NODES: usize = 500;
/// Deepest nesting of the parsed tree.
pub const MAX_DEPTH: usize = 64;
/// Longest list among the facts, and longest list spelled out in an expression.
pub const MAX_LIST: usize = 200;

/// What may be called: result no larger than the arguments, time no worse than linear.
///
/// Left out on purpose: `now` and `today` (a command has one time, given as a fact); `range`
/// (evaluates a text); `replace`, `split`, `string join`, `matches` (grow, or compile a pattern);
/// `sort`, `distinct values`, `union`, `mode` (quadratic); what edits contexts and lists in place.
const FUNCTIONS: &[&str] = &[
    "not",
    "all",
    "any",
    "is",
    "string",
    "string length",
    "substring",
    "substring before",
    "substring after",
    "upper case",
    "lower case",
    "contains",
    "starts with",
    "ends with",
    "number",
    "decimal",
    "floor",
    "ceiling",
    "round up",
    "round down",
    "round half up",
    "round half down",
    "abs",
    "modulo",
    "sqrt",
    "odd",
    "even",
    "count",
    "min",
    "max",
    "sum",
    "mean",
    "median",
    "product",
    "list contains",
    "index of",
    "append",
    "concatenate",
    "flatten",
    "reverse",
    "sublist",
    "get value",
    "date",
    "time",
    "date and time",
    "duration",
    "years and months duration",
    "day of week",
    "day of year",
    "month of year",
    "week of year",
    "before",
    "after",
    "meets",
    "met by",
    "overlaps",
    "overlaps before",
    "overlaps after",
    "finishes",
    "finished by",
    "includes",
    "during",
    "starts",
    "started by",
    "coincides",
];

/// What the walk found out, for [`crate::cost`].
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Survey {
    /// The names that are read, in order, with repeats; local variables are among them.
    pub(crate) mentions: Vec<String>,
    /// Whether a part is evaluated once per item of a list.
    pub(crate) iterates: bool,
    /// The length of the longest list written out.
    pub(crate) longest: usize,
    pub(crate) nodes: usize,
}

/// Where in an iteration a node stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Outside,
    /// In what is iterated over.
    Source,
    /// In what is evaluated per item.
    Body,
}

/// The walk's way down to a node.
#[derive(Clone, Copy)]
struct Path<'a> {
    depth: usize,
    place: Place,
    /// The entries of enclosing contexts that came before.
    earlier: Option<&'a Earlier<'a>>,
}

struct Earlier<'a> {
    name: &'a Name,
    before: Option<&'a Earlier<'a>>,
}

/// Pass the tree, or say what is wrong with it.
pub(crate) fn survey(tree: &Node) -> Result<Survey, Problem> {
    let mut survey = Survey::default();
    survey.walk(tree, Path { depth: 0, place: Place::Outside, earlier: None })?;
    Ok(survey)
}

/// Pass one of the tests in a cell of a table, which stands as if behind `in`.
pub(crate) fn survey_test(test: &Node) -> Result<Survey, Problem> {
    let mut survey = Survey::default();
    survey.tests(test, Path { depth: 0, place: Place::Outside, earlier: None })?;
    Ok(survey)
}

impl Survey {
    fn walk(&mut self, node: &Node, path: Path) -> Result<(), Problem> {
        let path = self.step(path)?;
        match node {
            Node::Name(name) => self.mention(name, path),
            Node::FunctionInvocation(function, arguments) => self.call(function, arguments, path),
            Node::Path(from, _) => self.walk(from, path),
            Node::Filter(list, condition) => self.filter(list, condition, path),
            Node::For(contexts, body)
            | Node::Some(contexts, body)
            | Node::Every(contexts, body) => self.iterate(contexts, body, path),
            Node::Context(entries) => self.context(entries, path),
            Node::In(value, tests) => {
                self.walk(value, path)?;
                self.tests(tests, path)
            }
            Node::List(items) => self.list(items, path),
            _ => parts(node)?.into_iter().try_for_each(|part| self.walk(part, path)),
        }
    }

    /// One level down, one node more.
    fn step<'a>(&mut self, path: Path<'a>) -> Result<Path<'a>, Problem> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(Problem::TooManyNodes);
        }
        if path.depth == MAX_DEPTH {
            return Err(Problem::TooDeep);
        }
        Ok(Path { depth: path.depth + 1, ..path })
    }

    fn mention(&mut self, name: &Name, path: Path) -> Result<(), Problem> {
        if path.place == Place::Body && name.as_str() == "partial" {
            return Err(Problem::Forbidden("the results so far of an iteration"));
        }
        let mut earlier = path.earlier;
        while let Some(entry) = earlier {
            if entry.name == name {
                return Err(Problem::Forbidden("an entry of a context used in the next one"));
            }
            earlier = entry.before;
        }
        self.mentions.push(name.as_str().to_owned());
        Ok(())
    }

    fn list(&mut self, items: &[Node], path: Path) -> Result<(), Problem> {
        if items.len() > MAX_LIST {
            return Err(Problem::Forbidden("a list of more than 200 items"));
        }
        self.longest = self.longest.max(items.len());
        items.iter().try_for_each(|item| self.walk(item, path))
    }

    fn call(&mut self, function: &Node, arguments: &Node, path: Path) -> Result<(), Problem> {
        match function {
            Node::Name(name) if FUNCTIONS.contains(&name.as_str()) => self.walk(arguments, path),
            _ => Err(Problem::Forbidden("a function that is not on the list")),
        }
    }

    fn filter(&mut self, list: &Node, condition: &Node, path: Path) -> Result<(), Problem> {
        self.walk(list, path)?;
        if is_index(condition) {
            return self.walk(condition, path);
        }
        if path.place == Place::Body {
            return Err(Problem::Forbidden("an iteration inside an iteration"));
        }
        self.walk_body(list, condition, path)
    }

    /// What follows `in`: the only place of `< 5`, for elsewhere `a == 5` would be the comparison
    /// of `a` with the test "is 5", which is never true.
    fn tests(&mut self, tests: &Node, path: Path) -> Result<(), Problem> {
        match tests {
            Node::UnaryGe(value)
            | Node::UnaryGt(value)
            | Node::UnaryLe(value)
            | Node::UnaryLt(value)
            | Node::UnaryEq(value)
            | Node::UnaryNe(value) => {
                let path = self.step(path)?;
                self.walk(value, path)
            }
            Node::ExpressionList(items) | Node::NegatedList(items) => {
                let path = self.step(path)?;
                items.iter().try_for_each(|item| self.tests(item, path))
            }
            _ => self.walk(tests, path),
        }
    }

    fn iterate(&mut self, contexts: &Node, body: &Node, path: Path) -> Result<(), Problem> {
        if path.place != Place::Outside {
            return Err(Problem::Forbidden("an iteration inside an iteration"));
        }
        let list = only_list(contexts)?;
        self.walk(list, Path { place: Place::Source, ..path })?;
        self.walk_body(list, body, path)
    }

    fn walk_body(&mut self, list: &Node, body: &Node, path: Path) -> Result<(), Problem> {
        if !is_spelled_out(list) {
            return Err(Problem::Forbidden("an iteration over a computed list"));
        }
        self.iterates = true;
        self.walk(body, Path { place: Place::Body, ..path })
    }

    fn context(&mut self, entries: &[Node], path: Path) -> Result<(), Problem> {
        let Some((first, rest)) = entries.split_first() else { return Ok(()) };
        let Node::ContextEntry(key, value) = first else {
            return Err(Problem::Forbidden("an unknown kind of context"));
        };
        self.walk(value, path)?;
        let Node::ContextEntryKey(name) = &**key else {
            return Err(Problem::Forbidden("an unknown kind of context"));
        };
        let earlier = Earlier { name, before: path.earlier };
        self.context(rest, Path { earlier: Some(&earlier), ..path })
    }
}

/// The one list that an iteration goes over.
fn only_list(contexts: &Node) -> Result<&Node, Problem> {
    let (Node::IterationContexts(contexts) | Node::QuantifiedContexts(contexts)) = contexts else {
        return Err(Problem::Forbidden("an unknown kind of iteration"));
    };
    match contexts.as_slice() {
        [Node::IterationContextSingle(_, list) | Node::QuantifiedContext(_, list)] => Ok(list),
        [_] => Err(Problem::Forbidden("an iteration over a range")),
        _ => Err(Problem::Forbidden("an iteration over several lists at once")),
    }
}

/// Whether the list comes from the facts or is written out, so that its length is bounded.
fn is_spelled_out(list: &Node) -> bool {
    match list {
        Node::Name(_) | Node::List(_) => true,
        Node::Path(from, _) | Node::Filter(from, _) => is_spelled_out(from),
        _ => false,
    }
}

/// Whether a filter is `[1]` or `[-1]`: it picks an item and evaluates nothing.
fn is_index(condition: &Node) -> bool {
    match condition {
        Node::Numeric(..) => true,
        Node::Neg(inner) => matches!(**inner, Node::Numeric(..)),
        _ => false,
    }
}

/// The parts of a node that is allowed anywhere; an error for one that is allowed nowhere.
fn parts(node: &Node) -> Result<Vec<&Node>, Problem> {
    let parts: Vec<&Node> = match node {
        Node::At(_)
        | Node::Boolean(_)
        | Node::FeelType(_)
        | Node::Null
        | Node::Numeric(..)
        | Node::ParameterName(_)
        | Node::String(_) => Vec::new(),
        Node::EvaluatedExpression(a)
        | Node::IntervalEnd(a, _)
        | Node::IntervalStart(a, _)
        | Node::Neg(a)
        | Node::Satisfies(a) => vec![a],
        Node::Add(a, b)
        | Node::And(a, b)
        | Node::Div(a, b)
        | Node::Eq(a, b)
        | Node::Exp(a, b)
        | Node::Ge(a, b)
        | Node::Gt(a, b)
        | Node::In(a, b)
        | Node::InstanceOf(a, b)
        | Node::Le(a, b)
        | Node::Lt(a, b)
        | Node::Mul(a, b)
        | Node::NamedParameter(a, b)
        | Node::Nq(a, b)
        | Node::Or(a, b)
        | Node::Range(a, b)
        | Node::Sub(a, b) => vec![a, b],
        Node::Between(a, b, c) | Node::If(a, b, c) => vec![a, b, c],
        Node::CommaList(items)
        | Node::ExpressionList(items)
        | Node::NamedParameters(items)
        | Node::NegatedList(items)
        | Node::PositionalParameters(items) => items.iter().collect(),
        Node::FunctionDefinition(..) | Node::FunctionBody(..) => {
            return Err(Problem::Forbidden("a function of its own"));
        }
        Node::UnaryEq(_)
        | Node::UnaryGe(_)
        | Node::UnaryGt(_)
        | Node::UnaryLe(_)
        | Node::UnaryLt(_)
        | Node::UnaryNe(_) => {
            return Err(Problem::Forbidden("a comparison with nothing on its left"));
        }
        _ => return Err(Problem::Forbidden("a part of FEEL that conditions do not need")),
    };
    Ok(parts)
}
