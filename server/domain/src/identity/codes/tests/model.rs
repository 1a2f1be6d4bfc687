//! Two hundred thousand requests for codes (S10), about two days: an agency's people on a few addresses of mobile operators, and
//! somebody who burns its money from hundreds of others. What the rules say of each request is
//! compared with the sentences that they stand for, looked up in a list of all codes ever sent.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::noon;
use crate::identity::attempts::Tally;
use crate::identity::codes::rules::{self, REMEMBERED};

const REQUESTS: u32 = 200_000;
/// Less than an agency has by itself, so that two days use it up.
const BUDGET: usize = 6_000;
const PER_ORIGIN_HOUR: u32 = 30;

/// Somebody asks.
#[derive(Clone, Copy)]
struct Request {
    number: u64,
    origin: u64,
    now: DateTime<Utc>,
}

/// What the tables hold: as much as the rules are told, and no more.
#[derive(Default)]
struct Tables {
    /// Newest first.
    sent_to: HashMap<u64, Vec<DateTime<Utc>>>,
    origins: HashMap<(u64, i64), Tally>,
    sent_at: Vec<DateTime<Utc>>,
    /// How many of the codes up to each were used.
    used: Vec<i64>,
}

impl Tables {
    /// How many codes were sent by then.
    fn by(&self, at: DateTime<Utc>) -> usize {
        self.sent_at.partition_point(|sent| *sent <= at)
    }

    fn used_by(&self, at: DateTime<Utc>) -> i64 {
        self.by(at).checked_sub(1).map_or(0, |last| self.used[last])
    }

    fn tally(&self, Request { origin, now, .. }: Request) -> Tally {
        let hour = (origin, now.timestamp().div_euclid(3600));
        self.origins.get(&hour).copied().unwrap_or(Tally { count: 0, last_at: None })
    }

    /// As `issue_code` asks its rules.
    fn allow(&self, request: Request) -> bool {
        let now = request.now;
        let lately: Vec<_> = self.sent_to.get(&request.number).map_or_else(Vec::new, |sent| {
            sent.iter().take_while(|at| now - **at < REMEMBERED).copied().collect()
        });
        let spent = self.sent_at.len() - self.by(now - REMEMBERED);
        let window = rules::breaker_window(now);
        let sent = self.by(window.end) - self.by(window.start);
        let used = self.used_by(window.end) - self.used_by(window.start);
        rules::pace(&lately, now).is_ok()
            && !rules::comes_too_fast(self.tally(request), PER_ORIGIN_HOUR, now)
            && spent < BUDGET
            && !rules::is_suspicious(i64::try_from(sent).unwrap(), used)
    }

    fn note(&mut self, request: Request, is_used: bool) {
        let tally = Tally { count: self.tally(request).count + 1, last_at: Some(request.now) };
        let hour = request.now.timestamp().div_euclid(3600);
        self.origins.insert((request.origin, hour), tally);
        self.sent_to.entry(request.number).or_default().insert(0, request.now);
        self.sent_at.push(request.now);
        let before = self.used.last().copied().unwrap_or_default();
        self.used.push(before + i64::from(is_used));
    }
}

const SECOND: i64 = 1_000;
const HOUR: i64 = 3_600 * SECOND;

/// The sentences of the rules, over every code ever sent. Instants are milliseconds, in order.
#[derive(Default)]
struct Sentences {
    all: Vec<i64>,
    is_used: Vec<bool>,
    by_number: HashMap<u64, Vec<i64>>,
    by_origin: HashMap<u64, Vec<i64>>,
}

/// Those that were sent less than a span before `now`.
fn within(sent: &[i64], span: i64, now: i64) -> &[i64] {
    &sent[sent.partition_point(|at| now - at >= span)..]
}

impl Sentences {
    /// Which of them a code sent now would break.
    fn broken(&self, request: Request) -> Option<&'static str> {
        let now = request.now.timestamp_millis();
        let to_number = self.by_number.get(&request.number).map_or(&[][..], Vec::as_slice);
        let from_origin = self.by_origin.get(&request.origin).map_or(&[][..], Vec::as_slice);
        let from_origin = within(from_origin, now.rem_euclid(HOUR) + 1, now);
        let since = |span: i64| to_number.last().is_some_and(|at| now - at < span * SECOND);
        let in_hour = within(to_number, HOUR, now).len();
        match () {
            () if in_hour >= 5 => Some("five in an hour"),
            () if within(to_number, 24 * HOUR, now).len() >= 10 => Some("ten in a day"),
            () if in_hour == 1 && since(60) => Some("a minute after the first"),
            () if in_hour == 2 && since(120) => Some("two minutes after the second"),
            () if in_hour > 2 && since(300) => Some("five minutes after any other"),
            () if from_origin.len() >= 30 && now - from_origin.last()? < 60 * SECOND => {
                Some("a minute apart after the thirtieth of an address's hour")
            }
            () if within(&self.all, 24 * HOUR, now).len() >= BUDGET => Some("the budget of a day"),
            () if self.is_burnt(now) => Some("hardly any code is used"),
            () => None,
        }
    }

    /// Fewer than three in ten of at least fifty codes that could have been used by now.
    fn is_burnt(&self, now: i64) -> bool {
        let begin = self.all.partition_point(|at| now - at >= 900 * SECOND);
        let end = self.all.partition_point(|at| now - at >= 180 * SECOND);
        let used = self.is_used[begin..end].iter().filter(|is_used| **is_used).count();
        end - begin >= 50 && used * 10 < (end - begin) * 3
    }

    fn note(&mut self, request: Request, is_used: bool) {
        let now = request.now.timestamp_millis();
        self.all.push(now);
        self.is_used.push(is_used);
        self.by_number.entry(request.number).or_default().push(now);
        self.by_origin.entry(request.origin).or_default().push(now);
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

    /// The next request, and whether its code would be used. Every second day somebody asks from
    /// 500 addresses for the codes of 20,000 numbers, in vain.
    fn request(&mut self, before: DateTime<Utc>) -> (Request, bool) {
        let now = before + TimeDelta::milliseconds(i64::try_from(self.below(2_000)).unwrap());
        let attacked = now.timestamp().div_euclid(86_400) % 2 == 0;
        if attacked && self.below(10) < 7 {
            let request = Request { number: self.below(20_000), origin: 10 + self.below(500), now };
            return (request, false);
        }
        let request = Request { number: 100_000 + self.below(400), origin: self.below(10), now };
        (request, self.below(10) < 9)
    }
}

#[test]
fn requests_are_judged_as_the_sentences_say() {
    let (mut tables, mut sentences, mut random) =
        (Tables::default(), Sentences::default(), Random(11));
    let (mut now, mut reasons) = (noon(), HashMap::<&str, u32>::new());
    for no in 0..REQUESTS {
        let (request, is_used) = random.request(now);
        now = request.now;
        let broken = sentences.broken(request);
        assert_eq!(tables.allow(request), broken.is_none(), "request {no}: {broken:?}");
        *reasons.entry(broken.unwrap_or("sent")).or_default() += 1;
        if broken.is_none() {
            tables.note(request, is_used);
            sentences.note(request, is_used);
        }
    }
    println!("{reasons:?}");
    assert_eq!(reasons.len(), 9, "not every sentence came into play: {reasons:?}");
}
