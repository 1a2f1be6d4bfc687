//! Two replicas over one database: what is taken away at one is gone at the other.

use std::time::{Duration, Instant};

use app::wiring::{self, Parts, State};
use domain::identity;
use sqlx::postgres::PgPoolOptions;
use tenants::{Caller, Scope};

use super::company;
use super::probe::token_of;
use crate::support::{Agency, Browser, TestDesk};

/// A change that was announced is followed within this time (T09).
const SOON: Duration = Duration::from_secs(2);
/// A replica that missed the announcement looks at the register again after this time; and one more
/// second for a busy machine.
const IN_THE_END: Duration = Duration::from_secs(21);

const EXPERT: &str = "k.rudbarak";

/// The first replica, the second, an expert signed in at both with one session, and a case.
struct Two {
    desk: TestDesk,
    fda: Agency,
    here: Browser,
    there: Browser,
    case: String,
}

async fn second(desk: &TestDesk) -> State {
    let url = desk.database.url();
    let pool = PgPoolOptions::new().max_connections(4).connect(&url).await;
    let pool = pool.expect("a pool of its own");
    wiring::open(Parts { pool, ..desk.state.parts.clone() }).await.expect("the wiring")
}

impl Two {
    async fn open() -> Self {
        let desk = TestDesk::open().await;
        let fda = desk.agency("fda").await;
        let mut citizen = desk.applicant("fda", company::MOBILE).await;
        let token = token_of(&citizen.get("/requests").await);
        let case = company::submits_blindly(&mut citizen, &token).await;
        let mut clerk = desk.staff(&fda, fda.holder("secretariat-clerk")).await;
        company::finishes(&desk, &mut clerk, &case, ("registered", &[])).await;
        let here = desk.staff(&fda, EXPERT).await;
        // The clock that tests move is the first replica's own; sessions are a matter of minutes.
        let mut there = Browser::new(wiring::site(&second(&desk).await), here.host());
        for (name, value) in here.cookies() {
            there.plant(name, value);
        }
        let two = Self { desk, fda, here, there, case };
        for (browser, name) in [(&two.here, "here"), (&two.there, "there")] {
            assert_eq!(two.status(browser).await, 200, "{name}");
        }
        two
    }

    async fn status(&self, browser: &Browser) -> u16 {
        browser.look(&format!("/cases/{}", self.case)).await.status.as_u16()
    }

    async fn operator(&self) -> Scope {
        let caller = Caller::Operator(self.fda.tenant.id);
        self.desk.desks().enter(&self.fda.tenant, caller).await.expect("a scope")
    }

    /// How long the second replica takes until it answers like this.
    async fn follows(&self, status: u16, at_most: Duration) {
        let begin = Instant::now();
        loop {
            let is = self.status(&self.there).await;
            if is == status {
                return;
            }
            assert!(begin.elapsed() < at_most, "still {is} after {:?}", begin.elapsed());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Experts may no longer look at what lies before them.
const TAKEN: &str =
    "delete from policy_rules where tenant_id = $1 and kind = 'case' and act = 'see'
                     and subject in ('holder', 'involved')";

#[tokio::test]
async fn a_rule_taken_away_at_one_is_gone_at_the_other() {
    let two = Two::open().await;
    // The second replica must be listening before the change is told.
    listeners(&two.desk, 2).await;
    let mut scope = two.operator().await;
    sqlx::query(TAKEN).bind(two.fda.tenant.id.0).execute(scope.conn()).await.unwrap();
    tenants::mark_policy_changed(&mut scope).await.unwrap();
    assert_eq!(two.status(&two.there).await, 200, "nothing holds before it is committed");
    scope.commit().await.unwrap();
    assert_eq!(two.status(&two.here).await, 404, "the replica where it was done knows at once");
    two.follows(404, SOON).await;
}

#[tokio::test]
async fn a_change_that_was_not_heard_of_is_seen_in_the_end() {
    let two = Two::open().await;
    let mut superuser = two.desk.database.superuser().await;
    sqlx::query(TAKEN).bind(two.fda.tenant.id.0).execute(&mut superuser).await.unwrap();
    // As `mark_policy_changed` does, but with nobody told.
    let bump = "update tenants set policy_version = policy_version + 1 where id = $1";
    sqlx::query(bump).bind(two.fda.tenant.id.0).execute(&mut superuser).await.unwrap();
    two.follows(404, IN_THE_END).await;
}

/// A replica whose line to the database was cut takes it up again and hears the next change.
#[tokio::test]
async fn a_listener_that_was_cut_off_comes_back() {
    let two = Two::open().await;
    listeners(&two.desk, 2).await;
    let cut = "select count(pg_terminate_backend(pid)) from pg_stat_activity
               where datname = current_database() and query ilike 'listen%'";
    let mut superuser = two.desk.database.superuser().await;
    let cut: i64 = sqlx::query_scalar(cut).fetch_one(&mut superuser).await.unwrap();
    assert_eq!(cut, 2);
    listeners(&two.desk, 2).await;
    let mut scope = two.operator().await;
    sqlx::query(TAKEN).bind(two.fda.tenant.id.0).execute(scope.conn()).await.unwrap();
    tenants::mark_policy_changed(&mut scope).await.unwrap();
    scope.commit().await.unwrap();
    two.follows(404, SOON).await;
}

/// Waits until so many replicas listen.
async fn listeners(desk: &TestDesk, wanted: i64) {
    let count = "select count(*) from pg_stat_activity
                 where datname = current_database() and query ilike 'listen%'";
    let mut superuser = desk.database.superuser().await;
    for _ in 0..200 {
        let listening = sqlx::query_scalar(count).fetch_one(&mut superuser).await;
        let listening: i64 = listening.expect("a count");
        if listening == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("there are not {wanted} listeners");
}

#[tokio::test]
async fn whoever_is_disabled_at_one_is_out_at_the_other() {
    let two = Two::open().await;
    let mut scope = two.operator().await;
    let staff = identity::staff_named(&mut scope, EXPERT).await.unwrap();
    identity::disable_staff(&mut scope, staff).await.unwrap();
    assert_eq!(two.status(&two.there).await, 200, "nothing holds before it is committed");
    scope.commit().await.unwrap();
    // Asked to sign in, and that at once: the session is looked up at every call.
    assert_eq!(two.status(&two.there).await, 303);
    assert_eq!(two.status(&two.here).await, 303);
}

#[tokio::test]
async fn whoever_signs_out_at_one_is_out_at_the_other() {
    let mut two = Two::open().await;
    let page = two.here.get("/sessions").await;
    two.here.submit(&page, "/sign-out", &[]).await;
    assert_eq!(two.status(&two.there).await, 303);
}

/// What is used up at one replica is used up at all.
#[tokio::test]
async fn a_ticket_opens_once_for_both() {
    let two = Two::open().await;
    let page = two.here.look(&format!("/cases/{}", two.case)).await.text();
    let link = format!("/cases/{}/documents/", two.case);
    let id = page.split(&link).nth(1).and_then(|rest| rest.get(..36)).expect("a document");
    let to = two.here.look(&format!("{link}{id}")).await;
    let ticket = to.header("location").and_then(|l| l.split("/d/").nth(1)).expect("a ticket");
    let (path, host) = (format!("/d/{ticket}"), "fda-files.localhost:8080");
    let other = second(&two.desk).await;
    let (here, there) = (two.desk.browser(host), Browser::new(wiring::site(&other), host));
    let (one, two) = tokio::join!(here.look(&path), there.look(&path));
    let mut answers = [one, two].map(|heard| heard.status.as_u16());
    answers.sort_unstable();
    assert_eq!(answers, [200, 404]);
}
