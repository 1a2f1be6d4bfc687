//! A program submits a request, sends what is missing, and reads the answer.

use it::company::PDF;
use serde_json::{Value, json};

use super::cast::{MOBILE, finishes};
use crate::support::{Asked, Program, TestDesk};

/// Answers of a made-up company, as a program sends them.
pub fn answers() -> Value {
    json!({
        "companyName": "شرکت آزمون زیبایی پارس",
        "companyId": "10380284790",
        "contactMobile": "09123456789",
        "contactEmail": "desk@example.ir",
        "officerName": "مینا نمونه‌زاده",
        "officerNationalCode": "0499370899",
        "licenceNumber": "ب/۱۲۳",
        "licenceExpiresOn": "2030-03-20",
        "productName": "کرم مرطوب‌کننده",
        "productNameLatin": "Moist Cream",
        "productKind": "skin-care",
        "manufacturer": "Beispiel GmbH",
        "country": "de",
        "quantity": 1200,
        "consent": true,
    })
}

const SERVICE: &str = "cosmetics-import";

/// A draft with its document; returns its id.
pub async fn drafts(program: &Program, key: &str) -> String {
    let new = json!({"service": SERVICE});
    let draft = program.call(Asked::post("/drafts", &new).once(key)).await;
    assert_eq!(draft.status, 201, "{:#}", draft.json);
    let draft = draft.text("/id");
    let path = format!("/drafts/{draft}/documents?field=proforma");
    let sent = program.call(Asked::file(&path, ("file", "پیش‌فاکتور.pdf"), PDF)).await;
    assert_eq!(sent.status, 201, "{:#}", sent.json);
    assert_eq!(sent.json["name"], "پیش‌فاکتور.pdf");
    draft
}

pub async fn submits(program: &Program, key: &str) -> Value {
    let draft = drafts(program, &format!("draft-{key}")).await;
    let new = json!({"service": SERVICE, "draft": draft, "answers": answers()});
    program.call(Asked::post("/requests", &new).once(key)).await.is(201)
}

#[tokio::test]
async fn a_program_reads_the_answer_to_its_request() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut company = desk.applicant("fda", MOBILE).await;
    let program = desk.program("fda", MOBILE).await;

    // What one can ask for, and what it takes.
    let services = program.call(Asked::get("/services").with("accept-language", "en")).await;
    let listed = services.is(200)["services"].as_array().expect("services").clone();
    assert!(listed.iter().any(|service| service["key"] == SERVICE));
    let service = program.call(Asked::get("/services/cosmetics-import")).await.is(200);
    assert_eq!(service["documents"][0]["field"], "proforma", "{:#}", service["documents"]);
    let schema = jsonschema::validator_for(&service["answers"]).expect("a schema");
    assert!(
        schema.is_valid(&answers()),
        "{:#?}",
        schema.iter_errors(&answers()).collect::<Vec<_>>()
    );

    let submitted = submits(&program, "request-1").await;
    desk.works_through_its_jobs().await;
    let case = submitted["id"].as_str().expect("an id").to_owned();
    let code = submitted["tracking_code"].as_str().expect("a code").to_owned();
    let path = format!("/requests/{case}");

    // It is the company's: she sees it on her own pages, and every line of the log names the program.
    let page = company.get(&path).await;
    assert!(page.shows("شرکت آزمون زیبایی پارس"), "{}", page.text());
    let channels: Vec<String> = sqlx::query_scalar("select channel from cases")
        .fetch_all(&mut desk.database.superuser().await)
        .await
        .expect("the channels");
    assert_eq!(channels, ["api"]);

    // Asked for a document; sent; handed in.
    finishes(&desk, (&fda, "secretariat-clerk"), &case, ("registered", &[])).await;
    let asks = [("item.gazette", "on"), ("note", "آخرین آگهی را بفرستید.")];
    finishes(&desk, (&fda, "cosmetics-expert"), &case, ("missing", &asks)).await;
    let seen = program.call(Asked::get(&path)).await.is(200);
    assert_eq!(seen["asked"]["items"][0]["field"], "gazette", "{:#}", seen["asked"]);
    let supply = format!("{path}/supply");
    let empty = program.call(Asked::post(&supply, &Value::Null).once("supply-0")).await;
    assert_eq!(empty.text("/errors/0/pointer"), "/documents/gazette");
    let send = format!("{path}/documents?field=gazette");
    let sent = program.call(Asked::file(&send, ("file", "gazette.pdf"), PDF)).await.is(201);
    let seen = program.call(Asked::get(&path)).await.is(200);
    assert_eq!(seen["asked"]["ready"][0]["id"], sent["id"]);
    for _ in 0..2 {
        program.call(Asked::post(&supply, &Value::Null).once("supply-1")).await.is(204);
    }

    // Reviewed, decided, closed, read.
    finishes(&desk, (&fda, "cosmetics-expert"), &case, ("complete", &[])).await;
    let decision = [("reason", "requirements-met"), ("text", "با ورود این فرآورده موافقت شد.")];
    finishes(&desk, (&fda, "cosmetics-manager"), &case, ("approve", &decision)).await;
    finishes(&desk, (&fda, "secretariat-clerk"), &case, ("closed", &[])).await;
    let seen = program.call(Asked::get(&path)).await.is(200);
    assert_eq!(seen["decision"]["text"], "با ورود این فرآورده موافقت شد.");
    assert_eq!(seen["state"], "completed", "{seen:#}");
    assert!(seen.get("office").is_none() && seen.get("asked").is_none());
    let document = seen["documents"][0]["id"].as_str().expect("a document").to_owned();
    let fetch = format!("{path}/documents/{document}");
    let link = program.call(Asked::get(&fetch)).await.text("/url");
    let (host, ticket) = link.split_once("/d/").expect("a ticket");
    assert!(host.starts_with("http://fda-files.localhost"), "{link}");
    let file = desk.browser("fda-files.localhost:8080").look(&format!("/d/{ticket}")).await;
    assert_eq!((file.status.as_u16(), file.body.as_slice()), (200, PDF));

    // By its code and the second fact.
    let query = json!({"code": code, "fact": "0899"});
    let found = program.call(Asked::post("/tracking", &query)).await.is(200);
    assert_eq!(found["stage"], seen["stage"]);
    let wrong = json!({"code": code, "fact": "1111"});
    let unknown = json!({"code": "0000000000000000", "fact": "0899"});
    let mut told = Vec::new();
    for query in [wrong, unknown] {
        told.push(program.call(Asked::post("/tracking", &query)).await.without_names(""));
    }
    assert_eq!(told[0], told[1]);
    assert!(told[0].starts_with("404"), "{}", told[0]);

    the_look_alike_knows_nothing_of_it(&desk, &program, (&case, &code)).await;
}

/// The same company with the same number at the twin; nor does the one's key open the other.
async fn the_look_alike_knows_nothing_of_it(
    desk: &TestDesk,
    program: &Program,
    (case, code): (&str, &str),
) {
    desk.applicant("fda2", MOBILE).await;
    let twin = desk.program("fda2", MOBILE).await;
    let list = twin.call(Asked::get("/requests")).await.is(200);
    assert_eq!(list["requests"], json!([]));
    let path = format!("/requests/{case}");
    assert_eq!(twin.call(Asked::get(&path)).await.status, 404);
    let query = json!({"code": code, "fact": "0899"});
    assert_eq!(twin.call(Asked::post("/tracking", &query)).await.status, 404);
    let strayed = Asked::get("/services").with("host", "fda2.localhost:8080");
    assert_eq!(program.call(strayed).await.status, 401, "a key opens one agency");
}

#[tokio::test]
async fn a_command_is_carried_out_once_however_often_it_comes() {
    let desk = TestDesk::open().await;
    desk.applicant("fda", MOBILE).await;
    let program = desk.program("fda", MOBILE).await;
    let draft = drafts(&program, "d").await;
    let again = drafts(&program, "d").await;
    assert_eq!(draft, again, "a draft is begun once");

    let new = json!({"service": SERVICE, "draft": draft, "answers": answers()});
    let submit = || program.call(Asked::post("/requests", &new).once("one"));
    let (one, other, third) = tokio::join!(submit(), submit(), submit());
    let first = one.is(201);
    assert_eq!(first, other.is(201), "at once");
    assert_eq!(first, third.is(201), "at once");
    desk.passes(chrono::TimeDelta::hours(25)).await;
    assert_eq!(first, submit().await.is(201), "a day later");

    let mut changed = new.clone();
    changed["answers"]["quantity"] = json!(7);
    let reused = program.call(Asked::post("/requests", &changed).once("one")).await;
    assert_eq!(
        (reused.status, reused.text("/type").as_str()),
        (422, "urn:mizban:problem:key-reused")
    );
    let reused =
        program.call(Asked::post("/drafts", &json!({"service": SERVICE})).once("one")).await;
    assert_eq!(reused.status, 422, "a key is for one command, whatever it is");

    // A key is its sender's: another program's of the same name is another one.
    let second = desk.program("fda", MOBILE).await;
    let theirs = submits(&second, "one").await;
    assert_ne!(theirs["id"], first["id"]);
    let cases: i64 = sqlx::query_scalar("select count(*) from cases")
        .fetch_one(&mut desk.database.superuser().await)
        .await
        .expect("a count");
    assert_eq!(cases, 2);
}

#[tokio::test]
async fn every_problem_is_told_at_once_with_its_place_and_nothing_is_kept() {
    let desk = TestDesk::open().await;
    desk.applicant("fda", MOBILE).await;
    let program = desk.program("fda", MOBILE).await;
    let mut answers = answers();
    answers["companyId"] = json!("10380284791");
    answers["licenceExpiresOn"] = json!("1408/12/30");
    answers["consent"] = json!("yes");
    answers["colour"] = json!("blue");
    let new = json!({"service": SERVICE, "answers": answers});
    let asked = || Asked::post("/requests", &new).once("bad");
    let told = program.call(asked().with("accept-language", "en")).await;
    let pointers: Vec<_> = told.json["errors"].as_array().expect("errors").iter().collect();
    let pointers: Vec<_> = pointers.iter().map(|e| e["pointer"].as_str().unwrap()).collect();
    assert_eq!(pointers, ["/answers/colour", "/answers/consent", "/answers/licenceExpiresOn"]);
    assert!(told.text("/errors/2/detail").contains("2026-05-27"), "{:#}", told.json);

    // In the form's own check, with files among the answers' problems.
    answers["licenceExpiresOn"] = json!("2030-03-20");
    answers["consent"] = json!(true);
    answers.as_object_mut().unwrap().remove("colour");
    let new = json!({"service": SERVICE, "answers": answers});
    let told = program.call(Asked::post("/requests", &new).once("bad")).await;
    assert_eq!(told.text("/errors/0/pointer"), "/answers/companyId");
    assert_eq!(told.text("/errors/1/pointer"), "/documents/proforma");
    assert_eq!(told.header("content-language"), "fa");
    let left: (i64, i64, i64) = sqlx::query_as(
        "select (select count(*) from drafts), (select count(*) from cases),
                (select count(*) from api_commands)",
    )
    .fetch_one(&mut desk.database.superuser().await)
    .await
    .expect("counts");
    assert_eq!(left, (0, 0, 0));
}

#[tokio::test]
async fn the_list_of_requests_is_turned_page_by_page() {
    let desk = TestDesk::open().await;
    desk.applicant("fda", MOBILE).await;
    let program = desk.program("fda", MOBILE).await;
    let mut submitted = Vec::new();
    for n in 0..5 {
        // Two of them in the same moment.
        if n != 2 {
            desk.passes(chrono::TimeDelta::minutes(1)).await;
        }
        submitted.push(submits(&program, &n.to_string()).await["id"].clone());
    }
    let (mut seen, mut next) = (Vec::new(), String::new());
    for _ in 0..3 {
        let path = format!("/requests?limit=2{next}");
        let page = program.call(Asked::get(&path)).await.is(200);
        seen.extend(page["requests"].as_array().unwrap().iter().map(|line| line["id"].clone()));
        next = page["next"].as_str().map(|next| format!("&after={next}")).unwrap_or_default();
    }
    assert_eq!(next, "", "the last page says so");
    submitted.reverse();
    assert_eq!(seen.len(), 5);
    let sorted = |ids: &[Value]| {
        let mut ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        ids.sort();
        ids
    };
    assert_eq!(sorted(&seen), sorted(&submitted), "each once");
    assert_eq!((&seen[0], &seen[4]), (&submitted[0], &submitted[4]), "newest first");
    for path in
        ["/requests?after=x", "/requests?limit=0", "/requests?limit=101", "/requests?limit=a"]
    {
        assert_eq!(program.call(Asked::get(path)).await.status, 400, "{path}");
    }
    assert_eq!(
        program
            .call(Asked::get("/requests?after=____________________________________"))
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn a_request_is_withdrawn_and_a_document_taken_back() {
    let desk = TestDesk::open().await;
    desk.applicant("fda", MOBILE).await;
    let program = desk.program("fda", MOBILE).await;
    let draft = drafts(&program, "d").await;
    let path = format!("/drafts/{draft}");
    let seen = program.call(Asked::get(&path)).await.is(200);
    let document = seen["documents"][0]["id"].as_str().expect("a document").to_owned();
    program.call(Asked::delete(&format!("{path}/documents/{document}"))).await.is(204);
    assert_eq!(program.call(Asked::get(&path)).await.is(200)["documents"], json!([]));
    let wrong = format!("{path}/documents?field=companyName");
    assert_eq!(program.call(Asked::file(&wrong, ("file", "a.pdf"), PDF)).await.status, 400);
    let right = format!("{path}/documents?field=proforma");
    for (part, name, bytes, status, code) in [
        ("file", "a.pdf", b"MZ not a pdf".as_slice(), 422, "upload-wrong-type"),
        ("file", "a.png", PDF, 422, "upload-mismatch"),
        ("file", "a.pdf", b"".as_slice(), 422, "upload-empty"),
        ("proforma", "a.pdf", PDF, 400, ""),
    ] {
        let told = program.call(Asked::file(&right, (part, name), bytes)).await;
        assert_eq!(told.status, status, "{name}: {:#}", told.json);
        assert!(code.is_empty() || told.text("/errors/0/code") == code, "{:#}", told.json);
    }

    let case = submits(&program, "r").await["id"].as_str().expect("an id").to_owned();
    let withdrawal = format!("/requests/{case}/withdrawal");
    for _ in 0..2 {
        program.call(Asked::post(&withdrawal, &Value::Null).once("w")).await.is(204);
    }
    let told = program.call(Asked::post(&withdrawal, &Value::Null).once("w2")).await;
    assert_eq!(
        (told.status, told.text("/type").as_str()),
        (409, "urn:mizban:problem:refusal-case-closed")
    );
    let seen = program.call(Asked::get(&format!("/requests/{case}"))).await.is(200);
    assert_eq!((&seen["stage"], &seen["may_withdraw"]), (&json!("withdrawn"), &json!(false)));
}
