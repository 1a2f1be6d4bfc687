//! Going on with another version of the process: each token from the node at which it waits to one
//! of the same kind, in the same nesting of scopes.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::Discriminant;

use crate::definition::{Definition, Event, Kind, Node};
use crate::effect::Effect;
use crate::facts::Facts;
use crate::position::{Armed, PROCESS, Position, Rest, Scope, Token, WaitsFor};
use crate::timer::Timer;

use super::listen::Heard;
use super::run::{Ready, Run};

/// Where the tokens of one version go in another: node by node, also for the events that are
/// listened for meanwhile, and flow by flow where a token waits at a join. An event or flow that is
/// not named keeps its id.
pub type Plan = BTreeMap<String, String>;

/// Why a case cannot go on with the other version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Misfit {
    /// The node of the old version at which a token waits.
    pub node: String,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The plan does not say where to.
    Unmapped,
    /// There is no such node.
    Missing,
    /// It is of another kind.
    Kind,
    /// It stands in another scope.
    Scope,
    /// It is repeated in another way.
    Repeat,
    /// A token came to its join by a flow that is not there.
    Flow,
    /// The time of a timer cannot be told.
    Timer,
}

impl Why {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unmapped => "unmapped",
            Self::Missing => "missing",
            Self::Kind => "kind",
            Self::Scope => "scope",
            Self::Repeat => "repeat",
            Self::Flow => "flow",
            Self::Timer => "timer",
        }
    }
}

/// What the caller has to write anew besides carrying the effects out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A token waits at a node, which had another id or not.
    Rests { token: u64, from: String, to: String, on: WaitsFor },
    /// A timer runs on under another id or the same; where its time is written differently, `anew`
    /// counts from when it was first armed.
    Timer { token: u64, from: String, to: String, anew: Option<Timer> },
}

/// A case that goes on with the other version.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Migrated {
    pub changes: Vec<Change>,
    pub effects: Vec<Effect>,
}

/// Whether a token that waits at `old` may come to wait at `new`, as far as the nodes alone tell.
pub fn fits(old: &Node, new: &Node) -> Result<(), Why> {
    let kind = |node: &Node| std::mem::discriminant(&node.kind);
    let serves = |node: &Node| node.step.get("kind").map(str::to_owned);
    let same = kind(old) == kind(new) && listens(old) == listens(new) && serves(old) == serves(new);
    if !same {
        return Err(Why::Kind);
    }
    if old.repeat == new.repeat { Ok(()) } else { Err(Why::Repeat) }
}

/// For what kind of event a node listens.
fn listens(node: &Node) -> Option<Discriminant<Event>> {
    node.kind.event().map(std::mem::discriminant)
}

/// Let a case go on with another version of its process.
///
/// # Errors
/// Every token that cannot; the position is then as it was.
pub fn migrate(
    (from, to): (&Definition, &Definition),
    plan: &Plan,
    position: &mut Position,
    facts: &dyn Facts,
) -> Result<Migrated, Vec<Misfit>> {
    let mut moved = position.clone();
    let mut shift = Shift { from, to, plan, misfits: BTreeSet::new(), changes: Vec::new() };
    shift.scopes(&mut moved);
    shift.tokens(&mut moved);
    if !shift.misfits.is_empty() {
        return Err(shift.misfits.into_iter().collect());
    }
    let mut changes = std::mem::take(&mut shift.changes);
    let mut run = Run::new(to, &mut moved, facts);
    if let Err(node) = run.hear_anew(&shift, position, &mut changes) {
        return Err(vec![Misfit { node, why: Why::Timer }]);
    }
    run.meet_again();
    run.run_to_quiescence();
    let effects = run.effects;
    moved.settle_layout();
    *position = moved;
    Ok(Migrated { changes, effects })
}

pub(super) struct Shift<'a> {
    from: &'a Definition,
    to: &'a Definition,
    plan: &'a Plan,
    misfits: BTreeSet<Misfit>,
    changes: Vec<Change>,
}

impl Shift<'_> {
    fn goal<'n>(&'n self, id: &'n str) -> &'n str {
        self.plan.get(id).map_or(id, String::as_str)
    }

    /// The node a token goes to, if it may.
    fn step(&self, id: &str, scope: Option<&str>) -> Result<&Node, Why> {
        let goal = self.plan.get(id).ok_or(Why::Unmapped)?;
        let new = self.to.node(goal).ok_or(Why::Missing)?;
        fits(self.from.node(id).ok_or(Why::Missing)?, new)?;
        if new.scope.as_deref() == scope { Ok(new) } else { Err(Why::Scope) }
    }

    /// Scopes go with the nodes whose inside they are, parents first.
    fn scopes(&mut self, position: &mut Position) {
        for at in 0..position.scopes.len() {
            let Some(id) = position.scopes[at].node.clone() else { continue };
            let parent = position.scopes[at].parent.unwrap_or(PROCESS);
            let around = self.inside(position, parent);
            match self.step(&id, around.as_deref()).map(|node| node.id.clone()) {
                Ok(goal) => position.scopes[at].node = Some(goal),
                Err(why) => {
                    self.misfits.insert(Misfit { node: id, why });
                }
            }
        }
        position.scopes.iter_mut().for_each(|scope| scope.stands_still = false);
    }

    /// The definition's scope in which the tokens of a running one stand; its node is the new one.
    fn inside(&self, position: &Position, scope: u64) -> Option<String> {
        let scope = position.scope(scope)?;
        if scope.instances.is_some() {
            return self.inside(position, scope.parent?);
        }
        self.to.node(scope.node.as_deref()?)?.inside()
    }

    fn tokens(&mut self, position: &mut Position) {
        for at in 0..position.tokens.len() {
            let token = position.tokens[at].clone();
            let scope = self.inside(position, token.scope);
            match self.step(&token.node, scope.as_deref()).map(|node| node.id.clone()) {
                Ok(goal) => {
                    position.tokens[at].flow = self.flow(&token, &goal);
                    position.tokens[at].node.clone_from(&goal);
                    let (number, from, on) = (token.number, token.node.clone(), token.wait().on);
                    self.changes.push(Change::Rests { token: number, from, to: goal, on });
                }
                Err(why) => {
                    self.misfits.insert(Misfit { node: token.node, why });
                }
            }
        }
    }

    /// The flow by which a token stands before a join: the one that is named, that has the same id,
    /// or that comes from the same node.
    fn flow(&mut self, token: &Token, goal: &str) -> Option<String> {
        let old = token.flow.as_deref()?;
        let incoming: Vec<_> = self.to.flows().filter(|flow| flow.to == goal).collect();
        let named = self.goal(old);
        if let Some(flow) = incoming.iter().find(|flow| flow.id == named) {
            return Some(flow.id.clone());
        }
        let source = self.from.flows().find(|flow| flow.id == old).map(|flow| &flow.from);
        let source = source.map(|id| self.goal(id).to_owned());
        let found = incoming.iter().find(|flow| Some(&flow.from) == source.as_ref());
        let found = found.map(|flow| flow.id.clone());
        if found.is_none() && token.rest == Rest::Join {
            self.misfits.insert(Misfit { node: token.node.clone(), why: Why::Flow });
        }
        found
    }

    /// Whether a time is written as it was.
    fn is_written_alike(&self, old: &str, new: &str) -> bool {
        let written = |definition: &Definition, id: &str| {
            let node = definition.node(id)?;
            let counts = node.step.get("calendar").map(str::to_owned);
            Some((node.kind.timer()?.clone(), counts))
        };
        written(self.from, old) == written(self.to, new)
    }
}

/// What is listened for at one place: before, and in the other version.
struct Listening {
    /// The node of the old version that stands there.
    node: String,
    holder: u64,
    scope: u64,
    old: Vec<usize>,
    new: Vec<usize>,
    timers: Vec<Armed>,
    messages: Vec<String>,
}

impl Run<'_> {
    /// Timers run on, and what is no longer listened for, or only now, is told.
    fn hear_anew(
        &mut self,
        shift: &Shift<'_>,
        before: &Position,
        changes: &mut Vec<Change>,
    ) -> Result<(), String> {
        for token in &before.tokens {
            let Some(new) = self.position.token(token.number).cloned() else { continue };
            self.receive_anew(shift, token, &new);
            let (old, at) = (around(shift.from, token), around(self.definition, &new));
            let place = Listening {
                node: token.node.clone(),
                holder: token.number,
                scope: token.scope,
                old,
                new: at,
                timers: token.timers.clone(),
                messages: token.messages.clone(),
            };
            let (timers, messages) = self.listen_anew(shift, place, changes)?;
            if let Some(token) = self.position.token_mut(token.number) {
                (token.timers, token.messages) = (timers, messages);
            }
        }
        for scope in &before.scopes {
            let Some(new) = self.position.scope(scope.id) else { continue };
            if scope.interrupted || scope.instances.is_some() {
                continue;
            }
            let place = Listening {
                // The process itself has no node.
                node: scope.node.clone().unwrap_or_default(),
                holder: scope.holder(),
                scope: scope.id,
                old: handlers(shift.from, scope),
                new: handlers(self.definition, new),
                timers: scope.timers.clone(),
                messages: scope.messages.clone(),
            };
            let (timers, messages) = self.listen_anew(shift, place, changes)?;
            if let Some(scope) = self.position.scope_mut(scope.id) {
                (scope.timers, scope.messages) = (timers, messages);
            }
        }
        Ok(())
    }

    /// A receive task may wait for a message of another name.
    fn receive_anew(&mut self, shift: &Shift<'_>, old: &Token, new: &Token) {
        if old.rest != Rest::Message {
            return;
        }
        let name = |definition: &Definition, id: &str| {
            definition.node(id).and_then(|node| node.kind.message()).map(str::to_owned)
        };
        let names = (name(shift.from, &old.node), name(self.definition, &new.node));
        if let (Some(was), Some(is)) = names
            && was != is
        {
            let (token, node) = (old.number, new.node.clone());
            self.effects.push(Effect::Unsubscribe { token, name: was });
            self.effects.push(Effect::Subscribe { token, node, name: is });
        }
    }

    fn listen_anew(
        &mut self,
        shift: &Shift<'_>,
        place: Listening,
        changes: &mut Vec<Change>,
    ) -> Result<(Vec<Armed>, Vec<String>), String> {
        let Listening { node: place, holder, scope, old, new, timers, messages } = place;
        let id = |at: &usize| self.node(*at).id.clone();
        let new_ids: Vec<String> = new.iter().map(id).collect();
        // What stood there before and listens no more has done its work; what listens for another
        // kind of event now is new.
        let goes_on = |at: &usize| {
            let node = &shift.from.nodes[*at];
            let goal = shift.goal(&node.id);
            let same = self.definition.node(goal).is_some_and(|new| listens(new) == listens(node));
            same.then(|| goal.to_owned())
        };
        let known: Vec<String> = old.iter().filter_map(goes_on).collect();
        let fresh: Vec<usize> = new
            .iter()
            .zip(&new_ids)
            .filter(|(_, id)| !known.contains(id))
            .map(|(at, _)| *at)
            .collect();
        let (mut kept, mut heard) = (Vec::new(), Vec::new());
        for armed in timers {
            let goal = shift.goal(&armed.node).to_owned();
            let at = new.iter().zip(&new_ids).find(|(_, id)| **id == goal).map(|(at, _)| *at);
            let Some(at) = at.filter(|at| self.node(*at).kind.timer().is_some()) else {
                self.effects.push(Effect::DisarmTimer { token: holder, node: armed.node });
                continue;
            };
            let alike = shift.is_written_alike(&armed.node, &goal);
            let anew =
                if alike { None } else { self.told(at, scope).map_err(|()| place.clone())? };
            let left = if alike { armed.left } else { anew.as_ref().and_then(Timer::firings) };
            let from = armed.node;
            changes.push(Change::Timer { token: holder, from, to: goal.clone(), anew });
            kept.push(Armed { node: goal, left });
        }
        for message in messages {
            let goal = shift.goal(&message).to_owned();
            let name = |definition: &Definition, id: &str| {
                definition.node(id).and_then(|it| it.kind.message()).map(str::to_owned)
            };
            let (was, is) = (name(shift.from, &message), name(self.definition, &goal));
            let still = new_ids.contains(&goal) && is.is_some();
            if was != is || !still {
                if let Some(name) = was {
                    self.effects.push(Effect::Unsubscribe { token: holder, name });
                }
                if let Some(name) = is.filter(|_| still) {
                    let node = goal.clone();
                    self.effects.push(Effect::Subscribe { token: holder, node, name });
                }
            }
            if still {
                heard.push(goal);
            }
        }
        let events = self.heard(&fresh, scope).map_err(|_| place)?;
        let (timers, messages) = self.hear(holder, events);
        kept.extend(timers);
        heard.extend(messages);
        Ok((kept, heard))
    }

    fn told(&self, at: usize, scope: u64) -> Result<Option<Timer>, ()> {
        let events = self.heard(&[at], scope).map_err(drop)?;
        Ok(events.into_iter().find_map(|(_, heard)| match heard {
            Heard::Timer(timer) => Some(timer),
            Heard::Message(_) => None,
        }))
    }

    /// Joins may have all their tokens now.
    fn meet_again(&mut self) {
        let at_join = |token: &Token| {
            let at = self.definition.at(&token.node)?;
            let is_it = token.rest == Rest::Join && self.node(at).kind == Kind::Parallel;
            is_it.then_some((token.number, token.scope, at))
        };
        let joins: Vec<_> = self.position.tokens.iter().filter_map(at_join).collect();
        for (number, scope, node) in joins {
            if self.position.token(number).is_none() {
                continue;
            }
            let complete: Option<Vec<u64>> = self.waiting(scope, node).into_iter().collect();
            if let Some(complete) = complete {
                let ready = Ready { number, scope, node, flow: None, instance: None };
                self.merge(&ready, &complete);
            }
        }
    }
}

/// The events that are listened for while a token rests where it does.
fn around(definition: &Definition, token: &Token) -> Vec<usize> {
    let Some(at) = definition.at(&token.node) else { return Vec::new() };
    let around = &definition.around[at];
    match (token.rest, &definition.nodes[at].kind) {
        (Rest::Before | Rest::Leaving | Rest::Join, _) => Vec::new(),
        (_, Kind::Catch(_)) => vec![at],
        (_, Kind::EventGateway) => {
            around.outgoing.iter().map(|flow| definition.target(*flow)).collect()
        }
        _ if token.instance.is_some() => Vec::new(),
        _ => around.boundary.clone(),
    }
}

fn handlers(definition: &Definition, scope: &Scope) -> Vec<usize> {
    let node = scope.node.as_deref().and_then(|id| definition.node(id));
    definition.handlers(node.and_then(Node::inside).as_deref()).to_vec()
}
