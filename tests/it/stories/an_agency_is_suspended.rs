//! An agency's desk is closed for the time being, and opened again, while servers run.

use std::time::Duration;

use domain::blueprints;
use tenants::{Caller, Clock, Desks, Scope};

use crate::support::{TestDesk, keyring};

const MOBILE: &str = "09121110001";

/// What another process says of the agency, such as the command line.
async fn elsewhere(desk: &TestDesk, slug: &str) -> (Desks, Scope) {
    let desks = Desks::open(desk.database.pool.clone(), Clock::default(), keyring());
    let tenant = desks.registered(slug).await.unwrap().expect("the agency");
    let scope = desks.enter(&tenant, Caller::Operator(tenant.id)).await.unwrap();
    (desks, scope)
}

/// The status at a host, once it is this one: a notification takes its time.
async fn comes_to(desk: &TestDesk, host: &str, status: u16) -> String {
    for _ in 0..100 {
        let page = desk.browser(host).get("/").await;
        if page.status.as_u16() == status {
            return page.text();
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{host} does not come to {status}");
}

#[tokio::test]
async fn a_suspended_agency_says_so_on_every_host_and_comes_back_whole() {
    let desk = TestDesk::open().await;
    let mut citizen = desk.applicant("fda2", MOBILE).await;
    // The listener that hears of it has to stand first.
    tokio::time::sleep(Duration::from_millis(200)).await;
    let (_there, mut scope) = elsewhere(&desk, "fda2").await;
    tenants::suspend(&mut scope).await.unwrap();
    scope.commit().await.unwrap();

    for host in ["fda2.localhost:8080", "fda2-desk.localhost:8080", "fda2-files.localhost:8080"] {
        let page = comes_to(&desk, host, 503).await;
        assert!(page.contains("میز خدمت این دستگاه موقتاً تعلیق شده است"), "{host}: {page}");
    }
    assert_eq!(citizen.get("/requests").await.status.as_u16(), 503, "sessions open nothing");
    assert_eq!(desk.browser("fda.localhost:8080").get("/").await.status.as_u16(), 200);
    let directory = desk.browser("localhost:8080").get("/").await.body;
    assert!(directory.contains("//fda.localhost") && !directory.contains("//fda2.localhost"));
    let dump = desk.database.dump().await;
    let by_operator = |line: &&String| line.contains("operator") && line.contains("configure");
    let tenant = desk.desks().registered("fda2").await.unwrap().expect("the agency");
    let id = tenant.id.0.to_string();
    let lines = dump["audit_lines"].iter().filter(by_operator).filter(|line| line.contains(&id));
    assert!(lines.count() >= 1, "it stands in the agency's audit log");

    let (_there, mut scope) = elsewhere(&desk, "fda2").await;
    tenants::resume(&mut scope).await.unwrap();
    scope.commit().await.unwrap();
    comes_to(&desk, "fda2.localhost:8080", 200).await;
    assert_eq!(citizen.get("/requests").await.status.as_u16(), 200, "the session is kept");
}

/// Somebody asked for it before it was there, so that its absence was remembered.
#[tokio::test]
async fn a_running_server_sees_a_new_agency_without_a_restart() {
    let desk = TestDesk::open().await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(desk.browser("fda9.localhost:8080").get("/").await.status.as_u16(), 421);
    let there = Desks::open(desk.database.pool.clone(), Clock::default(), keyring());
    blueprints::open_agency(&there, "fda", "fda9", false).await.unwrap();
    comes_to(&desk, "fda9.localhost:8080", 200).await;
}
