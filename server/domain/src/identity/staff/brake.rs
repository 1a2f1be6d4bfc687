//! Slowing wrong sign-ins down without shutting anybody out.

use chrono::{DateTime, TimeDelta, Utc};
use tenants::Scope;

use crate::identity::attempts::{Counter, Tally, subscriber};
use crate::{Refusal, Result};

const FIRST_DELAY: TimeDelta = TimeDelta::seconds(5);

/// A counter of attempts with the delay that grows with it.
pub(super) struct Brake {
    counter: Counter,
    /// Attempts without any delay.
    free: i32,
    /// The delay grows no further than this.
    longest: TimeDelta,
}

/// The brakes of one sign-in.
///
/// The first belongs to user name and address together: somebody who guesses at a member's password
/// delays himself, not her. The second belongs to the address, against one guess at many names; it
/// is gentle, because a whole agency may sign in from one address.
pub(super) fn brakes(scope: &Scope, username: &str, origin: &str) -> [Brake; 2] {
    let origin = subscriber(origin);
    let pair = scope.mark("sign-in", &format!("{username}\0{origin}"));
    let address = scope.mark("sign-in-origin", &origin);
    [
        Brake {
            counter: Counter { kind: "sign-in", mark: pair, span: TimeDelta::days(1) },
            free: 3,
            longest: TimeDelta::minutes(15),
        },
        Brake {
            counter: Counter { kind: "sign-in-origin", mark: address, span: TimeDelta::hours(1) },
            free: 30,
            longest: TimeDelta::seconds(20),
        },
    ]
}

/// Count an attempt before it is looked at, or refuse it because it comes too soon.
pub(super) async fn count(scope: &mut Scope, brakes: &[Brake; 2]) -> Result<()> {
    for brake in brakes {
        let tally = brake.counter.hold(scope).await?;
        if let Some(until) = brake.waits_until(tally).filter(|until| *until > scope.now()) {
            return Err(Refusal::SignInDelayed { until }.into());
        }
        brake.counter.add(scope).await?;
    }
    Ok(())
}

/// It was no guess: forget the attempts on this name from here, and this one of the address.
pub(super) async fn release(scope: &mut Scope, [pair, address]: &[Brake; 2]) -> Result<()> {
    pair.counter.clear(scope).await?;
    address.counter.take_back(scope).await
}

impl Brake {
    fn waits_until(&self, tally: Tally) -> Option<DateTime<Utc>> {
        tally.last_at.map(|last| last + delay(tally.count, self.free, self.longest))
    }
}

/// None for the free attempts, then 5 seconds, 10, 20 … up to the longest.
pub(super) fn delay(count: i32, free: i32, longest: TimeDelta) -> TimeDelta {
    if count < free {
        return TimeDelta::zero();
    }
    let doublings = (count - free).min(16);
    (FIRST_DELAY * (1 << doublings)).min(longest)
}
