//! The official holidays, as far as a whole year's list is known.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::jalali::Day;

#[derive(Debug, Deserialize)]
pub(super) struct Official {
    pub(super) version: String,
    holidays: Vec<Holiday>,
}

#[derive(Debug, Deserialize)]
struct Holiday {
    on: Day,
}

impl Official {
    pub(super) fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        self.holidays.iter().map(|holiday| holiday.on.to_gregorian())
    }
}

pub(super) fn official() -> &'static Official {
    static OFFICIAL: LazyLock<Official> = LazyLock::new(|| {
        serde_json::from_str(include_str!("../../data/holidays.json"))
            .expect("the file is part of the program, and a test reads it")
    });
    &OFFICIAL
}
