//! A timer has come due.

use bpmn::Trigger;
use tenants::{Act, Scope};
use uuid::Uuid;

use super::ground::Ground;
use super::model::Case;
use super::{advance, hold, stake};
use crate::deadlines::{self, Timer};
use crate::events::Event;
use crate::{Error, Result};

/// Fire a timer, under its case's lock and after reading it again. One that was taken off or fired
/// meanwhile is missing, and there is nothing to do.
pub async fn fire_timer(scope: &mut Scope, id: Uuid) -> Result<()> {
    let case = deadlines::timer(scope, id).await?.case;
    let mut case = hold::hold(scope, case).await?;
    let stake = stake::stake(scope, &case).await?;
    scope.allow(Act::Work, &stake)?;
    let timer = deadlines::timer(scope, id).await?;
    if timer.due_at > scope.now() {
        return Err(Error::Missing("due timer"));
    }
    fire(scope, &mut case, timer).await?;
    hold::save(scope, case).await
}

/// What a timer does when it is due.
pub(crate) async fn fire<G: Ground>(ground: &mut G, case: &mut Case, timer: Timer) -> Result<()> {
    ground.fired(timer.id).await?;
    case.note(Event::TimerFired { node: timer.node.clone(), due_at: timer.due_at });
    let trigger = Trigger::Timer { token: timer.token, node: timer.node };
    advance::advance(ground, case, &trigger).await.map_err(Error::unexpected)
}
