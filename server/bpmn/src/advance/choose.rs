//! Which flows a token takes out of a node.

use crate::definition::{Definition, Kind};
use crate::effect::StuckKind;

use super::run::Obstacle;

type Holds<'a> = &'a dyn Fn(&str) -> Result<bool, String>;

/// The flows taken out of a node, in the order of the text.
pub(super) fn choose(
    definition: &Definition,
    node: usize,
    holds: Holds<'_>,
) -> Result<Vec<usize>, Obstacle> {
    let outgoing = &definition.around[node].outgoing;
    match definition.nodes[node].kind {
        // A condition behind a parallel gateway has no effect (13.4.1).
        Kind::Parallel => Ok(outgoing.clone()),
        Kind::Exclusive if !outgoing.is_empty() => one(definition, outgoing, holds),
        _ => several(definition, outgoing, holds),
    }
}

/// The first flow whose condition holds, else the default. Later conditions are not asked (13.4.2).
fn one(
    definition: &Definition,
    outgoing: &[usize],
    holds: Holds<'_>,
) -> Result<Vec<usize>, Obstacle> {
    for flow in outgoing {
        if !definition.flows[*flow].default && ask(definition, *flow, holds)?.unwrap_or(true) {
            return Ok(vec![*flow]);
        }
    }
    let default = outgoing.iter().find(|flow| definition.flows[**flow].default);
    default.map(|flow| vec![*flow]).ok_or_else(no_flow)
}

/// Every flow without a condition and every flow whose condition holds. The default stands in
/// only for the conditional ones (13.3.1, 13.4.3).
fn several(
    definition: &Definition,
    outgoing: &[usize],
    holds: Holds<'_>,
) -> Result<Vec<usize>, Obstacle> {
    let (mut taken, mut chosen) = (Vec::with_capacity(outgoing.len()), false);
    for flow in outgoing.iter().filter(|flow| !definition.flows[**flow].default) {
        let answer = ask(definition, *flow, holds)?;
        chosen |= answer == Some(true);
        if answer != Some(false) {
            taken.push(*flow);
        }
    }
    if !chosen {
        taken.extend(outgoing.iter().filter(|flow| definition.flows[**flow].default));
        taken.sort_unstable();
    }
    if taken.is_empty() && !outgoing.is_empty() { Err(no_flow()) } else { Ok(taken) }
}

/// What the flow's condition says; nothing when it has none.
fn ask(definition: &Definition, flow: usize, holds: Holds<'_>) -> Result<Option<bool>, Obstacle> {
    let flow = &definition.flows[flow];
    let answer = flow.condition.as_deref().map(holds).transpose();
    answer.map_err(|fault| Obstacle {
        kind: StuckKind::Expression,
        detail: format!("{}: {fault}", flow.id),
    })
}

fn no_flow() -> Obstacle {
    let detail = String::from("no condition holds and there is no default");
    Obstacle { kind: StuckKind::NoFlow, detail }
}
