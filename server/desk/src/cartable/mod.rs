//! The cartable of a position: what lies before it, soonest due first.

mod page;
mod wanted;

use domain::cartable::{Line, open};
use domain::{CaseId, PositionId};
use poem::handler;
use poem::web::Query;
use web::{Answer, At, Reply, go, show};

pub(crate) use page::{CartablePage, NoPositionPage};
pub(crate) use wanted::Wanted;

use crate::paths;
use crate::visit::{Visit, commit};

/// The desk's front page: the cartable of the first position that the member holds.
#[handler]
pub(crate) async fn first(visit: Visit) -> Answer {
    let Some(scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let held = scope.caller().staff().and_then(|member| member.positions.first());
    let held = held.map(|held| PositionId(held.position));
    commit(scope).await?;
    match held {
        Some(position) => go(paths::cartable(position, &[])),
        None => show(NoPositionPage {}),
    }
}

#[handler]
pub(crate) async fn list(
    visit: Visit,
    At(position): At<PositionId>,
    wanted: Option<Query<Wanted>>,
) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let wanted = wanted.map(|Query(wanted)| wanted).unwrap_or_default();
    let cartable = open(&mut scope, Some(position), &wanted.filter()).await?;
    let now = scope.now();
    commit(scope).await?;
    show(CartablePage::of(&cartable, &wanted, (visit.lang(), now)))
}

/// Goes to the case after the one just left, without a detour over the list.
#[handler]
pub(crate) async fn next(
    visit: Visit,
    At(position): At<PositionId>,
    wanted: Option<Query<Wanted>>,
) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let wanted = wanted.map(|Query(wanted)| wanted).unwrap_or_default();
    let cartable = open(&mut scope, Some(position), &wanted.filter()).await?;
    commit(scope).await?;
    let same = paths::cartable(position, &wanted.pairs());
    match case_after(&cartable.lines, wanted.after()) {
        Some(case) => go(paths::case_from(case, &same)),
        None => Ok(Reply::to(same).notice("desk-cartable-done")),
    }
}

/// The case of the first line after those of `left`; of the first line of all when `left` lies here
/// no more.
fn case_after(lines: &[Line], left: Option<CaseId>) -> Option<CaseId> {
    let is_left = |line: &Line| Some(line.case) == left;
    let from = lines.iter().position(is_left).unwrap_or(0);
    lines[from..].iter().find(|line| !is_left(line)).map(|line| line.case)
}

#[cfg(test)]
mod tests;
