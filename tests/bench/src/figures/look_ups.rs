//! `lookup_p99_ms`: the page that answers "where is my request, who has it, until when", at an agency
//! with a million cases. Any of them may be asked for, so most are read for the first time.

use http::StatusCode;

use super::fill::{self, copies};
use super::pattern::Pattern;
use super::tracking::visitor;
use crate::applicants::FACT;
use crate::books::Books;
use crate::load::{A_WHILE, Load};
use crate::office::{MEASURED, Office};
use crate::report::{Aim, Report};
use crate::site::Site;

const CASES: usize = 1_000_000;
const CONNECTIONS: usize = 8;
/// From one case that is asked for to the next; a prime, so that all of them come.
const STEP: usize = 7_919;

pub(crate) async fn look_ups(
    (office, books): (&Office, &Books),
    measured: &Pattern,
    report: &mut Report,
) -> anyhow::Result<()> {
    let codes = copies((office, books), measured, fill::CASES..CASES).await?;
    books.settle().await?;
    let (site, browser) = (Site::new(MEASURED, office.port), visitor(office).await?);
    let load = Load {
        port: office.port,
        connections: CONNECTIONS,
        lasting: A_WHILE,
        request: &|n| {
            let code = codes[n * STEP % codes.len()].as_str();
            site.form("/tracking", &browser, &[("code", code), ("fact", FACT)], "text/html")
        },
        expected: StatusCode::OK,
    };
    let measured = load.run().await?;
    println!("looked at: {} pages, of {CASES} cases", measured.requests);
    report.note("lookup_per_s", measured.per_second, "1/s", Aim::None);
    report.note("lookup_p50_ms", measured.p50.as_secs_f64() * 1e3, "ms", Aim::None);
    report.note("lookup_p99_ms", measured.p99.as_secs_f64() * 1e3, "ms", Aim::Below(10.0));
    Ok(())
}
