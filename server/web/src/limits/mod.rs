//! How often one address may do something: look-ups, sign-ins, uploads.
//!
//! In memory and per replica, a first hurdle only. Iranian mobile networks put many people behind one
//! address, so the quotas are wide and a limit on an account or a number belongs to the domain.

mod buckets;

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

use governor::Quota;

pub use buckets::Buckets;
#[cfg(test)]
pub(crate) use buckets::SWEEP_EVERY;

use crate::{answer::Problem, here::Here};

/// A limit on one kind of request.
#[derive(Debug)]
pub struct Limiter(Option<Buckets<IpAddr>>);

impl Limiter {
    /// At most `burst` at once, refilled at `per_minute`.
    pub fn new(per_minute: NonZeroU32, burst: NonZeroU32) -> Self {
        Self(Some(Buckets::new(Quota::per_minute(per_minute).allow_burst(burst))))
    }

    /// No limit: for measurements, and where a gateway in front limits already.
    pub fn off() -> Self {
        Self(None)
    }

    /// Takes one from the address of this request.
    pub fn check(&self, here: &Here) -> Result<(), Problem> {
        self.check_address(here.client())
    }

    pub(crate) fn check_address(&self, address: IpAddr) -> Result<(), Problem> {
        let Some(buckets) = &self.0 else { return Ok(()) };
        buckets.take(&network(address)).map_err(too_many)
    }
}

/// What somebody is told who has to wait this long.
pub fn too_many(wait: Duration) -> Problem {
    Problem::TooMany { retry_after: wait + Duration::from_secs(1) }
}

/// One subscriber holds a whole /64 of IPv6, so that is what counts as one address.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 @ IpAddr::V4(_) => v4,
    }
}
