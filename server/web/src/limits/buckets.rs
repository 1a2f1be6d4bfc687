//! A bucket of permissions for each key, all of one size, each refilled by itself.

use std::{
    fmt,
    hash::Hash,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::NoOpMiddleware,
    state::keyed::DefaultKeyedStateStore,
};

/// Full buckets are forgotten each time this many were asked. Sweeping on a count, and not once
/// there are many, keeps a flood of keys from making every question a sweep.
pub(crate) const SWEEP_EVERY: u32 = 10_000;

/// The buckets. They take no more room than the keys that are not full again, and those of the last
/// [`SWEEP_EVERY`] questions.
pub struct Buckets<K: Clone + Eq + Hash, C: Clock = DefaultClock> {
    limiter: RateLimiter<K, DefaultKeyedStateStore<K>, C, NoOpMiddleware<C::Instant>>,
    asked: AtomicU32,
}

impl<K: Clone + Eq + Hash> Buckets<K> {
    pub fn new(quota: Quota) -> Self {
        Self::under(quota, DefaultClock::default())
    }
}

impl<K: Clone + Eq + Hash, C: Clock> Buckets<K, C> {
    /// The same by another clock.
    pub(crate) fn under(quota: Quota, clock: C) -> Self {
        let limiter = RateLimiter::new(quota, DefaultKeyedStateStore::default(), clock);
        Self { limiter, asked: AtomicU32::new(0) }
    }

    /// Takes one from the bucket of a key, or says how long to wait for the next.
    pub fn take(&self, key: &K) -> Result<(), Duration> {
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            self.limiter.retain_recent();
        }
        let now = || self.limiter.clock().now();
        self.limiter.check_key(key).map_err(|until| until.wait_time_from(now()))
    }

    /// How many buckets are remembered.
    #[cfg(test)]
    pub(crate) fn remembered(&self) -> usize {
        self.limiter.len()
    }
}

impl<K: Clone + Eq + Hash, C: Clock> fmt::Debug for Buckets<K, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Buckets(…)")
    }
}
