//! The whole desk in one process: no port, a clock that can be moved, the worker by hand.

use std::path::Path;
use std::sync::Arc;

use app::Config;
use app::wiring::{self, Parts, State};
use chrono::TimeDelta;
use domain::blueprints::{self, DemoSignIn};
use poem::Response;
use poem::endpoint::BoxEndpoint;
use tempfile::TempDir;
use tenants::{Desks, Tenant};

use super::browser::{Browser, Page};
use super::database::{Database, template};

/// Two look-alike agencies and whichever else is opened, their applicants and their staff, over a database of their own.
pub struct TestDesk {
    pub database: Database,
    pub state: State,
    site: BoxEndpointMaker,
    place: TempDir,
    _objects: app::objects::Objects,
}

type BoxEndpointMaker = Box<dyn Fn() -> BoxEndpoint<'static, Response> + Send + Sync>;

/// One of the agencies.
#[derive(Clone)]
pub struct Agency {
    pub tenant: Arc<Tenant>,
    pub slug: &'static str,
    sign_ins: Vec<DemoSignIn>,
}

impl TestDesk {
    pub async fn open() -> Self {
        let database = Database::open(8).await;
        let place = tempfile::tempdir().expect("a folder");
        let (parts, objects) =
            app::testing::parts(database.pool.clone(), place.path()).await.expect("the parts");
        let state = wiring::open(parts).await.expect("the wiring");
        let served = state.clone();
        let site = Box::new(move || wiring::site(&served));
        Self { database, state, site, place, _objects: objects }
    }

    /// A folder of this test's own.
    pub fn place(&self) -> &Path {
        self.place.path()
    }

    pub fn desks(&self) -> &Desks {
        &self.state.desks
    }

    pub async fn agency(&self, slug: &'static str) -> Agency {
        let tenant = self.desks().at(slug).await.expect("the register").expect("the agency");
        let opened = template().await.agencies.iter().find(|a| a.slug == slug);
        Agency { tenant, slug, sign_ins: opened.expect("its staff").sign_ins.clone() }
    }

    /// Open one more agency, from any blueprint, with its fictional staff.
    pub async fn opens(&self, blueprint: &str, slug: &'static str) -> Agency {
        let opened = blueprints::open_agency(self.desks(), blueprint, slug, true).await;
        let sign_ins = opened.expect("an agency").sign_ins;
        let tenant = self.desks().at(slug).await.expect("the register").expect("the agency");
        Agency { tenant, slug, sign_ins }
    }

    /// A browser at a host of the deployment.
    pub fn browser(&self, host: &str) -> Browser {
        Browser::new((self.site)(), host)
    }

    /// A browser at a host of the same deployment under other settings.
    pub async fn browser_under(&self, host: &str, settings: impl FnOnce(&mut Config)) -> Browser {
        let mut config = self.state.parts.config.clone();
        settings(&mut config);
        let parts = Parts { config, ..self.state.parts.clone() };
        let mut state = wiring::open(parts).await.expect("the wiring");
        // The clock is the desk's own: what moves it moves it here as well.
        state.desks = self.state.desks.clone();
        Browser::new(wiring::site(&state), host)
    }

    /// Carry out every job that is due.
    pub async fn works_through_its_jobs(&self) {
        worker::run_due(&self.state.bench).await.expect("the job list");
    }

    /// Let time pass.
    pub async fn passes(&self, time: TimeDelta) {
        self.desks().clock().advance(time);
        self.works_through_its_jobs().await;
    }

    /// Every message that left the house, oldest first: `channel address text`.
    pub async fn sent(&self) -> Vec<String> {
        let mut sent = self.state.parts.carriers.recent(1_000).await;
        sent.reverse();
        sent.iter().map(|(m, _)| format!("{:?} {} {}", m.channel, m.address, m.text)).collect()
    }

    /// The last one-time code sent to a number.
    pub async fn code_for(&self, mobile: &str) -> String {
        self.works_through_its_jobs().await;
        let sent = self.sent().await;
        let last = sent.iter().rev().find(|m| m.contains(mobile)).expect("a message");
        let digits = |w: &&str| w.len() == 6 && w.bytes().all(|b| b.is_ascii_digit());
        let mut words = last.split(|c: char| !c.is_ascii_digit()).filter(|w| digits(w));
        words.next().expect("a code of six digits").to_owned()
    }

    /// An applicant who has signed in at an agency's portal.
    pub async fn applicant(&self, slug: &str, mobile: &str) -> Browser {
        let mut browser = self.browser(&format!("{slug}.localhost:8080"));
        let page = browser.get("/sign-in").await;
        self.proves(&mut browser, page, mobile).await;
        browser
    }

    /// Go through the two sign-in pages, from wherever they were reached.
    pub async fn proves(&self, browser: &mut Browser, page: Page, mobile: &str) -> Page {
        let page = browser.submit(&page, &page.action("/sign-in"), &[("mobile", mobile)]).await;
        let canonical = format!("+98{}", &mobile[1..]);
        let code = self.code_for(&canonical).await;
        browser.submit(&page, &page.action("/sign-in/code"), &[("code", &code)]).await
    }

    /// A member of staff who has signed in at an agency's desk, by user name.
    pub async fn staff(&self, agency: &Agency, username: &str) -> Browser {
        self.signs_in(agency, username, &format!("{}-desk.localhost:8080", agency.slug)).await
    }

    /// The same at the agency's console.
    pub async fn admin(&self, agency: &Agency, username: &str) -> Browser {
        self.signs_in(agency, username, &format!("{}-admin.localhost:8080", agency.slug)).await
    }

    async fn signs_in(&self, agency: &Agency, username: &str, host: &str) -> Browser {
        let mut browser = self.browser(host);
        let page = browser.get("/sign-in").await;
        let sign_in = agency.sign_in(username);
        // A second factor opens the door once; the next sign-in needs the next time step.
        self.desks().clock().advance(TimeDelta::seconds(31));
        let second = sign_in.code_at(self.desks().clock().now());
        let values =
            [("username", username), ("password", &sign_in.password), ("second", second.as_str())];
        let page = browser.submit(&page, "/sign-in", &values).await;
        // The console tells whoever may not use it so, and has let them sign in all the same.
        assert!(!page.path.starts_with("/sign-in"), "{username} signs in: {}", page.text());
        browser
    }
}

impl Agency {
    pub fn sign_in(&self, username: &str) -> &DemoSignIn {
        let found = self.sign_ins.iter().find(|s| s.username == username);
        found.unwrap_or_else(|| panic!("no {username} among the staff"))
    }

    /// Everybody who can sign in at its desk.
    pub fn usernames(&self) -> Vec<String> {
        self.sign_ins.iter().map(|s| s.username.clone()).collect()
    }

    /// The user name of somebody who holds this position.
    pub fn holder(&self, position: &str) -> &str {
        let holds = |s: &&DemoSignIn| s.positions.iter().any(|p| p == position);
        &self.sign_ins.iter().find(holds).expect("somebody holds it").username
    }
}
