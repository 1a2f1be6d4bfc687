//! Running one job, and noting what became of it.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use domain::jobs::{JobKind, Taken};
use domain::{DocumentId, NoticeId, Result};
use futures_util::FutureExt as _;
use tokio::time::{Instant, timeout_at};

use crate::backoff::next_try;
use crate::bench::{Bench, Leased};
use crate::jobs::{deliver_notice, drop_document, fire_timer, migrate_case, run_service};
use crate::verdict::{Failure, Stop, Verdict};

/// Time to note what became of a job before its lease ends.
const MARGIN: Duration = Duration::from_secs(2);
/// A job with less time than this before its lease ends is not begun.
const LEAST: Duration = Duration::from_secs(5);

/// Run one job and note what became of it. Never fails: a job that cannot be noted comes back when
/// its lease ends.
pub(crate) async fn carry_out(bench: &Bench, leased: Leased) {
    let job = &leased.job;
    let noted = if Instant::now() + LEAST + MARGIN > leased.until {
        release(bench, job).await
    } else {
        let verdict = run(bench, job, leased.until - MARGIN).await;
        note(bench, job, verdict).await
    };
    if let Err(error) = noted {
        tracing::warn!(job = %job.id, %error, "what became of a job could not be noted");
    }
}

/// Give a job that was not begun back to whoever is free.
pub(crate) async fn release(bench: &Bench, job: &Taken) -> Result<()> {
    domain::jobs::release(bench.desks.pool(), job).await
}

/// A job that would outlive its lease is stopped: two must not do it at once.
async fn run(bench: &Bench, job: &Taken, until: Instant) -> Verdict {
    let running = AssertUnwindSafe(start(bench, job)).catch_unwind();
    let stop = match timeout_at(until, running).await {
        Ok(Ok(Ok(verdict))) => return verdict,
        Ok(Ok(Err(stop))) => stop,
        Ok(Err(_)) => return failed(job, Failure::Panic, "it panicked"),
        Err(_) => return failed(job, Failure::Timeout, "it outlived its lease"),
    };
    match stop.verdict() {
        Verdict::Again(failure) => failed(job, failure, &stop.cause()),
        ended => ended,
    }
}

async fn start(bench: &Bench, job: &Taken) -> Result<Verdict, Stop> {
    let (tenant, subject) = (job.tenant, job.subject);
    match job.kind {
        JobKind::DeliverNotice => return deliver_notice(bench, tenant, NoticeId(subject)).await,
        JobKind::FireTimer => fire_timer(bench, tenant, subject).await?,
        JobKind::RunService => run_service(bench, tenant, subject).await?,
        JobKind::MigrateCase => migrate_case(bench, tenant, subject).await?,
        JobKind::DropDocument => drop_document(bench, tenant, DocumentId(subject)).await?,
    }
    Ok(Verdict::Done)
}

fn failed(job: &Taken, failure: Failure, cause: &str) -> Verdict {
    let (kind, attempt): (&str, _) = (job.kind.into(), job.attempt);
    let (tenant, id, failure_code) = (job.tenant.0, job.id, failure.code());
    if failure == Failure::Busy {
        tracing::debug!(%tenant, job = %id, kind, attempt, "a job found its subject busy");
    } else {
        tracing::warn!(
            %tenant, job = %id, kind, attempt, failure = failure_code, cause, "a job failed"
        );
    }
    Verdict::Again(failure)
}

async fn note(bench: &Bench, job: &Taken, verdict: Verdict) -> Result<()> {
    let (pool, now) = (bench.desks.pool(), bench.desks.clock().now());
    let failure = match verdict {
        Verdict::Settled => return Ok(()),
        Verdict::Done => return domain::jobs::finish(pool, job).await,
        Verdict::Again(failure) => failure,
    };
    let wait = next_try(job, failure, &mut rand::rng());
    if let Some(wait) = wait {
        return domain::jobs::later(pool, job, now + wait, failure.code()).await;
    }
    tracing::error!(tenant = %job.tenant.0, job = %job.id, "a job is given up");
    match give_up(bench, job, failure).await {
        Ok(()) => Ok(()),
        Err(error) => {
            // The job is off all the same; what could not be told stands in the list of jobs.
            tracing::error!(job = %job.id, %error, "a job given up could not be told to its case");
            domain::jobs::bury(pool, job, failure.code()).await
        }
    }
}

/// Where a case waits for the job, the agency is told with it.
async fn give_up(bench: &Bench, job: &Taken, failure: Failure) -> Result<()> {
    let mut scope = bench.enter(job.tenant).await?;
    domain::cases::repair::give_up(&mut scope, job, failure.code()).await?;
    Ok(scope.commit().await?)
}
