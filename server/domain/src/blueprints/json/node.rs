//! The tree of a JSON text, each node with the byte at which it begins.

use jsonc_parser::ast;
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::{Number, Value};

pub(in crate::blueprints) struct Node {
    /// Where it begins, in bytes.
    pub(in crate::blueprints) offset: usize,
    pub(in crate::blueprints) shape: Shape,
}

pub(in crate::blueprints) enum Shape {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Members(Vec<Member>),
}

pub(in crate::blueprints) struct Member {
    /// Where its name begins.
    pub(in crate::blueprints) offset: usize,
    pub(in crate::blueprints) name: String,
    pub(in crate::blueprints) node: Node,
}

/// JSON as RFC 8259 has it, without what its friendlier relatives let in.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The tree, or where the text stops being JSON and why.
pub(super) fn parse(text: &str) -> Result<Node, (usize, String)> {
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(read) => read.value.map(node).ok_or_else(|| (0, "the file is empty".to_owned())),
        Err(fault) => Err((fault.range().start, format!("this is not JSON: {}", fault.kind()))),
    }
}

fn node(value: ast::Value<'_>) -> Node {
    let offset = value.range().start;
    let shape = match value {
        ast::Value::NullKeyword(_) => Shape::Null,
        ast::Value::BooleanLit(it) => Shape::Bool(it.value),
        ast::Value::NumberLit(it) => it.value.parse().map_or(Shape::Null, Shape::Number),
        ast::Value::StringLit(it) => Shape::Text(it.value.into_owned()),
        ast::Value::Array(it) => Shape::List(it.elements.into_iter().map(node).collect()),
        ast::Value::Object(it) => Shape::Members(it.properties.into_iter().map(member).collect()),
    };
    Node { offset, shape }
}

fn member(property: ast::ObjectProp<'_>) -> Member {
    let offset = property.range.start;
    Member { offset, name: property.name.into_string(), node: node(property.value) }
}

impl Node {
    /// What stands one step down, and where it begins: a member by its name, an item by its number.
    pub(super) fn step(&self, step: &str) -> Option<(usize, &Self)> {
        match &self.shape {
            Shape::Members(members) => {
                let found = members.iter().find(|member| member.name == step)?;
                Some((found.offset, &found.node))
            }
            Shape::List(items) => {
                let item = items.get(step.parse::<usize>().ok()?)?;
                Some((item.offset, item))
            }
            _ => None,
        }
    }

    pub(super) fn inner(&self) -> Box<dyn Iterator<Item = &Self> + '_> {
        match &self.shape {
            Shape::Members(members) => Box::new(members.iter().map(|member| &member.node)),
            Shape::List(items) => Box::new(items.iter()),
            _ => Box::new(std::iter::empty()),
        }
    }

    /// Where the last thing inside begins.
    pub(super) fn last_offset(&self) -> usize {
        self.inner().last().map_or(self.offset, Self::last_offset)
    }

    pub(super) fn find(&self, name: &str, text: &str) -> Option<usize> {
        let is_it = |found: &(usize, &Self)| matches!(&found.1.shape, Shape::Text(t) if t == text);
        let own = self.step(name).filter(is_it).map(|(offset, _)| offset);
        own.or_else(|| self.inner().find_map(|node| node.find(name, text)))
    }

    /// Tell of every member whose name another one of the same object has already.
    pub(super) fn repeated(&self, tell: &mut impl FnMut(usize, &str)) {
        if let Shape::Members(members) = &self.shape {
            for (number, member) in members.iter().enumerate() {
                if members[..number].iter().any(|before| before.name == member.name) {
                    tell(member.offset, &member.name);
                }
            }
        }
        self.inner().for_each(|node| node.repeated(tell));
    }

    /// The same as a plain value.
    pub(in crate::blueprints) fn value(&self) -> Value {
        match &self.shape {
            Shape::Null => Value::Null,
            Shape::Bool(it) => Value::Bool(*it),
            Shape::Number(it) => Value::Number(it.clone()),
            Shape::Text(it) => Value::String(it.clone()),
            Shape::List(items) => items.iter().map(Self::value).collect(),
            Shape::Members(members) => {
                members.iter().map(|member| (member.name.clone(), member.node.value())).collect()
            }
        }
    }
}
