//! The list of agencies.

use chrono::{DateTime, TimeDelta, Utc};
use domain::administration::{Health, Hosting};
use forms::OptionView;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::Wanted;
use super::wanted::SORTS;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct TenantsPage {
    sought: String,
    sorts: Vec<OptionView>,
    agencies: Vec<AgencyView>,
}

/// An agency with its figures.
#[derive(Serialize)]
pub(super) struct AgencyView {
    pub(super) name: String,
    pub(super) slug: String,
    pub(super) link: String,
    pub(super) demo: bool,
    pub(super) active: bool,
    pub(super) created_at: DateTime<Utc>,
    pub(super) health: Option<HealthView>,
}

#[derive(Serialize)]
pub(super) struct HealthView {
    members: i64,
    open: i64,
    overdue: i64,
    /// Minutes since the oldest job became due; 0 is as it should be.
    job_minutes: i64,
    dead_jobs: i64,
    /// Minutes since the oldest notice was written that has not left.
    notice_minutes: i64,
    last_at: Option<DateTime<Utc>>,
    /// Whether somebody should look.
    needs_care: bool,
}

impl TenantsPage {
    pub(super) fn of(
        hosted: Vec<Hosting>,
        (wanted, lang, now): (&Wanted, Lang, DateTime<Utc>),
    ) -> Self {
        let sort = |name: &&str| OptionView {
            value: (*name).to_owned(),
            label: say1(lang, &format!("admin-sort-{name}")),
            selected: wanted.sort == **name,
        };
        let agencies = wanted.choose(hosted);
        Self {
            sought: wanted.q.clone(),
            sorts: SORTS.iter().map(sort).collect(),
            agencies: agencies.iter().map(|one| AgencyView::of(one, (lang, now))).collect(),
        }
    }
}

impl AgencyView {
    pub(super) fn of(hosting: &Hosting, (lang, now): (Lang, DateTime<Utc>)) -> Self {
        Self {
            name: hosting.name.say(lang).to_owned(),
            slug: hosting.slug.clone(),
            link: paths::tenant(&hosting.slug),
            demo: hosting.demo,
            active: hosting.active,
            created_at: hosting.created_at,
            health: hosting.health.map(|health| HealthView::of(&health, now)),
        }
    }
}

/// A worker that is up takes every job within seconds.
const LATE: i64 = 5;

impl HealthView {
    fn of(health: &Health, now: DateTime<Utc>) -> Self {
        let minutes =
            |at: Option<DateTime<Utc>>| at.map_or(0, |at| (now - at).num_minutes().max(0));
        let (job_minutes, notice_minutes) =
            (minutes(health.oldest_job), minutes(health.oldest_notice));
        Self {
            members: health.members,
            open: health.open,
            overdue: health.overdue,
            job_minutes,
            dead_jobs: health.dead_jobs,
            notice_minutes,
            last_at: health.last_at,
            needs_care: health.dead_jobs > 0 || job_minutes > LATE || notice_minutes > LATE,
        }
    }
}

/// Agencies for the samples of pages.
pub(super) fn samples() -> Vec<Hosting> {
    let health = Health {
        members: 8,
        open: 12,
        overdue: 2,
        oldest_job: Some(DateTime::UNIX_EPOCH),
        dead_jobs: 1,
        oldest_notice: Some(DateTime::UNIX_EPOCH),
        last_at: Some(DateTime::UNIX_EPOCH),
    };
    let one = |slug: &str, health: Option<Health>| Hosting {
        slug: slug.into(),
        name: tenants::Text { fa: "سازمان نمونه".into(), en: None },
        demo: slug == "fda",
        active: health.is_some(),
        created_at: DateTime::UNIX_EPOCH,
        health,
    };
    vec![one("fda", Some(health)), one("abfa", Some(Health::default())), one("closed", None)]
}

impl Page for TenantsPage {
    const TEMPLATE: &'static str = "admin/hosting/list.html";

    fn samples() -> Vec<Self> {
        let at = DateTime::UNIX_EPOCH + TimeDelta::minutes(70);
        let (plain, sought) = (Wanted::default(), Wanted { q: "نیست".into(), sort: "open".into() });
        vec![
            Self::of(samples(), (&plain, Lang::Fa, at)),
            Self::of(samples(), (&sought, Lang::Fa, at)),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-nav-tenants")
    }
}
