//! How long the server takes to be ready.

use crate::house::House;
use crate::report::{Aim, Report};

/// `cold_start_s`: on an empty folder, where the database, its schema and the demo agencies are
/// made. `start_s`: on what an orderly stop left.
pub(crate) async fn start(house: &mut House, report: &mut Report) -> anyhow::Result<()> {
    let cold = house.open().await?;
    report.note("cold_start_s", cold.as_secs_f64(), "s", Aim::None);
    house.close().await?;
    let warm = house.open().await?;
    report.note("start_s", warm.as_secs_f64(), "s", Aim::Below(1.0));
    Ok(())
}
