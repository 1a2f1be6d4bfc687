//! Plays the token game over all choices, within a bound, to find deadlocks and runaway growth.
//!
//! A marking says how many tokens are on each flow. But for inclusive joins the subset is
//! free-choice: who uses a flow's token depends on nothing else. So it is enough to move one enabled
//! node at a time and branch only over that node's own choices; every deadlock is still met.
//! Inclusive joins move when nothing else can, which is when the engine asks them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;

use crate::definition::{Definition, Kind};
use crate::problem::ProblemKind as P;
use crate::report::Report;

use super::moves::{self, Moves, Needs};
use super::paths;

const MOST_MARKINGS: usize = 5_000;

/// A marking may be as wide as the process: these bound the comparisons and the memory.
const MOST_WORK: usize = 20_000_000;
const MOST_HELD: usize = 1_000_000;

type Marking = BTreeMap<usize, u32>;

pub(super) fn check(definition: &Definition, report: &mut Report) {
    let is_reminder = |node: &usize| {
        matches!(definition.nodes[*node].kind, Kind::Boundary { interrupting: false, .. })
    };
    let reminders: Vec<usize> = (0..definition.nodes.len()).filter(is_reminder).collect();
    let beside = paths::reached(definition, reminders.clone());
    // Each scope is a game of its own: to the one around it, it is one node.
    let moves: Rc<[Moves]> =
        (0..definition.nodes.len()).map(|node| moves::of(definition, node)).collect();
    for start in definition.starts() {
        Game::from(definition, &moves, start).tell(|node| !beside[node], report);
    }
    for reminder in reminders {
        Game::from(definition, &moves, reminder).tell(|_| false, report);
    }
}

/// One marking met, and how it came about.
struct Met {
    marking: Rc<Marking>,
    total: u32,
    before: Option<usize>,
    by: Played,
}

/// A stretch of moves.
#[derive(Clone, Copy, Default)]
struct Played {
    /// Whether somebody had to act.
    waited: bool,
    /// The latest node that gave more than one token.
    split: Option<usize>,
}

struct Game<'a> {
    definition: &'a Definition,
    /// Where the tokens begin.
    begin: usize,
    moves: Rc<[Moves]>,
    met: Vec<Met>,
    known: HashSet<Rc<Marking>>,
    work: usize,
    held: usize,
    completes: bool,
    unfinished: bool,
    /// The nodes that used a token in some play.
    moved: HashSet<usize>,
    /// The joins that wait in vain in some play.
    vain: BTreeSet<usize>,
    /// A round that adds a token; the worst is one in which nobody has to act.
    growth: Option<Played>,
}

impl<'a> Game<'a> {
    /// Play from a token that leaves `begin`.
    fn from(definition: &'a Definition, moves: &Rc<[Moves]>, begin: usize) -> Self {
        let mut game = Self::new(definition, Rc::clone(moves), begin);
        for way in moves::ways(definition, begin) {
            game.explore(&way);
        }
        game
    }

    fn new(definition: &'a Definition, moves: Rc<[Moves]>, begin: usize) -> Self {
        Self {
            definition,
            begin,
            moves,
            met: Vec::new(),
            known: HashSet::new(),
            work: 0,
            held: 0,
            completes: false,
            unfinished: false,
            moved: HashSet::new(),
            vain: BTreeSet::new(),
            growth: None,
        }
    }

    /// Follow every choice from one token on each of these flows.
    fn explore(&mut self, flows: &[usize]) {
        let mut begin = Marking::new();
        add(&mut begin, flows);
        let mut open = Vec::from_iter(self.meet(begin, None, Played::default()));
        while let Some(at) = open.pop() {
            if self.is_exhausted() {
                self.unfinished = true;
                return;
            }
            open.extend(self.step(at));
        }
    }

    fn is_exhausted(&self) -> bool {
        self.met.len() >= MOST_MARKINGS || self.work >= MOST_WORK || self.held >= MOST_HELD
    }

    /// The markings that follow from one, as far as they are new.
    fn step(&mut self, at: usize) -> Vec<usize> {
        let marking = Rc::clone(&self.met[at].marking);
        let Some(node) = self.enabled(&marking) else {
            self.rest(&marking);
            return Vec::new();
        };
        self.moved.insert(node);
        if self.moves[node].terminates {
            self.completes = true;
            return Vec::new();
        }
        let mut used = Marking::clone(&marking);
        self.consume(&mut used, node);
        let waited = self.definition.nodes[node].kind.waits();
        let moves = Rc::clone(&self.moves);
        let mut new = Vec::new();
        for way in &moves[node].ways {
            let mut next = used.clone();
            add(&mut next, way);
            let played = Played { waited, split: (way.len() > 1).then_some(node) };
            if !self.grows(&next, at, played) {
                new.extend(self.meet(next, Some(at), played));
            }
        }
        new
    }

    /// The first node that has the tokens it needs.
    fn enabled(&mut self, marking: &Marking) -> Option<usize> {
        for flow in marking.keys() {
            let node = self.definition.target(*flow);
            let incoming = &self.definition.around[node].incoming;
            self.work += incoming.len();
            let is_enabled = match self.moves[node].needs {
                Needs::One => true,
                Needs::All => incoming.iter().all(|flow| marking.contains_key(flow)),
                Needs::Possible => false,
            };
            if is_enabled {
                return Some(node);
            }
        }
        let targets: Vec<usize> =
            marking.keys().map(|flow| self.definition.target(*flow)).collect();
        self.work += targets.len() * targets.len();
        targets.iter().copied().find(|node| {
            self.moves[*node].needs == Needs::Possible && self.can_fire(*node, marking, &targets)
        })
    }

    fn can_fire(&self, join: usize, marking: &Marking, targets: &[usize]) -> bool {
        let incoming = self.definition.around[join].incoming.iter();
        let has_token: Vec<bool> = incoming.map(|flow| marking.contains_key(flow)).collect();
        let mut others = targets.iter().filter(|node| **node != join);
        !others.any(|node| self.definition.blocks(join, *node, &has_token))
    }

    fn consume(&self, marking: &mut Marking, node: usize) {
        let incoming = &self.definition.around[node].incoming;
        let needed = if self.moves[node].needs == Needs::One { 1 } else { incoming.len() };
        let held: Vec<usize> = incoming
            .iter()
            .copied()
            .filter(|flow| marking.contains_key(flow))
            .take(needed)
            .collect();
        for flow in held {
            if let Some(count) = marking.get_mut(&flow) {
                *count -= 1;
            }
        }
        marking.retain(|_, count| *count > 0);
    }

    /// Nothing can move: the process is complete, or joins wait in vain.
    fn rest(&mut self, marking: &Marking) {
        self.completes |= marking.is_empty();
        self.vain.extend(marking.keys().map(|flow| self.definition.target(*flow)));
    }

    /// Whether `next` has all tokens of a marking on its own path and more: then the same moves
    /// add more tokens, again and again.
    fn grows(&mut self, next: &Marking, from: usize, mut played: Played) -> bool {
        let total: u32 = next.values().sum();
        let mut at = Some(from);
        while let Some(here) = at {
            let met = &self.met[here];
            self.work += 1;
            if met.total < total {
                self.work += met.marking.len();
                if covers(next, &met.marking) {
                    if self.growth.is_none_or(|known| known.waited && !played.waited) {
                        self.growth = Some(played);
                    }
                    return true;
                }
            }
            at = met.before;
            played.waited |= met.by.waited;
            played.split = played.split.or(met.by.split);
        }
        false
    }

    fn meet(&mut self, marking: Marking, before: Option<usize>, by: Played) -> Option<usize> {
        let (at, total) = (self.met.len(), marking.values().sum());
        let marking = Rc::new(marking);
        if !self.known.insert(Rc::clone(&marking)) {
            return None;
        }
        self.held += marking.len();
        self.met.push(Met { marking, total, before, by });
        Some(at)
    }

    /// `alone` says of a node that only this game's tokens come there, so that what was not met
    /// there never is.
    fn tell(&self, alone: impl Fn(usize) -> bool, report: &mut Report) {
        let id = |node: usize| self.definition.nodes[node].id.as_str();
        if let Some(Played { waited, split }) = self.growth {
            let node = split.unwrap_or(self.begin);
            let advice = waited && (self.completes || self.unfinished || !alone(node));
            report.on(id(node), if advice { P::MayMultiply } else { P::UnboundedTokens }, "");
        }
        for node in &self.vain {
            let never = !self.unfinished && !self.moved.contains(node) && alone(*node);
            report.on(id(*node), if never { P::Deadlock } else { P::MayDeadlock }, "");
        }
        if self.unfinished {
            let start = id(self.begin);
            report.on(start, P::NotFullyExplored, format!("{} markings", self.met.len()));
        }
    }
}

fn add(marking: &mut Marking, flows: &[usize]) {
    for flow in flows {
        *marking.entry(*flow).or_default() += 1;
    }
}

fn covers(larger: &Marking, smaller: &Marking) -> bool {
    smaller.iter().all(|(flow, count)| larger.get(flow).is_some_and(|more| more >= count))
}
