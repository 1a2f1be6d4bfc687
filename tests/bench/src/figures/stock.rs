//! Drafts with their documents, waiting to be submitted by PostgreSQL alone.

use sqlx::AssertSqlSafe;

use super::pattern::Pattern;
use crate::beside::TRANSACTIONS;
use crate::books::Books;
use crate::rows::{Anew, fresh};

/// As many drafts for each client as the fewest clients take of all transactions.
const CLIENTS: usize = 16;
const EACH: usize = TRANSACTIONS / 8;
/// What one client may number before it would run into the next one's.
const SPACE: usize = 1_000_000;

/// Numbers the transactions of a script; each draft is taken once.
pub(super) const COUNT: &str = "\\set n :n + 1\n\\set i :client_id * 1000000 + :n\n";
/// That number, as text.
pub(super) const NUMBER: &str = ":i::text";
/// Jobs of these rows must not be taken up by the server's worker.
pub(super) const NEVER: &str = "now() + interval '10 years'";

/// A transaction that is yet to come: its audit lines must not be sealed by the server meanwhile.
pub(super) const UNSEALED: &str = "4000000000000000000";

/// Places of ids that both the stock and the scripts speak of.
const DRAFT: usize = 0xd000;
const DOCUMENT: usize = 0xd001;

pub(super) fn draft(number: &str) -> String {
    fresh(DRAFT, number)
}

pub(super) fn document(number: &str) -> String {
    fresh(DOCUMENT, number)
}

/// Lay the stock in.
pub(super) async fn put(books: &Books, pattern: &Pattern) -> anyhow::Result<()> {
    let number = "s.i::text";
    let anew = Anew::default()
        .value(&pattern.draft.to_string(), draft(number))
        .value(&pattern.document.to_string(), document(number))
        .column("run_at", NEVER);
    let source = format!(
        "(select client * {SPACE} + n as i from generate_series(0, {}) client, \
         generate_series(1, {EACH}) n) s",
        CLIENTS - 1
    );
    for row in &pattern.before {
        let insert = AssertSqlSafe(row.insert_for_each(&source, &anew));
        sqlx::raw_sql(insert).execute(&books.pool).await?;
    }
    Ok(())
}
