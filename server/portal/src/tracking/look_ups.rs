//! How often the tracking page may be asked: by one address, and at one agency. A code has 49 random
//! bits and needs a second fact; this keeps guessing at the second fact slow as well.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tenants::TenantId;
use web::{Problem, limits::Limiter};

use crate::visit::Visit;

/// The limits of look-ups, in memory and per replica.
pub struct LookUps {
    by_address: Limiter,
    by_agency: Option<DefaultKeyedRateLimiter<TenantId>>,
}

impl LookUps {
    /// So many a minute from one address, and at one agency from all addresses together.
    pub fn per_minute(address: NonZeroU32, agency: NonZeroU32) -> Self {
        Self {
            by_address: Limiter::new(address, address),
            by_agency: Some(RateLimiter::keyed(Quota::per_minute(agency))),
        }
    }

    /// No limit: for measurements, and where a gateway in front limits already.
    pub fn off() -> Self {
        Self { by_address: Limiter::off(), by_agency: None }
    }

    pub(crate) fn check(&self, visit: &Visit) -> Result<(), Problem> {
        self.by_address.check(&visit.here)?;
        self.check_agency(visit.tenant.id)
    }

    fn check_agency(&self, agency: TenantId) -> Result<(), Problem> {
        let Some(limiter) = &self.by_agency else { return Ok(()) };
        limiter.check_key(&agency).map_err(|until| Problem::TooMany {
            retry_after: until.wait_time_from(DefaultClock::default().now())
                + Duration::from_secs(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_has_its_own_quota() {
        let few = NonZeroU32::new(2).unwrap();
        let look_ups = LookUps::per_minute(few, few);
        let [one, other] = [1, 2].map(|n| TenantId(uuid::Uuid::from_u128(n)));
        for (agency, allowed) in [(one, true), (one, true), (one, false), (other, true)] {
            assert_eq!(look_ups.check_agency(agency).is_ok(), allowed);
        }
        assert!((0..1_000).all(|_| LookUps::off().check_agency(one).is_ok()));
    }
}
