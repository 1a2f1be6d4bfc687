//! How often one address may do something: look-ups, sign-ins, uploads.
//!
//! In memory and per replica, a first hurdle only. Iranian mobile networks put many people behind one
//! address, so the quotas are wide and a limit on an account or a number belongs to the domain.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

use crate::{answer::Problem, here::Here};

/// Forgotten addresses are swept out each time this many questions were asked.
const SWEEP_EVERY: u32 = 10_000;

/// A limit on one kind of request.
pub struct Limiter {
    buckets: Option<DefaultKeyedRateLimiter<IpAddr>>,
    asked: AtomicU32,
}

impl Limiter {
    /// At most `burst` at once, refilled at `per_minute`.
    pub fn new(per_minute: NonZeroU32, burst: NonZeroU32) -> Self {
        let quota = Quota::per_minute(per_minute).allow_burst(burst);
        Self { buckets: Some(RateLimiter::keyed(quota)), asked: AtomicU32::new(0) }
    }

    /// No limit: for measurements, and where a gateway in front limits already.
    pub fn off() -> Self {
        Self { buckets: None, asked: AtomicU32::new(0) }
    }

    /// Takes one from the address of this request.
    pub fn check(&self, here: &Here) -> Result<(), Problem> {
        self.check_address(here.client())
    }

    /// The same for code that has no page around it.
    pub fn check_address(&self, address: IpAddr) -> Result<(), Problem> {
        let Some(buckets) = &self.buckets else { return Ok(()) };
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            buckets.retain_recent();
        }
        buckets.check_key(&network(address)).map_err(|until| Problem::TooMany {
            retry_after: until.wait_time_from(DefaultClock::default().now())
                + Duration::from_secs(1),
        })
    }
}

/// One subscriber holds a whole /64 of IPv6, so that is what counts as one address.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 @ IpAddr::V4(_) => v4,
    }
}
