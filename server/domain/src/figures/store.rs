//! The function `figures`, and counts over the two tables without a wall.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;
use tenants::{CENTRAL, Desks};

use super::{Codes, Figures, JobFigures, Notices};
use crate::Result;

/// Read all figures: those of codes and notices for what was sent or written within `span`.
///
/// Ages are told by the time of the database's rows, which is that of [`Desks::clock`].
pub async fn read(desks: &Desks, span: TimeDelta) -> Result<Figures> {
    let pool = desks.pool();
    let now = desks.clock().now();
    let sums = sqlx::query!(
        r#"select coalesce(sum(incidents_open), 0)::bigint as "incidents_open!",
                  coalesce(sum(incidents_old), 0)::bigint as "incidents_old!",
                  coalesce(sum(codes_sent), 0)::bigint as "codes_sent!",
                  coalesce(sum(codes_used), 0)::bigint as "codes_used!",
                  coalesce(sum(notices_queued), 0)::bigint as "notices_queued!",
                  coalesce(sum(notices_sent), 0)::bigint as "notices_sent!",
                  coalesce(sum(notices_delivered), 0)::bigint as "notices_delivered!",
                  coalesce(sum(notices_failed), 0)::bigint as "notices_failed!",
                  min(oldest_waiting) as oldest_waiting, min(oldest_unsealed) as oldest_unsealed,
                  (select count(*) from tenants
                   where state = 'active' and slug <> $2) as "agencies_active!",
                  (select count(*) from tenants where state = 'suspended') as "agencies_suspended!"
           from figures($1)"#,
        now - span,
        // The operator's own premises are no agency.
        CENTRAL,
    )
    .fetch_one(pool)
    .await?;
    Ok(Figures {
        agencies_active: sums.agencies_active,
        agencies_suspended: sums.agencies_suspended,
        incidents_open: sums.incidents_open,
        incidents_old: sums.incidents_old,
        codes: Codes { sent: sums.codes_sent, used: sums.codes_used },
        notices: Notices {
            queued: sums.notices_queued,
            sent: sums.notices_sent,
            delivered: sums.notices_delivered,
            failed: sums.notices_failed,
        },
        oldest_waiting: sums.oldest_waiting,
        oldest_unsealed: sums.oldest_unsealed,
        jobs: jobs(pool, now).await?,
    })
}

async fn jobs(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<Vec<JobFigures>> {
    sqlx::query_as!(
        JobFigures,
        r#"select kind, count(*) filter (where state = 'queued' and run_at <= $1) as "due!",
                  count(*) filter (where state = 'queued' and run_at > $1) as "scheduled!",
                  count(*) filter (where state = 'dead') as "given_up!",
                  min(run_at) filter (where state = 'queued' and run_at <= $1) as oldest_due
           from jobs group by kind order by kind"#,
        now,
    )
    .fetch_all(pool)
    .await
}
