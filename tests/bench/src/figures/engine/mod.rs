//! The process engine: in memory, and with every step kept.
//!
//! The models and PostgreSQL's side of it (`transition.sql`) were made by others and lie beside the
//! repository; without them these figures are left out, and it is said.

mod due;
mod durable;
mod memory;
mod models;
mod reading;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use crate::books::Books;
use crate::house::House;
use crate::office::Office;
use crate::report::Report;

/// All of it, in a house of its own.
pub(crate) async fn engine(report: &mut Report) -> anyhow::Result<()> {
    reading::reading(report)?;
    let Some(folder) = beside() else {
        println!("SKIPPED: there is no ../shared/bench, so the engine is not measured");
        return Ok(());
    };
    memory::memory(&folder, report)?;
    let mut house = House::new()?;
    house.open().await?;
    let measured = kept(&house, &folder, report).await;
    if measured.is_err() {
        eprintln!("{}", house.last_words());
    }
    measured?;
    house.close().await
}

async fn kept(house: &House, folder: &Path, report: &mut Report) -> anyhow::Result<()> {
    let books = Books::open(house.data()).await?;
    let office = Office::open(house, &books).await?;
    let agencies = models::Agencies::open(house, &office, &books).await?;
    durable::durable(&agencies, folder, report).await?;
    due::due(&agencies, report).await
}

fn beside() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|folder| folder.join("shared/bench")).find(|folder| folder.is_dir())
}
