//! What the database knows of all agencies together.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::figures;
use domain::jobs::JobKind;
use prometheus::proto::MetricFamily;
use prometheus::{IntGauge, IntGaugeVec, Registry, Result};
use strum::VariantArray as _;
use tenants::Desks;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use super::families::{gauge, gauges};

/// However many scrapers ask, the database is asked once in this time.
const FRESH: Duration = Duration::from_secs(10);
/// A scraper gives up after ten seconds; it must have the rest of the page by then.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);
/// Codes and notices are told of the last hour.
const SPAN: TimeDelta = TimeDelta::hours(1);

pub(super) struct Figures {
    desks: Desks,
    /// Always told.
    up: Registry,
    is_up: IntGauge,
    /// Told while they are fresh.
    told: Registry,
    gauges: Gauges,
    read_at: Mutex<Option<Instant>>,
}

struct Gauges {
    agencies: IntGaugeVec,
    incidents: IntGauge,
    old_incidents: IntGauge,
    codes: IntGaugeVec,
    notices: IntGaugeVec,
    outbox_lag: IntGauge,
    sealing_lag: IntGauge,
    jobs: IntGaugeVec,
    job_age: IntGaugeVec,
}

impl Figures {
    pub(super) fn new(desks: Desks) -> Result<Self> {
        let (up, told) = (Registry::new(), Registry::new());
        let is_up = gauge(
            &up,
            "mizban_figures_up",
            "Whether the database told the figures of all agencies; where not, they are left out.",
        )?;
        let gauges = Gauges::new(&told)?;
        Ok(Self { desks, up, is_up, told, gauges, read_at: Mutex::new(None) })
    }

    pub(super) async fn gather(&self) -> Vec<MetricFamily> {
        let fresh = self.refresh().await;
        self.is_up.set(fresh.into());
        let mut gathered = self.up.gather();
        if fresh {
            gathered.extend(self.told.gather());
        }
        gathered
    }

    /// Whether the figures are fresh. Scrapers that ask at once wait for the first one's answer.
    async fn refresh(&self) -> bool {
        let mut read_at = self.read_at.lock().await;
        if read_at.is_some_and(|at| at.elapsed() < FRESH) {
            return true;
        }
        let now = self.desks.clock().now();
        match timeout(ANSWER_WITHIN, figures::read(&self.desks, SPAN)).await {
            Ok(Ok(figures)) => {
                self.gauges.set(&figures, now);
                *read_at = Some(Instant::now());
                true
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "the figures of all agencies cannot be read");
                false
            }
            Err(_) => {
                tracing::warn!("the figures of all agencies take too long");
                false
            }
        }
    }
}

impl Gauges {
    fn new(registry: &Registry) -> Result<Self> {
        let one = |name, help| gauge(registry, name, help);
        let by = |label, name, help| gauges(registry, (name, help), &[label]);
        Ok(Self {
            agencies: by("state", "mizban_agencies", "Agencies, by state.")?,
            incidents: one("mizban_incidents_open", "Cases that cannot go on by themselves.")?,
            old_incidents: one(
                "mizban_incidents_over_an_hour",
                "Those of them that stand for more than an hour: somebody should be called.",
            )?,
            codes: by(
                "state",
                "mizban_one_time_codes",
                "One-time codes sent within the last hour, and how many of them were used.",
            )?,
            notices: by(
                "state",
                "mizban_notices",
                "Notices written within the last hour, by what became of them.",
            )?,
            outbox_lag: one(
                "mizban_outbox_lag_seconds",
                "The age of the notice that waits longest to be sent.",
            )?,
            sealing_lag: one(
                "mizban_audit_sealing_lag_seconds",
                "The age of the oldest audit line that is not chained yet.",
            )?,
            jobs: gauges(
                registry,
                ("mizban_jobs", "Jobs: due now, scheduled for later, or given up."),
                &["kind", "state"],
            )?,
            job_age: by(
                "kind",
                "mizban_jobs_oldest_due_seconds",
                "For how long the oldest job that is due has been due.",
            )?,
        })
    }

    fn set(&self, figures: &figures::Figures, now: DateTime<Utc>) {
        let age = |since: Option<DateTime<Utc>>| since.map_or(0, |at| (now - at).num_seconds());
        put(&self.agencies, "active", figures.agencies_active);
        put(&self.agencies, "suspended", figures.agencies_suspended);
        self.incidents.set(figures.incidents_open);
        self.old_incidents.set(figures.incidents_old);
        put(&self.codes, "sent", figures.codes.sent);
        put(&self.codes, "used", figures.codes.used);
        put(&self.notices, "queued", figures.notices.queued);
        put(&self.notices, "sent", figures.notices.sent);
        put(&self.notices, "delivered", figures.notices.delivered);
        put(&self.notices, "failed", figures.notices.failed);
        self.outbox_lag.set(age(figures.oldest_waiting).max(0));
        self.sealing_lag.set(age(figures.oldest_unsealed).max(0));
        self.set_jobs(&figures.jobs, |since| age(since).max(0));
    }

    /// A kind of which there is no job is told as none: a rule cannot tell a missing series from a
    /// worker that has nothing to do.
    fn set_jobs(&self, jobs: &[figures::JobFigures], age: impl Fn(Option<DateTime<Utc>>) -> i64) {
        for kind in JobKind::VARIANTS {
            let name: &str = kind.into();
            let job = jobs.iter().find(|job| job.kind == name);
            let counts = job.map_or([0; 3], |job| [job.due, job.scheduled, job.given_up]);
            for (state, count) in ["due", "scheduled", "given-up"].into_iter().zip(counts) {
                self.jobs.with_label_values(&[name, state]).set(count);
            }
            let oldest = job.and_then(|job| job.oldest_due);
            self.job_age.with_label_values(&[name]).set(age(oldest));
        }
    }
}

fn put(gauges: &IntGaugeVec, state: &str, count: i64) {
    gauges.with_label_values(&[state]).set(count);
}
