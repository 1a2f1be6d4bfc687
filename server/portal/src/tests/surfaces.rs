//! What the surfaces answer before any database is asked.

use std::num::NonZeroU32;
use std::path::Path;
use std::sync::Arc;

use gateways::{Carriers, Channel, Message, Store, StoreConfig};
use poem::Endpoint;
use poem::http::StatusCode;
use poem::test::TestClient;
use tenants::{Clock, Desks, Keyring};
use uuid::Uuid;
use web::cookies::{Cookies, SessionKey};
use web::forgery::Seal;
use web::templates::Engine;
use web::{Places, Site, Surface};

use crate::directory::{DemoStaff, DirectoryState, Outbox};
use crate::files::FilesState;
use crate::{LookUps, PortalState};

fn site() -> Arc<Site> {
    Arc::new(Site {
        engine: Engine::new(&crate::templates()).unwrap(),
        cookies: Cookies::default(),
        seal: Seal::new([7; 32]),
        https: true,
        spool: std::env::temp_dir(),
    })
}

/// A house whose database is not there: whoever asks it fails.
fn desks() -> Desks {
    let pool = sqlx::PgPool::connect_lazy("postgres://nobody@127.0.0.1:1/none").unwrap();
    Desks::open(pool, Clock::default(), Keyring::new("test", [1; 32]))
}

fn store() -> Store {
    Store::connect(&StoreConfig {
        endpoint: "http://127.0.0.1:1".into(),
        region: "us-east-1".into(),
        bucket: "none".into(),
        access_key: "none".into(),
        secret_key: "none".into(),
    })
    .unwrap()
}

fn places() -> Places {
    Places { scheme: "http", base: "localhost".into(), port: 8080 }
}

fn dressed(site: &Arc<Site>, surface: Surface, routes: impl Endpoint + 'static) -> impl Endpoint {
    site.dress(surface, routes)
}

fn portal(site: &Arc<Site>) -> TestClient<impl Endpoint> {
    let few = NonZeroU32::new(5).unwrap();
    let state = PortalState {
        desks: desks(),
        store: store(),
        places: places(),
        look_ups: Arc::new(LookUps::per_minute(few, few)),
    };
    TestClient::new(dressed(site, Surface::Portal, crate::routes(state)))
}

fn directory(site: &Arc<Site>, outbox: Option<Outbox>) -> TestClient<impl Endpoint> {
    let state = DirectoryState { desks: desks(), places: places(), outbox };
    TestClient::new(dressed(site, Surface::Directory, crate::directory::routes(state)))
}

#[tokio::test]
async fn the_sign_in_page_leads_back_to_this_origin_only() {
    let site = site();
    for (next, kept) in [
        ("/requests", "/requests"),
        ("//evil.example", "/"),
        ("https:evil", "/"),
        ("/%5Cevil", "/"),
        ("", "/"),
    ] {
        let response = portal(&site).get(format!("/sign-in?next={next}")).send().await;
        response.assert_status_is_ok();
        let html = response.0.into_body().into_string().await.unwrap();
        assert!(html.contains(&format!("name=\"next\" value=\"{kept}\"")), "{next}");
        assert!(html.contains("autocomplete=\"tel\""));
    }
}

#[tokio::test]
async fn the_code_page_begins_again_when_reloaded() {
    let response = portal(&site()).get("/sign-in/code").send().await;
    response.assert_status(StatusCode::SEE_OTHER);
    response.assert_header("location", "/sign-in");
}

#[tokio::test]
async fn without_an_agency_there_is_no_portal() {
    let site = site();
    for path in ["/", "/requests", "/tracking", "/drafts/x", "/no-such-page"] {
        portal(&site).get(path).send().await.assert_status(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_chosen_language_is_remembered_and_leads_back() {
    let site = site();
    let key = SessionKey::mint();
    for (lang, next, status, to) in [
        ("en", "/tracking", StatusCode::SEE_OTHER, Some("/tracking")),
        ("fa", "//evil.example", StatusCode::SEE_OTHER, Some("/")),
        ("xx", "/", StatusCode::BAD_REQUEST, None),
    ] {
        let token = site.seal.token(key.as_str());
        let form = [("_token", token.as_str()), ("lang", lang), ("next", next)];
        let response = directory(&site, None)
            .post("/language")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", format!("__Host-visitor={}", key.as_str()))
            .form(&form)
            .send()
            .await;
        response.assert_status(status);
        assert_eq!(response.0.header("location"), to);
        let cookie = format!("__Host-lang={lang};");
        let cookies = response.0.headers().get_all("set-cookie").iter();
        let kept =
            cookies.filter_map(|line| line.to_str().ok()).any(|line| line.starts_with(&cookie));
        assert_eq!(kept, to.is_some());
    }
}

#[tokio::test]
async fn a_form_without_its_token_changes_nothing() {
    let site = site();
    for path in ["/language", "/sign-in", "/sign-out", "/tracking"] {
        let response = portal(&site)
            .post(path)
            .header("sec-fetch-site", "same-origin")
            .form(&[("lang", "en"), ("mobile", "09123456789")])
            .send()
            .await;
        assert!(response.0.status().is_client_error(), "{path}: {}", response.0.status());
    }
}

#[tokio::test]
async fn production_has_no_outbox() {
    let site = site();
    let response = directory(&site, None).get("/outbox").send().await;
    response.assert_status(StatusCode::NOT_FOUND);
}

fn message(n: u128, text: &str) -> Message {
    Message {
        id: Uuid::from_u128(n),
        tenant: "fda".into(),
        channel: Channel::Sms,
        address: "+989123456789".into(),
        sender: "سازمان نمونه".into(),
        subject: None,
        text: text.into(),
    }
}

async fn outbox(folder: &Path) -> Outbox {
    let carriers = Carriers::Folder(folder.to_owned());
    for (n, text) in [(1, "پیام یک"), (2, "<script>alert(2)</script>")] {
        carriers.send(&message(n, text)).await;
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let staff = DemoStaff {
        agency: "fda".into(),
        name: "نسرین نمونه".into(),
        titles: Vec::new(),
        username: "expert".into(),
        password: "p4ss-w0rd".into(),
        totp_secret: vec![1; 20],
    };
    Outbox { carriers, staff: vec![staff] }
}

#[tokio::test]
async fn the_outbox_shows_messages_newest_first_and_how_staff_sign_in() {
    let (site, folder) = (site(), tempfile::tempdir().unwrap());
    let client = directory(&site, Some(outbox(folder.path()).await));
    let response = client.get("/outbox").send().await;
    response.assert_status_is_ok();
    let html = response.0.into_body().into_string().await.unwrap();
    let place = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text} is not shown"));
    assert!(place("alert(2)") < place("پیام یک"), "the newest comes first");
    assert!(!html.contains("<script>alert"), "a message is text");
    for shown in ["expert", "p4ss-w0rd", "http://fda-desk.localhost:8080/sign-in"] {
        place(shown);
    }
}

#[tokio::test]
async fn asking_with_head_uses_no_ticket_up() {
    let site = site();
    let state = FilesState { desks: desks(), store: store() };
    let client = TestClient::new(dressed(&site, Surface::Files, crate::files::routes(state)));
    client.head("/d/some-ticket").send().await.assert_status_is_ok();
    client.get("/").send().await.assert_status(StatusCode::NOT_FOUND);
    client.get("/d/some-ticket").send().await.assert_status(StatusCode::NOT_FOUND);
    let post = client.post("/d/some-ticket").header("sec-fetch-site", "same-origin").send().await;
    post.assert_status(StatusCode::METHOD_NOT_ALLOWED);
}
