//! How often the tracking page may be asked: by one address, and at one agency. A code has 49 random
//! bits and needs a second fact; this keeps guessing at the second fact slow as well.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::Quota;
use locale::tracking_code::TrackingCode;
use tenants::TenantId;
use web::Problem;
use web::limits::{Buckets, Limiter, too_many};

use crate::visit::Visit;

/// The limits of look-ups, in memory and per replica.
pub struct LookUps {
    address: Limiter,
    agency: Option<Buckets<TenantId>>,
    /// The second fact may be four digits only: a code can be tried ten times, then six times an hour.
    code: Option<Buckets<(TenantId, String)>>,
}

const TRIES: NonZeroU32 = NonZeroU32::new(10).expect("not zero");
const ONE_TRY_MORE: Duration = Duration::from_mins(10);

impl LookUps {
    /// So many a minute from one address, and at one agency from all addresses together.
    pub fn per_minute(address: NonZeroU32, agency: NonZeroU32) -> Self {
        Self {
            address: Limiter::new(address, address),
            agency: Some(Buckets::new(Quota::per_minute(agency))),
            code: Quota::with_period(ONE_TRY_MORE)
                .map(|quota| Buckets::new(quota.allow_burst(TRIES))),
        }
    }

    /// No limit: for measurements, and where a gateway in front limits already.
    pub fn off() -> Self {
        Self { address: Limiter::off(), agency: None, code: None }
    }

    pub(crate) fn check(&self, visit: &Visit, code: &str) -> Result<(), Problem> {
        self.address.check(&visit.here)?;
        self.check_agency(visit.tenant.id)?;
        self.check_code(visit.tenant.id, code)
    }

    /// Counted for any sixteen digits, whether or not a case has them: a limit must not tell.
    fn check_code(&self, agency: TenantId, code: &str) -> Result<(), Problem> {
        let (Some(buckets), Some(code)) = (&self.code, TrackingCode::parse(code)) else {
            return Ok(());
        };
        buckets.take(&(agency, code.as_str().to_owned())).map_err(too_many)
    }

    fn check_agency(&self, agency: TenantId) -> Result<(), Problem> {
        let Some(buckets) = &self.agency else { return Ok(()) };
        buckets.take(&agency).map_err(too_many)
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
    #[test]
    fn a_code_can_be_tried_ten_times_whichever_way_it_is_written() {
        let many = NonZeroU32::new(1_000_000).unwrap();
        let look_ups = LookUps::per_minute(many, many);
        let [one, other] = [1, 2].map(|n| TenantId(uuid::Uuid::from_u128(n)));
        let mut rng = rand::rng();
        let [code, another] = [(); 2].map(|()| TrackingCode::generate(&mut rng));
        for no in 0..20 {
            let typed = if no % 2 == 0 { code.as_str().to_owned() } else { code.grouped() };
            assert_eq!(look_ups.check_code(one, &typed).is_ok(), no < 10, "try {no}");
        }
        assert!(look_ups.check_code(other, code.as_str()).is_ok(), "the same code elsewhere");
        assert!(look_ups.check_code(one, another.as_str()).is_ok(), "another code");
    }
}
