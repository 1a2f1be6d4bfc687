//! Doing by hand what the worker does by itself.

use crate::bench::Bench;
use crate::carry_out::carry_out;

/// Run everything that is due now, one after the other, with what becomes due through it. Returns
/// how many jobs were run. A job that failed is due later, so this comes to an end.
pub async fn run_due(bench: &Bench) -> domain::Result<usize> {
    let mut run = 0;
    loop {
        let taken = bench.take().await?;
        if taken.is_empty() {
            return Ok(run);
        }
        run += taken.len();
        for leased in taken {
            carry_out(bench, leased).await;
        }
    }
}
