//! A desk that has been in use for years: cases by the hundred thousand, each a copy of a real one
//! that lies before the same position.
//!
//! It is filled before anything is measured. PostgreSQL keeps its plans; those made while the tables
//! were empty may take any index and get slower with each row, until statistics are taken anew.

use locale::tracking_code::TrackingCode;
use sqlx::AssertSqlSafe;

use super::pattern::Pattern;
use super::stock;
use crate::books::Books;
use crate::rows::{Anew, fresh};

pub(crate) const CASES: usize = 100_000;
/// A statement takes this many: their codes are one parameter.
const PORTION: usize = 20_000;

/// Fill the measured agency, and lay in what PostgreSQL alone will need at the other.
pub(crate) async fn fill(
    books: &Books,
    (measured, alone): (&Pattern, &Pattern),
) -> anyhow::Result<()> {
    for portion in 0..CASES / PORTION {
        copy(books, measured, portion).await?;
    }
    stock::put(books, alone).await?;
    books.settle().await
}

/// What is sealed in a copy opens for nobody, since seals are bound to their row; lists show none
/// of it.
async fn copy(books: &Books, pattern: &Pattern, portion: usize) -> anyhow::Result<()> {
    let (codes, number) = (codes(), "s.i::text");
    let anew = Anew::default()
        .value(&pattern.draft.to_string(), fresh(0xf000, number))
        .ids(&pattern.submitted, number)
        .column("tracking_code", "s.code")
        .column("due_at", "now() + s.i * interval '7 seconds'")
        .column("seen_at", "case when s.i % 2 = 0 then now() end");
    let source = format!(
        "(select code, {portion} * {PORTION} + n as i \
         from unnest($1::text[]) with ordinality as c (code, n)) s"
    );
    for table in ["cases", "tasks"] {
        for row in pattern.submitted.iter().filter(|row| row.table.name == table) {
            let insert = AssertSqlSafe(row.insert_for_each(&source, &anew));
            sqlx::query(insert).bind(&codes).execute(&books.pool).await?;
        }
    }
    Ok(())
}

/// Codes as the server makes them: their check digit is looked at when a list is shown.
fn codes() -> Vec<String> {
    let mut random = rand::rng();
    (0..PORTION).map(|_| TrackingCode::generate(&mut random).as_str().to_owned()).collect()
}
