//! The token game without data: every way in which a node may use its tokens.

use crate::definition::{Definition, Flow, Kind, Thrown};

/// With more conditional flows than this on one activity not every combination is looked at,
/// only each flow alone and all together.
const MOST_COMBINED: usize = 4;

/// What a node does with its tokens, whatever the conditions say.
pub(super) struct Moves {
    /// Which of its incoming flows it needs a token on.
    pub(super) needs: Needs,
    /// Ends its whole scope when reached.
    pub(super) terminates: bool,
    /// Each way to go on, as the flows that get a token.
    pub(super) ways: Vec<Vec<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    One,
    /// A parallel join.
    All,
    /// An inclusive join: those on which a token can still come.
    Possible,
}

/// The moves of a node. An interrupting event on its border is one more way out; what a
/// non-interrupting one begins is looked at by itself.
pub(super) fn of(definition: &Definition, node: usize) -> Moves {
    let around = &definition.around[node];
    let kind = &definition.nodes[node].kind;
    let mut ways = ways(definition, node);
    if kind.waits() {
        let interrupts = |at: &&usize| {
            matches!(definition.nodes[**at].kind, Kind::Boundary { interrupting: true, .. })
        };
        for event in around.boundary.iter().filter(interrupts) {
            ways.extend(self::ways(definition, *event));
        }
    }
    let needs = match kind {
        _ if !definition.joins(node) => Needs::One,
        Kind::Parallel => Needs::All,
        _ => Needs::Possible,
    };
    let terminates = matches!(kind, Kind::Terminate | Kind::EndThrow(Thrown::Error(_)));
    Moves { needs, terminates, ways }
}

/// Every choice of flows out of a node.
pub(super) fn ways(definition: &Definition, node: usize) -> Vec<Vec<usize>> {
    let outgoing = &definition.around[node].outgoing;
    match definition.nodes[node].kind {
        Kind::Parallel => vec![outgoing.clone()],
        Kind::Exclusive | Kind::EventGateway if !outgoing.is_empty() => {
            outgoing.iter().map(|flow| vec![*flow]).collect()
        }
        _ => combinations(definition, outgoing),
    }
}

fn combinations(definition: &Definition, outgoing: &[usize]) -> Vec<Vec<usize>> {
    let part = |wanted: &dyn Fn(&Flow) -> bool| -> Vec<usize> {
        outgoing.iter().copied().filter(|flow| wanted(&definition.flows[*flow])).collect()
    };
    let default = part(&|flow| flow.default);
    let always = part(&|flow| !flow.default && flow.condition.is_none());
    let conditional = part(&|flow| !flow.default && flow.condition.is_some());
    let mut ways: Vec<Vec<usize>> =
        chosen(&conditional).into_iter().map(|chosen| [&always[..], &chosen].concat()).collect();
    let rest = [&always[..], &default].concat();
    // Without a default and without an unconditional flow the case stops with an incident here.
    if !rest.is_empty() || conditional.is_empty() {
        ways.push(rest);
    }
    ways
}

/// Non-empty choices among conditional flows.
fn chosen(conditional: &[usize]) -> Vec<Vec<usize>> {
    if conditional.len() > MOST_COMBINED {
        let mut some: Vec<Vec<usize>> = conditional.iter().map(|flow| vec![*flow]).collect();
        some.push(conditional.to_vec());
        return some;
    }
    let picked = |bits: u32| {
        let is_in = |(at, _): &(usize, &usize)| bits >> at & 1 == 1;
        conditional.iter().enumerate().filter(is_in).map(|(_, flow)| *flow).collect()
    };
    (1..1 << conditional.len()).map(picked).collect()
}
