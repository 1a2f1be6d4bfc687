//! Buckets beside a model that is too simple to be wrong and never forgets a key (S10): whatever is
//! asked, in whatever order and however many others ask in between, both answer the same.

use std::{collections::HashMap, num::NonZeroU32, sync::Arc, time::Duration};

use governor::{Quota, clock::FakeRelativeClock};
use proptest::prelude::*;

use crate::limits::{Buckets, SWEEP_EVERY};

/// One more permission comes after each period, until there are `most`.
#[derive(Clone, Copy)]
struct Size {
    period: Duration,
    most: u32,
}

impl Size {
    fn quota(self) -> Quota {
        let most = NonZeroU32::new(self.most).expect("at least one");
        Quota::with_period(self.period).expect("some time").allow_burst(most)
    }

    /// A full bucket, in nanoseconds of waiting.
    fn full(self) -> u128 {
        self.period.as_nanos() * u128::from(self.most)
    }
}

/// What every key has left, in nanoseconds of waiting, and when that was.
struct Model {
    size: Size,
    keys: HashMap<u64, (u128, u128)>,
}

impl Model {
    fn left(&self, key: u64, now: u128) -> u128 {
        let full = self.size.full();
        self.keys.get(&key).map_or(full, |(left, at)| full.min(left + now - at))
    }

    /// Takes one, or says how many nanoseconds are lacking.
    fn take(&mut self, key: u64, now: u128) -> Result<(), u128> {
        let (left, one) = (self.left(key, now), self.size.period.as_nanos());
        if left < one {
            return Err(one - left);
        }
        self.keys.insert(key, (left - one, now));
        Ok(())
    }

    /// How many keys are not full again, or have been for less than one period.
    fn in_use(&self, now: u128) -> usize {
        let full = self.size.full() + self.size.period.as_nanos();
        self.keys.values().filter(|(left, at)| left + now - at < full).count()
    }
}

/// The buckets and the model under one clock.
struct Both {
    clock: FakeRelativeClock,
    buckets: Buckets<u64, FakeRelativeClock>,
    model: Model,
    now: u128,
}

impl Both {
    fn new(size: Size) -> Self {
        let clock = FakeRelativeClock::default();
        let buckets = Buckets::under(size.quota(), clock.clone());
        Self { clock, buckets, model: Model { size, keys: HashMap::new() }, now: 0 }
    }

    /// After this while, a key asks. Both say the same, to the nanosecond.
    fn asked(&mut self, key: u64, after: Duration) -> bool {
        self.clock.advance(after);
        self.now += after.as_nanos();
        let answer = self.buckets.take(&key).map_err(|wait| wait.as_nanos());
        let expected = self.model.take(key, self.now);
        assert_eq!(answer, expected, "key {key} at {}", self.now);
        answer.is_ok()
    }
}

/// Numbers that look random, the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Half of all questions come from a few keys that ask too often, half from keys that ask once:
/// whoever could push the others out of memory would set them free.
#[test]
fn a_million_questions_are_counted_exactly_and_little_is_remembered() {
    let size = Size { period: Duration::from_secs(2), most: 30 };
    let (mut both, mut random) = (Both::new(size), Random(7));
    let (mut allowed, mut most) = (0_u32, 0);
    for no in 0..1_000_000_u64 {
        let key = if random.below(2) == 0 { random.below(100) } else { 1_000 + no };
        let after = Duration::from_micros(random.below(2_000));
        allowed += u32::from(both.asked(key, after));
        if no % 50_000 == 0 {
            let in_use = both.model.in_use(both.now);
            let remembered = both.buckets.remembered();
            assert!(remembered <= in_use + SWEEP_EVERY as usize, "{remembered} of {in_use} in use");
            most = most.max(remembered);
        }
    }
    assert!(both.model.keys.len() > 490_000, "hardly anybody asked");
    assert!(most < 25_000, "{most} were remembered");
    // The few are allowed their burst and one every two seconds for a thousand seconds.
    let refused = 1_000_000 - allowed;
    assert!((400_000..480_000).contains(&refused), "{refused} were refused");
}

/// Many threads at one bucket, while no time passes: as many are let through as there is room for.
#[test]
fn of_many_who_ask_at_once_no_more_are_let_through() {
    let size = Size { period: Duration::from_secs(1), most: 500 };
    let buckets = Arc::new(Buckets::under(size.quota(), FakeRelativeClock::default()));
    let asking = || {
        let buckets = Arc::clone(&buckets);
        std::thread::spawn(move || (0..1_000).filter(|_| buckets.take(&1).is_ok()).count())
    };
    let threads: Vec<_> = (0..8).map(|_| asking()).collect();
    let let_through: usize = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert_eq!(let_through, 500);
}

proptest! {
    /// Any size, any rhythm, any order.
    #[test]
    fn any_rhythm_is_counted_like_the_model(
        period in 1_u64..5_000,
        most in 1_u32..20,
        questions in prop::collection::vec((0_u64..6, 0_u64..20_000), 1..400),
    ) {
        let mut both = Both::new(Size { period: Duration::from_millis(period), most });
        for (key, after) in questions {
            both.asked(key, Duration::from_millis(after * after / 20_000));
        }
    }
}
