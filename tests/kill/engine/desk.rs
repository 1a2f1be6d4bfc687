//! The desks of the house, from inside: the verbs that its pages call, over its database.

use std::sync::Arc;

use anyhow::Context as _;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tenants::{Caller, Clock, Desks, Held, Keyring, Member, Tenant};
use uuid::Uuid;

use super::KEY;
use crate::books;
use crate::house::{self, House};
use crate::run::AGENCIES;

/// Calls that are under way at once, and what else needs a connection.
const CONNECTIONS: u32 = 10;

/// What is copied, and before whom it lies: the oldest task of the one request there is.
const PATTERN: &str = "
    select c.id, c.account_id, t.id as task, t.role, p.id as position, p.unit_id, p.roles, m.staff_id
    from cases c
    join tasks t on t.tenant_id = c.tenant_id and t.case_id = c.id
    join positions p on p.tenant_id = t.tenant_id and p.id = t.position_id
    join members m on m.tenant_id = p.tenant_id and m.position_id = p.id and m.until is null
    where c.tenant_id = $1 order by c.opened_at, t.opened_at, m.since limit 1";

pub(super) struct Desk {
    pub(super) desks: Desks,
    pub(super) agencies: Vec<Agency>,
}

pub(super) struct Agency {
    pub(super) tenant: Arc<Tenant>,
    pub(super) pattern: Pattern,
    pub(super) clerk: Caller,
    pub(super) applicant: Caller,
}

#[derive(sqlx::FromRow)]
pub(super) struct Pattern {
    /// The case.
    pub(super) id: Uuid,
    pub(super) task: Uuid,
    pub(super) role: String,
    account_id: Uuid,
    position: Uuid,
    unit_id: Uuid,
    roles: Vec<String>,
    staff_id: Uuid,
}

impl Desk {
    /// Of the server as it runs now; after each kill its database has another address.
    pub(super) async fn open(house: &House) -> anyhow::Result<Self> {
        let data = house.data();
        let password = house::read(&data, "secrets/postgres-app")?;
        let options = PgConnectOptions::new()
            .host("127.0.0.1")
            .port(books::port(&data)?)
            .username("mizban_app")
            .password(&password)
            .database("mizban");
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).connect_with(options).await?;
        let desks = Desks::open(pool, Clock::default(), Keyring::new("deployment", KEY));
        let mut superuser = books::connect(&data).await?;
        let mut agencies = Vec::new();
        for slug in AGENCIES {
            let tenant = desks.at(slug).await?.with_context(|| format!("there is no {slug}"))?;
            let found = sqlx::query_as(PATTERN).bind(tenant.id.0);
            let pattern: Pattern = found.fetch_one(&mut superuser).await?;
            agencies.push(Agency::of(tenant, pattern));
        }
        Ok(Self { desks, agencies })
    }
}

impl Agency {
    fn of(tenant: Arc<Tenant>, pattern: Pattern) -> Self {
        let roles = pattern.roles.clone();
        let held = Held { position: pattern.position, unit: pattern.unit_id, roles };
        let member = Member { staff: pattern.staff_id, positions: vec![held] };
        let clerk = Caller::Staff(tenant.id, member);
        let applicant = Caller::Citizen(tenant.id, pattern.account_id);
        Self { tenant, pattern, clerk, applicant }
    }
}
