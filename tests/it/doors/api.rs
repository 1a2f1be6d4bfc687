//! Every operation of the API's document, tried with nobody's key, a stranger's ids and a key that does
//! not reach. The operations are taken from the document itself: a new one that nobody tries is found.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::api_clients::{self, ApiScope, NewClient};
use locale::tracking_code::TrackingCode;
use serde_json::{Value, json};
use strum::VariantArray as _;
use tenants::Caller;
use uuid::Uuid;

use super::company::{MOBILE, PDF};
use super::scene::{Ids, Scene};
use super::watch::Watch;
use crate::support::{Asked, Operation, Program, TestDesk, Told, new_client, operations};

/// What a name in an operation's address stands for.
fn kind(operation: &Operation, name: &str) -> &'static str {
    let draft = operation.path.starts_with("/drafts");
    match (name, operation.method.as_str()) {
        ("key", _) => "service",
        ("id", _) if draft => "draft",
        ("document", _) if draft => "draft document",
        ("document", "GET") => "case document",
        ("document", _) => "staged document",
        ("id", "GET") => "case",
        ("id", _) => "request",
        _ => panic!("{}: what is a {name}?", operation.path),
    }
}

fn names(operation: &Operation) -> Vec<&str> {
    let parts = operation.path.split('/');
    parts.filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect()
}

/// The address of an operation, and what belongs into its query.
fn address(operation: &Operation, ids: &Ids) -> String {
    let part = |part: &str| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
        Some(name) => ids[kind(operation, name)].clone(),
        None => part.to_owned(),
    };
    let path = operation.path.split('/').map(part).collect::<Vec<_>>().join("/");
    match operation.id.as_str() {
        "attach_document" => format!("{path}?field=freeSale"),
        "send_document" => format!("{path}?field=articles"),
        _ => path,
    }
}

/// A whole call of an operation, as somebody sends it who has these ids.
async fn tries(program: &Program, operation: &Operation, ids: &Ids) -> (String, Told) {
    let path = address(operation, ids);
    let key = Uuid::new_v4().to_string();
    let asked = match operation.id.as_str() {
        "attach_document" | "send_document" => Asked::file(&path, ("file", "door.pdf"), PDF),
        "start_draft" => Asked::post(&path, &json!({"service": "cosmetics-import"})).once(&key),
        "submit_request" => Asked::post(&path, &request(&ids["draft"])).once(&key),
        "supply_documents" | "withdraw_request" => Asked::post(&path, &Value::Null).once(&key),
        "track_request" => Asked::post(&path, &json!({"code": "1234", "fact": "0899"})),
        _ => Asked { method: &operation.method, path: &path, ..Asked::default() },
    };
    let told = program.call(asked).await;
    (path.clone(), told)
}

fn request(draft: &str) -> Value {
    json!({
        "service": "cosmetics-import",
        "draft": draft,
        "answers": crate::stories::api::answers(),
    })
}

/// The ids of nobody, in the shape of these.
fn of_nobody(ids: &Ids) -> Ids {
    ids.keys().map(|kind| (*kind, Uuid::now_v7().to_string())).collect()
}

/// The ids for an operation whose names from the `at`-th on are those of `from`.
fn mixed(operation: &Operation, at: usize, own: &Ids, from: &Ids) -> Ids {
    let mut ids = own.clone();
    for name in names(operation).into_iter().skip(at) {
        let kind = kind(operation, name);
        ids.insert(kind, from[kind].clone());
    }
    if operation.id == "submit_request" {
        ids.insert("draft", from["draft"].clone());
    }
    ids
}

#[tokio::test]
async fn ids_of_others_are_answered_like_ids_of_nobody() {
    let scene = Scene::open().await;
    let desk = &scene.desk;
    let program = desk.program("fda", MOBILE).await;
    // Every key is noted to be in use, so that nothing is written from here on.
    program.call(Asked::get("/services")).await.is(200);
    let before = Watch::begin(&desk.database).await;
    let (own, twin, other) = (&scene.fda.ids, &scene.twin.ids, &scene.other.1);
    let mut tried = 0;
    for (whose, foreign) in [("another agency's", twin), ("another account's", other)] {
        for operation in operations() {
            let at_ids = names(&operation).len() + usize::from(operation.id == "submit_request");
            for at in 0..at_ids {
                if names(&operation).get(at) == Some(&"key") {
                    continue;
                }
                let mut told = Vec::new();
                for from in [foreign, &of_nobody(foreign)] {
                    let ids = mixed(&operation, at, own, from);
                    let (path, answer) = tries(&program, &operation, &ids).await;
                    let what =
                        format!("{} with {whose} from {at}: {:#}", operation.id, answer.json);
                    assert_eq!(answer.status, 404, "{what}");
                    told.push(answer.without_names(&path));
                }
                assert_eq!(told[0], told[1], "{} with {whose} from {at}", operation.id);
                tried += 1;
            }
        }
    }
    assert!(tried >= 2 * 13, "hardly anything was tried: {tried}");
    before.nothing_changed(&desk.database, "calling with the ids of others").await;
}

#[tokio::test]
async fn no_key_that_opens_nothing_opens_anything() {
    let scene = Scene::open().await;
    let desk = &scene.desk;
    let twin = desk.program("fda2", MOBILE).await;
    let [expired, revoked] = ended(desk).await;
    let right = desk.program("fda", MOBILE).await.token;
    let mut flipped = right.clone();
    let last = flipped.pop().expect("a character");
    flipped.push(if last == '0' { '1' } else { '0' });
    let before = Watch::begin(&desk.database).await;
    let mut program = Program::new(app::wiring::site(&desk.state), "fda", "");
    let keys = [
        ("another agency's", twin.token.clone(), "client-unknown"),
        ("one digit off", flipped, "client-unknown"),
        ("none", String::new(), "client-unknown"),
        ("no token", "x".to_owned(), "client-unknown"),
        ("expired", expired, "client-expired"),
        ("revoked", revoked, "client-revoked"),
    ];
    for operation in operations() {
        for (name, token, code) in &keys {
            program.token.clone_from(token);
            let (_, told) = tries(&program, &operation, &scene.fda.ids).await;
            let what = format!("{}, {name}: {:#}", operation.id, told.json);
            assert_eq!(told.status, 401, "{what}");
            assert_eq!(told.text("/type"), format!("urn:mizban:problem:{code}"), "{what}");
            assert_eq!(told.header("www-authenticate"), "Bearer", "{what}");
        }
    }
    before.nothing_changed(&desk.database, "calling without a key").await;
}

/// A key whose time is over, and one that was taken back.
async fn ended(desk: &TestDesk) -> [String; 2] {
    let short = NewClient { days: 1, ..new_client(MOBILE) };
    let expired = desk.program_for("fda", short).await.token;
    desk.passes(TimeDelta::days(1)).await;
    let revoked = desk.program("fda", MOBILE).await.token;
    let tenant = desk.desks().at("fda").await.unwrap().unwrap();
    let mut scope = desk.desks().enter(&tenant, Caller::Operator(tenant.id)).await.unwrap();
    let key = revoked.split('_').nth(1).expect("the public half");
    api_clients::revoke(&mut scope, key).await.unwrap();
    scope.commit().await.unwrap();
    [expired, revoked]
}

/// Which scopes suffice, each alone.
fn suffice(operation: &str) -> &'static [&'static str] {
    match operation {
        "list_services" | "see_service" => &["services.read"],
        "start_draft" | "submit_request" | "supply_documents" | "withdraw_request" => {
            &["requests.write"]
        }
        "see_draft" => &["requests.read", "requests.write", "documents.write"],
        "attach_document" | "remove_document" | "send_document" | "take_document_back" => {
            &["documents.write"]
        }
        "list_requests" | "see_request" | "fetch_document" | "track_request" => &["requests.read"],
        other => panic!("which scope does {other} need?"),
    }
}

#[tokio::test]
async fn a_key_reaches_as_far_as_its_scopes_and_its_services() {
    let scene = Scene::open().await;
    let desk = &scene.desk;
    let ids = &scene.fda.ids;
    let mut programs = BTreeMap::new();
    for scope in ApiScope::VARIANTS {
        let new = NewClient { scopes: vec![*scope], ..new_client(MOBILE) };
        programs.insert(<&str>::from(scope), desk.program_for("fda", new).await);
    }
    let elsewhere =
        NewClient { services: Some(vec!["drug-registration".to_owned()]), ..new_client(MOBILE) };
    let elsewhere = desk.program_for("fda", elsewhere).await;
    for operation in operations() {
        let enough = suffice(&operation.id);
        for (scope, program) in programs.iter().filter(|(scope, _)| !enough.contains(scope)) {
            let (_, told) = tries(program, &operation, ids).await;
            assert_eq!(told.status, 403, "{} with {scope}: {:#}", operation.id, told.json);
        }
        let about_a_service =
            !matches!(operation.id.as_str(), "list_services" | "list_requests" | "track_request");
        if about_a_service {
            let (_, told) = tries(&elsewhere, &operation, ids).await;
            assert_eq!(told.status, 403, "{} elsewhere: {:#}", operation.id, told.json);
        }
    }
    let list = elsewhere.call(Asked::get("/requests")).await.is(200);
    assert_eq!(list["requests"], json!([]), "nor does the list show others");
    let list = elsewhere.call(Asked::get("/services")).await.is(200);
    assert_eq!(list["services"].as_array().map(Vec::len), Some(1));
    for operation in operations() {
        let scope = suffice(&operation.id)[0];
        let (_, told) = tries(&programs[scope], &operation, ids).await;
        let let_in = !matches!(told.status, 401 | 403 | 500..);
        assert!(let_in, "{} with {scope}: {:#}", operation.id, told.json);
    }
}

#[tokio::test]
async fn whatever_goes_wrong_is_told_as_a_problem() {
    let desk = TestDesk::open().await;
    desk.applicant("fda", MOBILE).await;
    let program = desk.program("fda", MOBILE).await;
    let deep = format!("{}1{}", "[".repeat(40), "]".repeat(40));
    let nul = r#"{"service": "a\u0000b"}"#;
    let json = |body: &str| {
        let asked = Asked::post("/drafts", &Value::Null).once("k");
        Asked { body: body.as_bytes().to_vec(), ..asked }
    };
    let large = format!("\"{}\"", "x".repeat(600 * 1024));
    let file = Asked::file("/drafts", ("file", "a.pdf"), PDF).once("k");
    let no_type = Asked { headers: Vec::new(), ..json("{}") }.once("k");
    let cases = [
        (404, "no such address", Asked::get("/nothing")),
        (404, "no such service", Asked::get("/services/no-such")),
        (404, "a service that is no key", Asked::get("/services/%00")),
        (404, "an id that is none", Asked::get("/requests/not-an-id")),
        (405, "another method", Asked { method: "PUT", ..Asked::get("/requests") }),
        (405, "a preflight", Asked { method: "OPTIONS", ..Asked::get("/requests") }),
        (400, "no key of a command", Asked::post("/drafts", &json!({"service": "x"}))),
        (400, "an empty key of a command", json("{}").once("")),
        (400, "no JSON", json("{")),
        (400, "another shape", json(r#"{"colour": 1}"#)),
        (400, "a member that nobody knows", json(r#"{"service": "x", "id": 1}"#)),
        (400, "too deep", json(&deep)),
        (400, "a NUL", json(nul)),
        (413, "too large", json(&large)),
        (415, "a file where JSON belongs", file),
        (415, "no media type", no_type),
    ];
    for (status, name, asked) in cases {
        let told = program.call(asked).await;
        assert_eq!(told.status, status, "{name}: {:#}", told.json);
        assert_eq!(status == 405, !told.header("allow").is_empty(), "{name}");
    }
    // A host that is nobody's, and a cookie that says what it likes.
    let lost = Asked::get("/services").with("host", "nobody.localhost:8080");
    assert_eq!(program.call_bare(lost).await.status, 421);
    let cookie = Asked::get("/services").with("cookie", "__Host-session=x; __Host-lang=en");
    let told = program.call(cookie).await;
    assert_eq!((told.status, told.header("content-language")), (200, "fa"));
    assert_eq!(program.call_bare(Asked::get("/openapi.json")).await.status, 200);
}

#[tokio::test]
async fn a_program_that_calls_too_often_waits() {
    let mut desk = TestDesk::open().await;
    desk.applicant("fda", MOBILE).await;
    // One a minute: a machine that is slow does not refill it between two calls.
    desk.limit_calls(1).await;
    let (hasty, calm) = (desk.program("fda", MOBILE).await, desk.program("fda", MOBILE).await);
    hasty.call(Asked::get("/services")).await.is(200);
    let last = hasty.call(Asked::get("/services")).await;
    assert_eq!(last.status, 429, "{:#}", last.json);
    assert!(last.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
    calm.call(Asked::get("/services")).await.is(200);
}

#[tokio::test]
async fn guessing_at_the_second_fact_of_one_code_is_slower_still() {
    let desk = TestDesk::open().await;
    desk.applicant("fda", MOBILE).await;
    let code = TrackingCode::generate(&mut rand::rng());
    let query = json!({"code": code.as_str(), "fact": "1"});
    let patient = desk.program("fda", MOBILE).await;
    let mut statuses = Vec::new();
    for _ in 0..11 {
        statuses.push(patient.call(Asked::post("/tracking", &query)).await.status);
    }
    assert_eq!(statuses, [vec![404; 10], vec![429]].concat());
}

#[tokio::test]
async fn the_audit_log_names_the_program_and_the_account() {
    let scene = Scene::open().await;
    let program = scene.desk.program("fda", MOBILE).await;
    let path = format!("/requests/{}", scene.fda.ids["case"]);
    program.call(Asked::get(&path)).await.is(200);
    let row: (Value, Value) = sqlx::query_as(
        "select l.caller, jsonb_build_object('client', c.id, 'account', c.account_id)
         from audit_lines l, api_clients c where l.caller ->> 'is' = 'api-client'",
    )
    .fetch_one(&mut scene.desk.database.superuser().await)
    .await
    .expect("one line");
    assert_eq!((&row.0["client"], &row.0["account"]), (&row.1["client"], &row.1["account"]));
}
