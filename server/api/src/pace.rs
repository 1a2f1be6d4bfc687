//! How often the API may be asked: by one program, by an address whose keys are no keys, and for one
//! tracking code. In memory and per replica.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::Quota;
use locale::tracking_code::TrackingCode;
use tenants::TenantId;
use uuid::Uuid;
use web::Problem;
use web::limits::{Buckets, Limiter, too_many};

/// The limits of the API.
pub struct Pace {
    client: Option<Buckets<Uuid>>,
    strangers: Limiter,
    code: Option<Buckets<(TenantId, String)>>,
}

/// Calls with a wrong key that one address may make in a minute.
const STRANGER: NonZeroU32 = NonZeroU32::new(60).expect("not zero");
/// The second fact beside a code may be four digits only: a code can be tried ten times, then six
/// times an hour.
const TRIES: NonZeroU32 = NonZeroU32::new(10).expect("not zero");
const ONE_TRY_MORE: Duration = Duration::from_mins(10);

impl Pace {
    /// So many calls a minute for one program.
    pub fn per_minute(client: NonZeroU32) -> Self {
        Self {
            client: Some(Buckets::new(Quota::per_minute(client))),
            strangers: Limiter::new(STRANGER, STRANGER),
            code: Quota::with_period(ONE_TRY_MORE)
                .map(|quota| Buckets::new(quota.allow_burst(TRIES))),
        }
    }

    /// No limit: for measurements, and where a gateway in front limits already.
    pub fn off() -> Self {
        Self { client: None, strangers: Limiter::off(), code: None }
    }

    /// Takes one from a program.
    pub(crate) fn of_client(&self, client: Uuid) -> Result<(), Problem> {
        take(self.client.as_ref(), &client)
    }

    /// Takes one from an address that came with a wrong key.
    pub(crate) fn of_stranger(&self, address: IpAddr) -> Result<(), Problem> {
        self.strangers.check_address(address)
    }

    /// Takes one from a tracking code, whether or not a case has it: a limit must not tell.
    pub(crate) fn of_code(&self, agency: TenantId, code: &str) -> Result<(), Problem> {
        let Some(code) = TrackingCode::parse(code) else { return Ok(()) };
        take(self.code.as_ref(), &(agency, code.as_str().to_owned()))
    }
}

fn take<K: Hash + Eq + Clone>(buckets: Option<&Buckets<K>>, key: &K) -> Result<(), Problem> {
    buckets.map_or(Ok(()), |buckets| buckets.take(key).map_err(too_many))
}
