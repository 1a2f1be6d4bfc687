//! Staff change what they sign in with, and lose their access: at once, and on every replica.

use app::wiring::{self, Parts};
use chrono::TimeDelta;
use domain::blueprints;
use domain::identity::{self, Credentials, Door, Enrolment, Reading, Reproof};
use domain::{Error, Refusal, StaffId};
use sqlx::postgres::PgPoolOptions;
use tenants::{Caller, Scope};

use super::verbs::operator;
use crate::support::{Agency, Browser, Page, TestDesk};

const CLERK: &str = "n.sepidar";
const ADMIN: &str = "r.mizban";
const NEW: &str = "the blue teapot stands on the third shelf";

/// The same browser as another replica over the same database meets it.
async fn elsewhere(desk: &TestDesk, browser: &Browser) -> Browser {
    let pool = PgPoolOptions::new().max_connections(4).connect(&desk.database.url()).await.unwrap();
    let replica = wiring::open(Parts { pool, ..desk.state.parts.clone() }).await.unwrap();
    let mut there = Browser::new(wiring::site(&replica), browser.host());
    copy(browser, &mut there);
    there
}

fn copy(from: &Browser, to: &mut Browser) {
    for (name, value) in from.cookies() {
        to.plant(name, value);
    }
}

/// Whether a browser is still let in; the cartable is the front page.
async fn is_in(browser: &mut Browser) -> bool {
    !browser.get("/").await.path.starts_with("/sign-in")
}

/// What an authenticator with this key shows at the next step, which nobody has used yet.
fn next_code(desk: &TestDesk, key: &str) -> String {
    desk.desks().clock().advance(TimeDelta::seconds(31));
    let secret = identity::totp_secret(key).expect("a key in base32");
    identity::totp_now(&secret, desk.desks().clock().now())
}

async fn signs_in(desk: &TestDesk, agency: &Agency, (password, second): (&str, &str)) -> bool {
    let credentials = Credentials {
        door: Door::Desk,
        username: CLERK,
        password,
        second,
        origin: "192.0.2.9",
        reading: Reading::default(),
    };
    match identity::sign_in(desk.desks(), &agency.tenant, credentials).await {
        Ok(_) => true,
        Err(Error::Refused(Refusal::SignInWrong)) => false,
        Err(other) => panic!("{other}"),
    }
}

async fn id_of(desk: &TestDesk, agency: &Agency, username: &str) -> StaffId {
    identity::staff_named(&mut operator(desk, agency).await, username).await.unwrap()
}

/// The form of the account for what is changed, sent from the page that the header leads to.
async fn sends(browser: &mut Browser, what: &str, values: &[(&str, &str)]) -> Page {
    // Where the signed-in name in the header leads.
    let account = browser.get("/sessions").await.link("/account");
    let account = browser.get(&account).await;
    let page = browser.get(&account.link(what)).await;
    browser.submit(&page, &page.path.clone(), values).await
}

#[tokio::test]
async fn a_new_password_ends_every_other_session() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (old, key) = (&fda.sign_in(CLERK).password, &fda.sign_in(CLERK).totp_secret);
    let mut here = desk.staff(&fda, CLERK).await;
    let mut other = desk.staff(&fda, CLERK).await;
    let mut there = elsewhere(&desk, &other).await;
    let mut stolen = desk.browser(here.host());
    copy(&here, &mut stolen);

    for (present, new, repeated, words) in [
        ("not the present one", NEW, NEW, "گذرواژهٔ کنونی شما نیست"),
        (old.as_str(), "short", "short", "کوتاه است"),
        (old, "the fda opens at nine", "the fda opens at nine", "نام دستگاه"),
        (old, NEW, "another", "یکسان نیستند"),
    ] {
        let typed = [("password", present), ("new", new), ("repeated", repeated)];
        let page = sends(&mut here, "password", &typed).await;
        assert_eq!(page.status.as_u16(), 422, "{words}");
        assert!(page.shows(words), "{words}: {}", page.text());
        assert!(!page.body.contains(NEW), "a password is not sent back");
    }
    assert!(is_in(&mut other).await && is_in(&mut there).await, "nothing was changed");

    let typed = [("password", old.as_str()), ("new", NEW), ("repeated", NEW)];
    let done = sends(&mut here, "password", &typed).await;
    assert!(done.path == "/account" && done.shows("گذرواژهٔ شما تغییر کرد"), "{}", done.text());
    assert!(!is_in(&mut other).await, "the other session ended");
    assert!(!is_in(&mut there).await, "on the other replica too");
    assert!(!is_in(&mut stolen).await, "the session goes on under a new token only");
    assert!(is_in(&mut here).await);
    assert!(!signs_in(&desk, &fda, (old, &next_code(&desk, key))).await, "the old password");
    assert!(signs_in(&desk, &fda, (NEW, &next_code(&desk, key))).await, "the new one");
}

#[tokio::test]
async fn a_stolen_session_is_no_place_to_guess_the_password() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut thief = desk.staff(&fda, CLERK).await;
    let mut refused = None;
    for _ in 0..5 {
        let typed = [("password", "a guess of the thief"), ("new", NEW), ("repeated", NEW)];
        let page = sends(&mut thief, "password", &typed).await;
        assert_eq!(page.status.as_u16(), 422);
        refused = page.shows("ناموفق").then_some(page).or(refused);
    }
    assert!(refused.is_some(), "guesses are slowed");
    let old = &fda.sign_in(CLERK).password;
    let typed = [("password", old.as_str()), ("new", NEW), ("repeated", NEW)];
    assert_eq!(
        sends(&mut thief, "password", &typed).await.status.as_u16(),
        422,
        "even the right one"
    );
    desk.desks().clock().advance(TimeDelta::minutes(16));
    assert_eq!(sends(&mut thief, "password", &typed).await.path, "/account", "slowed, not barred");
}

/// The key that the page of a new authenticator shows, as typed into one.
fn key_of(page: &Page) -> String {
    let pattern = regex::Regex::new(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}").expect("a pattern");
    let text = page.text();
    pattern.find(&text).unwrap_or_else(|| panic!("no key: {text}")).as_str().replace(' ', "")
}

#[tokio::test]
async fn a_new_authenticator_counts_once_its_code_confirms_it() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (password, old) = (&fda.sign_in(CLERK).password, &fda.sign_in(CLERK).totp_secret);
    let mut here = desk.staff(&fda, CLERK).await;
    let mut other = desk.staff(&fda, CLERK).await;
    let mut there = elsewhere(&desk, &other).await;

    let path = "/account/authenticator";
    let page = here.get(path).await;
    let key = key_of(&page);
    assert!(page.body.contains("<svg") && page.body.contains(&format!("secret={key}")));
    assert_ne!(key, *old);
    let wrong = [("password", password.as_str()), ("code", &next_code(&desk, old))];
    let page = here.submit(&page, path, &wrong).await;
    assert_eq!((page.status.as_u16(), key_of(&page)), (422, key.clone()), "the same key again");
    assert!(signs_in(&desk, &fda, (password, &next_code(&desk, old))).await, "the old one counts");

    desk.desks().clock().advance(TimeDelta::minutes(16));
    let late = [("password", password.as_str()), ("code", &next_code(&desk, &key))];
    let page = here.submit(&page, path, &late).await;
    let next = key_of(&page);
    assert_eq!(page.status.as_u16(), 422);
    assert_ne!(next, key, "a key that was shown long ago counts no more");

    let code = next_code(&desk, &next);
    let careless = format!(" {} {} ", &code[..3], &code[3..]);
    let done = here.submit(&page, path, &[("password", password), ("code", &careless)]).await;
    assert_eq!(done.path, "/account", "{}", done.text());
    assert!(is_in(&mut here).await);
    assert!(!is_in(&mut other).await && !is_in(&mut there).await, "the other session ended");
    assert!(!signs_in(&desk, &fda, (password, &code)).await, "the code that confirmed it was used");
    assert!(!signs_in(&desk, &fda, (password, &next_code(&desk, old))).await, "the old one");
    assert!(signs_in(&desk, &fda, (password, &next_code(&desk, &next))).await, "the new one");
}

#[tokio::test]
async fn a_proposed_key_is_of_no_use_to_anybody_else() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut clerk = desk.staff(&fda, CLERK).await;
    let mut admin = desk.staff(&fda, ADMIN).await;
    let page = clerk.get("/account/authenticator").await;
    let form = page.form("/account/authenticator");
    let kept = &form.iter().find(|(name, _)| name == "kept").expect("the proposal").1;
    let code = next_code(&desk, &key_of(&page));
    let password = &fda.sign_in(ADMIN).password;
    let own = admin.get("/account/authenticator").await;
    let typed = [("kept", kept.as_str()), ("password", password), ("code", &code)];
    let refused = admin.submit(&own, "/account/authenticator", &typed).await;
    assert_eq!(refused.status.as_u16(), 422);
    assert_ne!(key_of(&refused), key_of(&page));
}

#[tokio::test]
async fn recovery_codes_are_shown_once_and_open_the_door() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let password = &fda.sign_in(CLERK).password;
    let mut here = desk.staff(&fda, CLERK).await;
    let wrong = sends(&mut here, "recovery-codes", &[("password", "not this")]).await;
    assert_eq!(wrong.status.as_u16(), 422);
    let shown = sends(&mut here, "recovery-codes", &[("password", password)]).await;
    let pattern = regex::Regex::new(r"\b[a-z2-9]{5}-[a-z2-9]{5}\b").expect("a pattern");
    let text = shown.text();
    let codes: Vec<_> = pattern.find_iter(&text).map(|code| code.as_str()).collect();
    assert_eq!(codes.len(), 10, "{text}");
    assert!(here.get("/account").await.shows("۱۰"), "{}", here.get("/account").await.text());
    assert!(!here.get("/account/recovery-codes").await.body.contains(codes[0]), "this once");
    assert!(signs_in(&desk, &fda, (password, codes[0])).await);
    assert!(!signs_in(&desk, &fda, (password, codes[0])).await, "a code opens the door once");
    assert!(here.get("/account").await.shows("۹"), "nine are left");
}

#[tokio::test]
async fn one_ends_a_session_of_ones_own_from_the_account() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut here = desk.staff(&fda, CLERK).await;
    let mut other = desk.staff(&fda, CLERK).await;
    let mut there = elsewhere(&desk, &other).await;
    let account = here.get("/account").await;
    let sessions = here.get(&account.link("/sessions")).await;
    let ended = here.submit(&sessions, &sessions.action("/end"), &[]).await;
    assert!(ended.shows("نشست پایان یافت"), "{}", ended.text());
    assert!(is_in(&mut here).await);
    assert!(!is_in(&mut other).await && !is_in(&mut there).await);
}

#[tokio::test]
async fn whoever_is_disabled_is_turned_away_at_the_next_call_and_comes_back_by_signing_in() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (password, key) = (&fda.sign_in(CLERK).password, &fda.sign_in(CLERK).totp_secret);
    let mut here = desk.staff(&fda, CLERK).await;
    let mut there = elsewhere(&desk, &here).await;
    let clerk = id_of(&desk, &fda, CLERK).await;

    let mut scope = operator(&desk, &fda).await;
    identity::disable_staff(&mut scope, clerk).await.unwrap();
    scope.commit().await.unwrap();
    assert!(!is_in(&mut here).await && !is_in(&mut there).await);
    assert!(!signs_in(&desk, &fda, (password, &next_code(&desk, key))).await);

    let mut scope = operator(&desk, &fda).await;
    identity::enable_staff(&mut scope, clerk).await.unwrap();
    scope.commit().await.unwrap();
    assert!(!is_in(&mut here).await, "an ended session does not come back");
    assert!(signs_in(&desk, &fda, (password, &next_code(&desk, key))).await);
}

#[tokio::test]
async fn a_role_that_is_taken_away_is_gone_at_the_next_call() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let clerk = id_of(&desk, &fda, CLERK).await;
    let token = token_of(&desk, &fda, ADMIN).await;
    assert!(identity::end_sessions_of(&mut staff(&desk, &fda, &token).await, clerk).await.is_ok());
    let mut superuser = desk.database.superuser().await;
    let take = "update positions set roles = '{}' where tenant_id = $1 and key = 'desk-admin'";
    sqlx::query(take).bind(fda.tenant.id.0).execute(&mut superuser).await.unwrap();
    let refused = identity::end_sessions_of(&mut staff(&desk, &fda, &token).await, clerk).await;
    assert!(matches!(refused, Err(Error::Denied(_))), "{refused:?}");
}

/// The token of somebody who has signed in.
async fn token_of(desk: &TestDesk, agency: &Agency, username: &str) -> String {
    let sign_in = agency.sign_in(username);
    let second = next_code(desk, &sign_in.totp_secret);
    let password = &sign_in.password;
    let credentials = Credentials {
        door: Door::Desk,
        username,
        password,
        second: &second,
        origin: "192.0.2.9",
        reading: Reading::default(),
    };
    identity::sign_in(desk.desks(), &agency.tenant, credentials).await.unwrap().token
}

async fn staff(desk: &TestDesk, agency: &Agency, token: &str) -> Scope {
    let entered = identity::enter(desk.desks(), &agency.tenant, Door::Desk, Some(token)).await;
    let entered = entered.unwrap();
    assert!(entered.session.is_some(), "a session");
    entered.scope
}

#[tokio::test]
async fn an_admin_changes_the_access_of_others_and_nobody_else_does() {
    let desk = TestDesk::open().await;
    let (fda, twin) = (desk.agency("fda").await, desk.agency("fda2").await);
    let (clerk, admin) = (id_of(&desk, &fda, CLERK).await, id_of(&desk, &fda, ADMIN).await);
    let clerks = token_of(&desk, &fda, CLERK).await;
    let mut scope = staff(&desk, &fda, &clerks).await;
    let denied = |error: Option<Error>| matches!(error, Some(Error::Denied(_)));
    assert!(denied(identity::staff_named(&mut scope, ADMIN).await.err()));
    assert!(denied(identity::disable_staff(&mut scope, admin).await.err()));
    assert!(denied(identity::enable_staff(&mut scope, admin).await.err()));
    assert!(denied(identity::end_sessions_of(&mut scope, admin).await.err()));
    assert!(denied(identity::reset_password(&mut scope, admin).await.err()), "a clerk");
    assert!(denied(identity::reset_authenticator(&mut scope, admin).await.err()), "a clerk");
    let new = Enrolment { username: "x.y".into(), name: "X".into(), positions: Vec::new() };
    assert!(denied(identity::enrol_staff(&mut scope, new).await.err()), "a clerk");
    drop(scope);

    let admins = token_of(&desk, &fda, ADMIN).await;
    let mut scope = staff(&desk, &fda, &admins).await;
    let oneself = identity::disable_staff(&mut scope, admin).await;
    assert!(matches!(oneself, Err(Error::Invalid(_))), "{oneself:?}");
    let foreign = id_of(&desk, &twin, CLERK).await;
    let missing = identity::disable_staff(&mut scope, foreign).await;
    assert!(matches!(missing, Err(Error::Missing(_))), "{missing:?}");
    let password = identity::reset_password(&mut scope, clerk).await.unwrap();
    scope.commit().await.unwrap();

    let entered = identity::enter(desk.desks(), &fda.tenant, Door::Desk, Some(&clerks)).await;
    assert!(entered.unwrap().session.is_none(), "the clerk's session ended");
    let key = &fda.sign_in(CLERK).totp_secret;
    let old = &fda.sign_in(CLERK).password;
    assert!(!signs_in(&desk, &fda, (old, &next_code(&desk, key))).await, "the old password");
    assert!(signs_in(&desk, &fda, (&password, &next_code(&desk, key))).await, "the new one");
    let twins = &twin.sign_in(CLERK);
    let code = next_code(&desk, &twins.totp_secret);
    assert!(
        signs_in(&desk, &twin, (&twins.password, &code)).await,
        "the look-alike's is untouched"
    );
}

/// What an admin did stands in the audit log, with whose access it was and without a secret.
#[tokio::test]
async fn a_changed_access_leaves_its_line() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let clerk = id_of(&desk, &fda, CLERK).await;
    let mut scope = operator(&desk, &fda).await;
    let password = identity::reset_password(&mut scope, clerk).await.unwrap();
    scope.commit().await.unwrap();
    let dump = desk.database.dump().await;
    let about = |line: &&String| line.contains("configure") && line.contains(&clerk.to_string());
    assert_eq!(dump["audit_lines"].iter().filter(about).count(), 1);
    let leaks = dump.values().flatten().any(|row| row.contains(&password));
    assert!(!leaks, "the password stands nowhere");
}

/// An agency that is not a demo begins with vacant positions; whoever is enrolled works in theirs.
#[tokio::test]
async fn an_agency_without_people_is_staffed() {
    let desk = TestDesk::open().await;
    blueprints::open_agency(desk.desks(), "fda", "real", false).await.unwrap();
    let tenant = desk.desks().at("real").await.unwrap().unwrap();
    let positions = vec!["secretariat-clerk".to_owned(), "desk-admin".to_owned()];
    let enrolment = |username: &str, positions| Enrolment {
        username: username.into(),
        name: "زهرا سحری".into(),
        positions,
    };
    let mut scope = desk.desks().enter(&tenant, Caller::Operator(tenant.id)).await.unwrap();
    let unknown = identity::enrol_staff(&mut scope, enrolment("a.b", vec!["none".into()])).await;
    assert!(matches!(unknown.err(), Some(Error::Invalid(p)) if p.get("positions").is_some()));
    let secrets = identity::enrol_staff(&mut scope, enrolment(" Z.Sahari ", positions)).await;
    let secrets = secrets.unwrap_or_else(|error| panic!("{error}"));
    let again = identity::enrol_staff(&mut scope, enrolment("z.sahari", Vec::new())).await;
    assert!(matches!(again.err(), Some(Error::Invalid(p)) if p.get("username").is_some()));
    scope.commit().await.unwrap();

    let mut browser = desk.browser("real-desk.localhost:8080");
    let page = browser.get("/sign-in").await;
    let second = next_code(&desk, &secrets.totp_secret);
    let password = secrets.password.as_str();
    let typed = [("username", "z.sahari"), ("password", password), ("second", &second)];
    let cartable = browser.submit(&page, "/sign-in", &typed).await;
    assert!(cartable.path.starts_with("/cartable/"), "{}", cartable.text());
    for title in ["مسئول ثبت دبیرخانه", "مدیر سامانه میز خدمت"] {
        assert!(cartable.shows(title), "{title}: {}", cartable.text());
    }
}

/// Two browsers of one member change the password at the same moment: one of them does.
#[tokio::test]
async fn a_password_is_changed_by_one_of_two() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let password = &fda.sign_in(CLERK).password;
    let tokens = [token_of(&desk, &fda, CLERK).await, token_of(&desk, &fda, CLERK).await];
    let change = async |token: &str, new: &str| {
        let reproof = Reproof { door: Door::Desk, token, password, origin: "192.0.2.9" };
        identity::change_password(desk.desks(), &fda.tenant, reproof, new).await.is_ok()
    };
    let (one, two) = tokio::join!(
        change(&tokens[0], "the first of two long sentences"),
        change(&tokens[1], "the second of two long sentences"),
    );
    assert!(one != two, "{one} {two}");
}
