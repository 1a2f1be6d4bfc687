//! Random well-formed processes, built of blocks with one way in and one way out.

use std::fmt::Write;

use proptest::prelude::*;

#[derive(Debug, Clone)]
pub(super) enum Block {
    /// A node by the head of its notation: `user`, `receive`, `send` …
    Step(&'static str),
    Row(Vec<Block>),
    /// Ways between a split and a join of this kind.
    Ways(&'static str, Vec<Block>),
    Loop(Box<Block>),
    Sub(Box<Block>),
    /// A step with a timer that ends it and one that does not.
    Timed,
    /// Whatever happens first.
    First,
    /// Several instances, with the settings of the loop.
    Many(&'static str),
    /// A sub-process that ends in an error, which its border catches.
    Fails(Box<Block>),
}

pub(super) fn block() -> impl Strategy<Value = Block> {
    let step = prop_oneof![
        prop::sample::select(vec!["user", "service", "send", "task", "pass"]).prop_map(Block::Step),
        Just(Block::Timed),
        Just(Block::First),
        prop::sample::select(vec!["times=2", "times=3 order=seq", "times=2 until=x", "times=0"])
            .prop_map(Block::Many),
    ];
    step.prop_recursive(4, 24, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several().prop_map(Block::Row),
            (prop::sample::select(vec!["xor", "and", "or"]), several())
                .prop_map(|(kind, ways)| Block::Ways(kind, ways)),
            inner.clone().prop_map(|it| Block::Loop(Box::new(it))),
            inner.clone().prop_map(|it| Block::Sub(Box::new(it))),
            inner.prop_map(|it| Block::Fails(Box::new(it))),
        ]
    })
}

/// The model of a process that is one block.
pub(super) fn model(block: &Block) -> String {
    let mut text = Text::default();
    let (first, last) = text.put(block, "");
    text.node("start s", "");
    text.node("end e", "");
    text.flow("s", &first, "");
    text.flow(&last, "e", "");
    text.out
}

#[derive(Default)]
struct Text {
    out: String,
    count: usize,
}

impl Text {
    fn name(&mut self) -> String {
        self.count += 1;
        format!("n{}", self.count)
    }

    fn node(&mut self, text: &str, scope: &str) {
        let inside = if scope.is_empty() { String::new() } else { format!(" in {scope}") };
        writeln!(self.out, "{text}{inside}").unwrap();
    }

    fn flow(&mut self, from: &str, to: &str, condition: &str) {
        writeln!(self.out, "{from} > {to}{condition}").unwrap();
    }

    /// The first and last node of a block.
    fn put(&mut self, block: &Block, scope: &str) -> (String, String) {
        let name = self.name();
        match block {
            Block::Step(kind) => self.node(&format!("{kind} {name}"), scope),
            Block::Many(how) => self.node(&format!("user {name} {how}"), scope),
            Block::Row(blocks) => return self.row(blocks, scope),
            Block::Ways(kind, ways) => return self.ways(&name, kind, ways, scope),
            Block::Loop(inside) => return self.repeat(&name, inside, scope),
            Block::Sub(inside) => {
                self.node(&format!("sub {name}"), scope);
                self.inside(&name, inside, "end");
            }
            Block::Fails(inside) => return self.fails(&name, inside, scope),
            Block::Timed => {
                self.node(&format!("user {name}"), scope);
                self.node(&format!("reminder {name}r on {name} every R2/P1D"), scope);
                self.node(&format!("end {name}re"), scope);
                self.flow(&format!("{name}r"), &format!("{name}re"), "");
                self.node(&format!("timer {name}t on {name} after P3D"), scope);
                self.node(&format!("xor {name}m"), scope);
                let merge = format!("{name}m");
                self.flow(&name, &merge, "");
                self.flow(&format!("{name}t"), &merge, "");
                return (name, merge);
            }
            Block::First => return self.first(&name, scope),
        }
        (name.clone(), name)
    }

    fn row(&mut self, blocks: &[Block], scope: &str) -> (String, String) {
        let ends: Vec<_> = blocks.iter().map(|block| self.put(block, scope)).collect();
        for pair in ends.windows(2) {
            self.flow(&pair[0].1, &pair[1].0, "");
        }
        (ends[0].0.clone(), ends[ends.len() - 1].1.clone())
    }

    fn ways(&mut self, name: &str, kind: &str, ways: &[Block], scope: &str) -> (String, String) {
        let (split, join) = (format!("{name}s"), format!("{name}j"));
        self.node(&format!("{kind} {split}"), scope);
        self.node(&format!("{kind} {join}"), scope);
        for (at, way) in ways.iter().enumerate() {
            let (first, last) = self.put(way, scope);
            let condition = match (kind, at) {
                ("and", _) => "",
                (_, 0) => " else",
                (_, 1) => " if x",
                _ => " if y",
            };
            self.flow(&split, &first, condition);
            self.flow(&last, &join, "");
        }
        (split, join)
    }

    fn repeat(&mut self, name: &str, inside: &Block, scope: &str) -> (String, String) {
        let (merge, wait, choice) = (format!("{name}m"), format!("{name}w"), format!("{name}c"));
        self.node(&format!("xor {merge}"), scope);
        self.node(&format!("user {wait}"), scope);
        self.node(&format!("xor {choice}"), scope);
        let (first, last) = self.put(inside, scope);
        self.flow(&merge, &first, "");
        self.flow(&last, &wait, "");
        self.flow(&wait, &choice, "");
        self.flow(&choice, &merge, " if z");
        let after = format!("{name}a");
        self.node(&format!("pass {after}"), scope);
        self.flow(&choice, &after, " else");
        (merge, after)
    }

    /// What stands inside a sub-process; `last` is how it ends.
    fn inside(&mut self, scope: &str, inside: &Block, last: &str) {
        let (begin, end) = (format!("{scope}i"), format!("{scope}o"));
        self.node(&format!("start {begin}"), scope);
        let (head, code) = last.split_once(' ').unwrap_or((last, ""));
        self.node(format!("{head} {end} {code}").trim(), scope);
        let (from, to) = self.put(inside, scope);
        self.flow(&begin, &from, "");
        self.flow(&to, &end, "");
    }

    fn fails(&mut self, name: &str, inside: &Block, scope: &str) -> (String, String) {
        let (border, merge) = (format!("{name}b"), format!("{name}m"));
        self.node(&format!("sub {name}"), scope);
        self.node(&format!("border {border} on {name} error E"), scope);
        self.node(&format!("xor {merge}"), scope);
        self.inside(name, inside, "raise error E");
        self.flow(name, &merge, "");
        self.flow(&border, &merge, "");
        (name.to_owned(), merge)
    }

    fn first(&mut self, name: &str, scope: &str) -> (String, String) {
        let merge = format!("{name}m");
        self.node(&format!("first {name}"), scope);
        self.node(&format!("await {name}t after P1D"), scope);
        self.node(&format!("await {name}a message one"), scope);
        self.node(&format!("receive {name}r papers"), scope);
        self.node(&format!("xor {merge}"), scope);
        for event in ["t", "a", "r"] {
            self.flow(name, &format!("{name}{event}"), "");
            self.flow(&format!("{name}{event}"), &merge, "");
        }
        (name.to_owned(), merge)
    }
}
