//! What `/metrics` tells: every route by its pattern, every figure, and nothing of anybody.

use std::process::{Command, Stdio};

use chrono::TimeDelta;
use sqlx::Executor as _;
use uuid::Uuid;

use super::exposition::Exposition;
use super::probe::same_origin;
use super::routes::{DOORS, Door, Surface};
use crate::support::{Knock, TestDesk};

const MOBILE: &str = "09351230987";

async fn scraped(desk: &TestDesk) -> Exposition {
    let page = desk.state.metrics.page().await.expect("a page");
    check_with_promtool(&page);
    Exposition::read(&page)
}

/// What Prometheus itself says of the page, where its tool is installed.
fn check_with_promtool(page: &str) {
    let tool = Command::new("promtool").args(["check", "metrics"]).stdin(Stdio::piped()).spawn();
    let Ok(mut tool) = tool else { return };
    let stdin = tool.stdin.take().expect("piped");
    std::io::Write::write_all(&mut { stdin }, page.as_bytes()).expect("promtool reads");
    assert!(tool.wait().expect("promtool ends").success(), "promtool objects");
}

async fn knock(desk: &TestDesk, host: &str, (method, path): (&str, &str)) {
    let browser = desk.browser(host);
    let mut headers = same_origin(host);
    let body = format!("mobile={MOBILE}&_token=x").into_bytes();
    headers.push(("content-type", "application/x-www-form-urlencoded".to_owned()));
    browser.knock(Knock { method, path, headers, body }).await;
}

/// The address of a door with somebody's ids in it, and more that was typed behind.
fn address(door: &Door, id: Uuid) -> String {
    let part = |part: &str| if part.starts_with(':') { id.to_string() } else { part.to_owned() };
    let path = door.path.split('/').map(part).collect::<Vec<_>>().join("/");
    format!("{path}?q={MOBILE}")
}

fn surface(surface: Surface) -> &'static str {
    match surface {
        Surface::Portal => "portal",
        Surface::Desk => "desk",
        Surface::Admin | Surface::Operator => "admin",
        Surface::Files => "files",
        Surface::Directory => "directory",
    }
}

type Labels = &'static [(&'static str, &'static str)];

#[tokio::test]
async fn every_route_shows_by_its_pattern_and_nobody_shows_at_all() {
    let desk = TestDesk::open().await;
    let id = Uuid::now_v7();
    for door in DOORS {
        knock(&desk, &door.surface.host("fda"), (door.method, &address(door, id))).await;
    }
    knock(&desk, "fda.localhost:8080", ("GET", &format!("/{MOBILE}/{id}"))).await;
    knock(&desk, "fda.localhost:8080", ("GET", &format!("/assets/{MOBILE}.js"))).await;
    knock(&desk, &format!("x{MOBILE}.localhost:8080"), ("GET", "/")).await;
    knock(&desk, "fda2.localhost:8080", ("SECRET-METHOD", "/")).await;

    let told = scraped(&desk).await;
    for door in DOORS {
        let labels =
            [("surface", surface(door.surface)), ("route", door.path), ("method", door.method)];
        let counted = told.sum("mizban_http_requests_total", &labels);
        let timed = told.sum("mizban_http_request_duration_seconds_count", &labels);
        assert!(counted >= 1.0, "{} {} is not counted", door.method, door.path);
        assert!((counted - timed).abs() < 0.5, "{} {} is not timed", door.method, door.path);
    }
    let requests = |labels: &[(&str, &str)]| told.sum("mizban_http_requests_total", labels);
    assert!(requests(&[("surface", "portal"), ("route", "none"), ("status", "404")]) >= 1.0);
    assert!(requests(&[("surface", "portal"), ("route", "assets")]) >= 1.0);
    assert!(requests(&[("surface", "none"), ("status", "421")]) >= 1.0);
    assert!(requests(&[("method", "other")]) >= 1.0);
    let all = DOORS.len() + 4;
    assert!((requests(&[]) - f64::from(u32::try_from(all).unwrap())).abs() < 0.5);

    for value in told.label_values() {
        let strange = [MOBILE, &id.to_string(), "SECRET"].iter().any(|s| value.contains(s));
        assert!(!strange, "a label says {value}");
    }
    let agencies = told.values_of("agency");
    assert_eq!(agencies.into_iter().collect::<Vec<_>>(), ["central", "fda", "fda2"]);
    assert!((told.sum("mizban_http_requests_in_flight", &[])).abs() < 0.5);
}

#[tokio::test]
async fn the_figures_are_those_of_all_agencies() {
    let desk = TestDesk::open().await;
    for slug in ["fda", "fda2"] {
        desk.applicant(slug, MOBILE).await;
    }
    // One more code, which nobody enters and nothing has sent yet.
    let mut browser = desk.browser("fda2.localhost:8080");
    let page = browser.get("/sign-in").await;
    browser.submit(&page, &page.action("/sign-in"), &[("mobile", "09351230001")]).await;
    desk.desks().clock().advance(TimeDelta::seconds(40));
    let given_up = "insert into jobs (tenant_id, id, kind, subject_id, run_at, state)
        select id, gen_random_uuid(), 'run-service', gen_random_uuid(), created_at, 'dead'
        from tenants where slug in ('fda', 'fda2')";
    desk.database.superuser().await.execute(given_up).await.expect("two jobs that were given up");

    let told = scraped(&desk).await;
    let one = |name: &str, labels: &[(&str, &str)]| told.sum(name, labels);
    let expected: [(&str, Labels, f64); 10] = [
        ("mizban_figures_up", &[], 1.0),
        ("mizban_agencies", &[("state", "active")], 4.0),
        ("mizban_agencies", &[("state", "suspended")], 0.0),
        ("mizban_incidents_open", &[], 0.0),
        ("mizban_one_time_codes", &[("state", "sent")], 3.0),
        ("mizban_one_time_codes", &[("state", "used")], 2.0),
        ("mizban_notices", &[("state", "queued")], 1.0),
        ("mizban_notices", &[("state", "sent")], 2.0),
        ("mizban_jobs", &[("kind", "run-service"), ("state", "given-up")], 2.0),
        ("mizban_jobs", &[("kind", "deliver-notice"), ("state", "due")], 1.0),
    ];
    for (name, labels, value) in expected {
        assert!((one(name, labels) - value).abs() < 0.5, "{name} {labels:?}: {told:?}");
    }
    for lag in ["mizban_outbox_lag_seconds", "mizban_jobs_oldest_due_seconds"] {
        let seconds = one(lag, &[]);
        assert!((40.0..60.0).contains(&seconds), "{lag} {seconds}");
    }
    assert!(one("mizban_build_info", &[]) > 0.5);
    assert!(one("mizban_database_connections", &[]) > 0.5);
    assert!(one("process_resident_memory_bytes", &[]) > 0.5);
    for value in told.label_values() {
        assert!(!value.contains("0935"), "a label says {value}");
    }
}

/// An alert on a figure must not be kept quiet by the last value before the database went away.
#[tokio::test]
async fn what_the_database_does_not_tell_is_left_out() {
    let desk = TestDesk::open().await;
    desk.database.pool.close().await;
    let told = scraped(&desk).await;
    assert!(told.sum("mizban_figures_up", &[]).abs() < 0.5);
    assert!(!told.has("mizban_jobs") && !told.has("mizban_agencies"));
    assert!(told.has("mizban_database_connections") && told.has("mizban_build_info"));
}
