//! A desk that has been in use for years: cases by the hundred thousand, each a copy of a real one
//! that lies before the same position, and opens with its own code.
//!
//! It is filled before anything is measured. PostgreSQL keeps its plans; those made while the tables
//! were empty may take any index and get slower with each row, until statistics are taken anew.

use std::ops::Range;

use locale::tracking_code::TrackingCode;
use sqlx::AssertSqlSafe;
use tenants::Caller;

use super::pattern::Pattern;
use super::stock;
use crate::applicants::FACT;
use crate::books::Books;
use crate::office::{MEASURED, Office};
use crate::rows::{Anew, fresh};

pub(crate) const CASES: usize = 100_000;
/// A statement takes this many: their codes are one parameter.
const PORTION: usize = 20_000;

/// What opens a copy, beside the fact that all applicants share.
struct Codes {
    codes: Vec<String>,
    facts: Vec<Vec<u8>>,
}

/// Fill the measured agency, and lay in what PostgreSQL alone will need at the other.
pub(crate) async fn fill(
    (office, books): (&Office, &Books),
    (measured, alone): (&Pattern, &Pattern),
) -> anyhow::Result<()> {
    copies((office, books), measured, 0..CASES).await?;
    stock::put(books, alone).await?;
    books.settle().await
}

/// Cases of these numbers in the measured agency; their codes.
pub(super) async fn copies(
    (office, books): (&Office, &Books),
    pattern: &Pattern,
    numbers: Range<usize>,
) -> anyhow::Result<Vec<String>> {
    let mut all = Vec::with_capacity(numbers.len());
    for from in numbers.step_by(PORTION) {
        let made = Codes::make(office).await?;
        copy(books, pattern, from, &made).await?;
        all.extend(made.codes);
    }
    Ok(all)
}

/// What is sealed in a copy opens for nobody, since seals are bound to their row; neither lists nor
/// the tracking page show any of it.
async fn copy(books: &Books, pattern: &Pattern, from: usize, made: &Codes) -> anyhow::Result<()> {
    let number = "s.i::text";
    let anew = Anew::default()
        .value(&pattern.draft.to_string(), fresh(0xf000, number))
        .ids(&pattern.submitted, number)
        .column("tracking_code", "s.code")
        .column("facts", "array[s.fact]")
        .column("due_at", "now() + s.i * interval '7 seconds'")
        .column("seen_at", "case when s.i % 2 = 0 then now() end");
    let source = format!(
        "(select code, fact, {from} + n as i from unnest($1::text[], $2::bytea[]) \
         with ordinality as c (code, fact, n)) s"
    );
    for table in ["cases", "tasks", "events"] {
        for row in pattern.submitted.iter().filter(|row| row.table.name == table) {
            let insert = AssertSqlSafe(row.insert_for_each(&source, &anew));
            let insert = sqlx::query(insert).bind(&made.codes).bind(&made.facts);
            insert.execute(&books.pool).await?;
        }
    }
    Ok(())
}

impl Codes {
    /// Codes as the server makes them: their check digit is looked at when a list is shown. The mark
    /// of a fact is made as `domain::cases` makes it; were it another, no look-up would find anything.
    async fn make(office: &Office) -> anyhow::Result<Self> {
        let tenant = office.tenant(MEASURED).await?;
        let scope = office.desks.enter(&tenant, Caller::Operator(tenant.id)).await?;
        let mut random = rand::rng();
        let codes: Vec<String> =
            (0..PORTION).map(|_| TrackingCode::generate(&mut random).as_str().to_owned()).collect();
        let mark = |code: &String| scope.mark("cases.fact", &format!("{code}/{FACT}"));
        Ok(Self { facts: codes.iter().map(mark).collect(), codes })
    }
}
