//! `timing_login_effect`, `timing_tracking_effect`: whether the time of an answer tells a known name
//! from an unknown one, and a known tracking code with a wrong fact from a code that nobody has (S08).
//!
//! The effect is how far the chance that one kind takes longer than the other is from a half (Mann
//! and Whitney). Of 500 tries each, taken in turns, chance alone strays 0.018; 0.5 is certainty.

use std::net::Ipv4Addr;
use std::time::{Duration, Instant};

use anyhow::ensure;
use http::StatusCode;
use locale::tracking_code::TrackingCode;

use super::tracking::{codes, visitor};
use crate::books::Books;
use crate::connection::{Asked, Connection};
use crate::load::share;
use crate::office::{MEASURED, Office};
use crate::report::{Aim, Report};
use crate::site::{Browser, Site, VISITOR};

const TRIES: u16 = 500;
const WARM_UP: u16 = 20;
/// A member of the made-up staff, and a name that nobody has.
const KNOWN: &str = "n.sepidar";
const NOBODY: &str = "z.nobody";

/// How long each try of a kind took.
#[derive(Default)]
struct Kinds {
    known: Vec<Duration>,
    unknown: Vec<Duration>,
}

pub(crate) async fn timing(
    office: &Office,
    books: &Books,
    report: &mut Report,
) -> anyhow::Result<()> {
    let login = sign_ins(office).await?;
    report.note("timing_login_effect", login.effect(), "", Aim::Below(0.1));
    report.note("timing_login_ratio", login.ratio(), "", Aim::Below(1.2));
    let tracking = look_ups(office, books).await?;
    report.note("timing_tracking_effect", tracking.effect(), "", Aim::Below(0.1));
    report.note("timing_tracking_ratio", tracking.ratio(), "", Aim::Below(1.2));
    Ok(())
}

/// Wrong passwords, each from an address of its own: those that come again are slowed.
async fn sign_ins(office: &Office) -> anyhow::Result<Kinds> {
    let site = Site::new(&format!("{MEASURED}-desk"), office.port);
    let page = Connection::open(office.port).await?.send(site.get("/sign-in", "")).await?;
    let browser = Browser { cookie: page.cookie(VISITOR)?, token: page.token()? };
    let mut kinds = Kinds::default();
    for no in 0..WARM_UP + TRIES {
        let [high, low] = no.to_be_bytes();
        for (net, username) in [(1, KNOWN), (2, NOBODY)] {
            let from = Ipv4Addr::new(127, net, high, low);
            let mut connection = Connection::open_from(from, office.port).await?;
            let fields =
                [("username", username), ("password", "wrong-wrong-wrong"), ("second", "000000")];
            let request = site.form("/sign-in", &browser, &fields, "text/html");
            let took = timed(&mut connection, request, StatusCode::UNPROCESSABLE_ENTITY).await?;
            kinds.note(no, net == 1, took);
        }
    }
    Ok(kinds)
}

async fn look_ups(office: &Office, books: &Books) -> anyhow::Result<Kinds> {
    let codes = codes(office, books).await?;
    ensure!(!codes.is_empty(), "there is nothing to look up");
    let (site, browser) = (Site::new(MEASURED, office.port), visitor(office).await?);
    let mut connection = Connection::open(office.port).await?;
    let mut kinds = Kinds::default();
    for no in 0..WARM_UP + TRIES {
        let nobodys = TrackingCode::generate(&mut rand::rng());
        let known = codes[usize::from(no) % codes.len()].as_str();
        for (code, is_known) in [(known, true), (nobodys.as_str(), false)] {
            let fields = [("code", code), ("fact", "0000")];
            let request = site.form("/tracking", &browser, &fields, "application/json");
            let took = timed(&mut connection, request, StatusCode::NOT_FOUND).await?;
            kinds.note(no, is_known, took);
        }
    }
    Ok(kinds)
}

async fn timed(
    connection: &mut Connection,
    request: Asked,
    expected: StatusCode,
) -> anyhow::Result<Duration> {
    let sent = Instant::now();
    let answer = connection.send(request).await?;
    ensure!(answer.status == expected, "{expected} was expected, but {}", answer.said());
    Ok(sent.elapsed())
}

impl Kinds {
    fn note(&mut self, no: u16, is_known: bool, took: Duration) {
        if no >= WARM_UP {
            if is_known { &mut self.known } else { &mut self.unknown }.push(took);
        }
    }

    fn effect(&self) -> f64 {
        effect(&self.known, &self.unknown).abs()
    }

    /// The longer middle over the shorter.
    fn ratio(&self) -> f64 {
        let [one, other] = [&self.known, &self.unknown].map(|took| {
            let mut sorted = took.clone();
            sorted.sort_unstable();
            share(&sorted, 50).as_secs_f64()
        });
        one.max(other) / one.min(other)
    }
}

/// How far the chance that one of the first is less than one of the second is from a half.
pub(super) fn effect(some: &[Duration], others: &[Duration]) -> f64 {
    let (mut won, mut pairs) = (0.0, 0.0);
    for one in some {
        for other in others {
            pairs += 1.0;
            won += match one.cmp(other) {
                std::cmp::Ordering::Less => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Greater => 0.0,
            };
        }
    }
    won / pairs - 0.5
}
