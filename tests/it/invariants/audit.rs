//! The audit log: whatever somebody with all power over the database does to it shows.

use std::sync::Arc;

use sqlx::PgConnection;
use tenants::audit::{self, Flaw};
use tenants::{Act, Agency, Caller, Clock, Desks, Tenant};

use crate::support::Database;

struct Log {
    desks: Desks,
    tenant: Arc<Tenant>,
    superuser: PgConnection,
}

/// A log with a chain of more than ten links: the opening of the agency, and refused calls.
async fn log() -> Log {
    let database = Database::open(4).await;
    let desks = Desks::open(database.pool.clone(), Clock::default(), crate::support::keyring());
    let tenant = desks.at("fda").await.unwrap().unwrap();
    for _ in 0..12 {
        let mut scope = desks.enter(&tenant, Caller::Operator(tenant.id)).await.unwrap();
        scope.allow(Act::Configure, &Agency).unwrap();
        scope.commit().await.unwrap();
    }
    // A round leaves lines that are younger than some running transaction of the whole cluster,
    // other tests' included, to the next one.
    while audit::verify(&desks, &tenant).await.unwrap().unsealed > 0 {
        audit::seal(&desks, &tenant).await.unwrap();
    }
    let superuser = database.superuser().await;
    Log { desks, tenant, superuser }
}

impl Log {
    async fn bends(&mut self, statement: &'static str) -> Option<Flaw> {
        sqlx::query(statement).execute(&mut self.superuser).await.expect("a superuser's doing");
        audit::verify(&self.desks, &self.tenant).await.unwrap().flaw
    }
}

#[tokio::test]
async fn a_sound_log_is_said_to_be_sound() {
    let log = log().await;
    let report = audit::verify(&log.desks, &log.tenant).await.unwrap();
    assert!(report.sound >= 12 && report.unsealed == 0 && report.flaw.is_none(), "{report:?}");
}

#[tokio::test]
async fn every_way_of_bending_it_shows() {
    let ways = [
        "update audit_lines set caller = '{\"is\": \"worker\"}' where id = (
             select line_id from audit_seals s join tenants t on t.id = s.tenant_id
             where t.slug = 'fda' and s.seq = 5)",
        "update audit_lines set at = at + interval '1 second' where id = (
             select line_id from audit_seals s join tenants t on t.id = s.tenant_id
             where t.slug = 'fda' and s.seq = 5)",
        "delete from audit_seals where seq = 7
         and tenant_id = (select id from tenants where slug = 'fda')",
        "update audit_seals set hash = decode('00', 'hex') where seq = 3
         and tenant_id = (select id from tenants where slug = 'fda')",
    ];
    for way in ways {
        let mut log = log().await;
        assert!(log.bends(way).await.is_some(), "{way}");
    }
}

#[tokio::test]
async fn a_line_slipped_in_stays_outside_the_chain_and_is_counted() {
    let mut log = log().await;
    let flaw = log
        .bends(
            "insert into audit_lines (tenant_id, id, at, caller, decisions, xact)
             select id, gen_random_uuid(), now(), '{}', '[]', 1 from tenants where slug = 'fda'",
        )
        .await;
    assert_eq!(flaw, None);
    let report = audit::verify(&log.desks, &log.tenant).await.unwrap();
    assert_eq!(report.unsealed, 1);
}

#[tokio::test]
async fn a_refused_call_is_rolled_back_and_remembered() {
    let mut log = log().await;
    let mut scope = log.desks.enter(&log.tenant, Caller::Visitor(log.tenant.id)).await.unwrap();
    assert!(scope.allow(Act::Configure, &Agency).is_err());
    drop(scope);
    let refused =
        "select count(*) from audit_lines where decisions::text like '%\"allowed\": false%'
                   and tenant_id = (select id from tenants where slug = 'fda')";
    for _ in 0..100 {
        let count: i64 = sqlx::query_scalar(refused).fetch_one(&mut log.superuser).await.unwrap();
        if count == 1 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("the refusal is missing in the log");
}
