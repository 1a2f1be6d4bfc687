//! What the server takes of the machine's memory. Its database's processes are not counted: they
//! would be there with any server.

use std::fs;
use std::time::Duration;

use anyhow::Context as _;
use tokio::time::sleep;

use crate::house::House;
use crate::report::{Aim, Report};

/// After this long, what was only needed to start has been given back or never will be.
const AFTER_START: Duration = Duration::from_secs(3);
const AIM: Aim = Aim::Below(150.0);

/// `idle_rss_mb`: before the first request.
pub(crate) async fn idle(house: &House, report: &mut Report) -> anyhow::Result<()> {
    sleep(AFTER_START).await;
    report.note("idle_rss_mb", megabytes(house, "VmRSS")?, "MB", AIM);
    Ok(())
}

/// `rss_mb` after all the work, and `peak_rss_mb`, the most it ever was.
pub(crate) fn afterwards(house: &House, report: &mut Report) -> anyhow::Result<()> {
    report.note("rss_mb", megabytes(house, "VmRSS")?, "MB", AIM);
    report.note("peak_rss_mb", megabytes(house, "VmHWM")?, "MB", Aim::None);
    Ok(())
}

fn megabytes(house: &House, name: &str) -> anyhow::Result<f64> {
    let status = fs::read_to_string(format!("/proc/{}/status", house.pid()?))?;
    let kilobytes = kilobytes(&status, name).with_context(|| format!("no {name}"))?;
    Ok(f64::from(kilobytes) / 1_024.0)
}

/// The line `VmRSS:     12345 kB` (`proc(5)`).
pub(crate) fn kilobytes(status: &str, name: &str) -> Option<u32> {
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.split_whitespace().next()?.parse().ok()
}
