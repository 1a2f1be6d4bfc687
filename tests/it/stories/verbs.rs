//! The main job through the domain's verbs alone, to see that they fit the database.

use domain::cases::{self, Completion, Item, NewReferral, With};
use domain::documents::{Arrived, Owner};
use domain::identity::{self, Door};
use domain::{CaseId, DocumentId, ProcessVersionId, cartable, drafts, notices, processes};
use it::company::ANSWERS;
use locale::identity::Mobile;
use locale::words::Lang;
use tenants::{Caller, Scope};
use uuid::Uuid;

use crate::support::{Agency, TestDesk};

pub(super) async fn citizen(desk: &TestDesk, agency: &Agency, mobile: &str) -> String {
    let mobile = Mobile::parse(mobile).unwrap();
    let sent = notices::send_code(desk.desks(), &agency.tenant, &mobile, "127.0.0.1", Lang::Fa)
        .await
        .unwrap();
    let code = desk.code_for(mobile.as_str()).await;
    let reading = identity::Reading::default();
    let proof = identity::Proof { id: sent.id, mobile: &mobile, code: &code, reading };
    identity::confirm_code(desk.desks(), &agency.tenant, proof).await.unwrap().token
}

pub(super) async fn staff(desk: &TestDesk, agency: &Agency, position: &str) -> String {
    let sign_in = agency.sign_in(agency.holder(position));
    let second = sign_in.code_at(desk.desks().clock().now());
    let credentials = identity::Credentials {
        door: Door::Desk,
        username: &sign_in.username,
        password: &sign_in.password,
        second: &second,
        origin: "127.0.0.1",
        reading: identity::Reading::default(),
    };
    identity::sign_in(desk.desks(), &agency.tenant, credentials).await.unwrap().token
}

pub(super) async fn enter(desk: &TestDesk, agency: &Agency, door: Door, token: &str) -> Scope {
    let entered = identity::enter(desk.desks(), &agency.tenant, door, Some(token)).await.unwrap();
    assert!(entered.session.is_some(), "a session");
    entered.scope
}

#[tokio::test]
async fn a_request_goes_from_submission_to_its_answer() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let token = citizen(&desk, &fda, "09123456789").await;

    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let id = drafts::start(&mut scope, "cosmetics-import").await.unwrap();
    scope.commit().await.unwrap();
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let (draft, _) = drafts::see(&mut scope, id).await.unwrap();
    let pairs = ANSWERS.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
    let typed = draft.service.form.take(pairs);
    drafts::save(&mut scope, id, &typed).await.unwrap();
    scope.commit().await.unwrap();

    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let refused = cases::submit(&mut scope, id).await;
    assert!(matches!(refused, Err(domain::Error::Invalid(p)) if p.get("proforma").is_some()));
    drop(scope);

    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let arrived = Arrived {
        id: DocumentId::new(),
        owner: Owner::Draft(id),
        field: "proforma".into(),
        name: "پیش‌فاکتور.pdf".into(),
        media_type: "application/pdf".into(),
        size: 10,
        sha256: [1; 32],
    };
    drafts::attach(&mut scope, id, arrived).await.unwrap();
    scope.commit().await.unwrap();

    let mut codes = Vec::new();
    for _ in 0..2 {
        let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
        codes.push(cases::submit(&mut scope, id).await.unwrap().code.as_str().to_owned());
        scope.commit().await.unwrap();
    }
    assert_eq!(codes[0], codes[1], "submitting twice makes one case");
    let case = CaseId(id.0);

    // The secretariat registers it.
    let clerk = staff(&desk, &fda, "secretariat-clerk").await;
    let mut scope = enter(&desk, &fda, Door::Desk, &clerk).await;
    let tray = cartable::open(&mut scope, None, &cartable::Filter::default()).await.unwrap();
    assert_eq!(tray.lines.len(), 1);
    let file = cases::see(&mut scope, case).await.unwrap();
    let task = file.tasks[0].task.id;
    let completion = Completion {
        case,
        task,
        outcome: "registered".into(),
        with: With::Nothing,
        command: Uuid::now_v7(),
    };
    cases::complete(&mut scope, completion.clone()).await.unwrap();
    scope.commit().await.unwrap();
    let mut scope = enter(&desk, &fda, Door::Desk, &clerk).await;
    cases::complete(&mut scope, completion).await.expect("the same command again is no error");
    drop(scope);

    // The service task reads the document back; it was never stored, so the case stays parked, and
    // the applicant still sees it in progress.
    desk.works_through_its_jobs().await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let followed = cases::follow(&mut scope, case).await.unwrap();
    assert!(followed.number.is_some());
    assert_eq!(followed.stage, "registered");
}

/// Whoever may configure the agency, through the domain alone.
pub(super) async fn operator(desk: &TestDesk, agency: &Agency) -> Scope {
    desk.desks().enter(&agency.tenant, Caller::Operator(agency.tenant.id)).await.unwrap()
}

/// The next version of a process.
pub(super) async fn publishes(
    desk: &TestDesk,
    agency: &Agency,
    (key, xml): (&str, &str),
) -> Result<ProcessVersionId, domain::Error> {
    let mut scope = operator(desk, agency).await;
    let process = processes::publish(&mut scope, key, xml).await?;
    scope.commit().await.unwrap();
    Ok(process)
}

/// From here on the case goes by a process that begins with the same step as its service's own.
pub(super) async fn goes_by(desk: &TestDesk, case: CaseId, process: ProcessVersionId) {
    sqlx::query("update cases set process_version_id = $2 where id = $1")
        .bind(case.0)
        .bind(process.0)
        .execute(&mut desk.database.superuser().await)
        .await
        .unwrap();
}

/// A request with a document that is really stored, and its sender's session.
pub(super) async fn submitted(desk: &TestDesk, fda: &Agency, mobile: &str) -> (CaseId, String) {
    let token = citizen(desk, fda, mobile).await;
    let mut scope = enter(desk, fda, Door::Portal, &token).await;
    let id = drafts::start(&mut scope, "cosmetics-import").await.unwrap();
    let (draft, _) = drafts::see(&mut scope, id).await.unwrap();
    let pairs = ANSWERS.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
    let typed = draft.service.form.take(pairs);
    drafts::save(&mut scope, id, &typed).await.unwrap();
    let arrived = stored(desk, fda, Owner::Draft(id), "proforma").await;
    drafts::attach(&mut scope, id, arrived).await.unwrap();
    let case = cases::submit(&mut scope, id).await.unwrap().case;
    scope.commit().await.unwrap();
    (case, token)
}

/// A case that was registered and lies before the expert.
pub(super) async fn under_review(desk: &TestDesk, fda: &Agency, mobile: &str) -> (CaseId, String) {
    let (case, token) = submitted(desk, fda, mobile).await;
    finish(desk, fda, "secretariat-clerk", (case, "register", "registered"), With::Nothing).await;
    desk.works_through_its_jobs().await;
    (case, token)
}

pub(super) async fn stored(desk: &TestDesk, fda: &Agency, owner: Owner, field: &str) -> Arrived {
    use sha2::Digest as _;
    let bytes = format!("%PDF-1.7 {field} {}", Uuid::now_v7());
    let id = DocumentId::new();
    let sha256: [u8; 32] = sha2::Sha256::digest(&bytes).into();
    let path = desk.place().join(id.to_string());
    tokio::fs::write(&path, &bytes).await.unwrap();
    let file = tokio::fs::File::open(&path).await.unwrap();
    let key = domain::documents::object_key(fda.tenant.id, id);
    let size = bytes.len() as u64;
    desk.state.parts.store.put_file(&key, file, size, "application/pdf", &sha256).await.unwrap();
    let (name, media_type) = ("سند.pdf".into(), "application/pdf".into());
    Arrived { id, owner, field: field.into(), name, media_type, size, sha256 }
}

pub(super) async fn finish(
    desk: &TestDesk,
    fda: &Agency,
    position: &str,
    (case, node, outcome): (CaseId, &str, &str),
    with: With,
) {
    desk.desks().clock().advance(chrono::TimeDelta::seconds(31));
    let token = staff(desk, fda, position).await;
    let mut scope = enter(desk, fda, Door::Desk, &token).await;
    let file = cases::see(&mut scope, case).await.unwrap();
    let open = file.tasks.iter().find(|t| t.task.node == node && t.task.is_open());
    let task = open.unwrap_or_else(|| panic!("{node} is open for {position}")).task.id;
    let command = Uuid::now_v7();
    let completion = Completion { case, task, outcome: outcome.into(), with, command };
    cases::complete(&mut scope, completion).await.unwrap();
    scope.commit().await.unwrap();
}

pub(super) fn missing() -> With {
    let items = vec![Item { key: "gazette".into(), title: "روزنامه رسمی".into() }];
    With::Documents {
        items, note: "آخرین آگهی تغییرات را بفرستید.".into()
    }
}

#[tokio::test]
async fn missing_documents_stop_the_clock_and_come_back() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (case, token) = under_review(&desk, &fda, "09123456789").await;
    finish(&desk, &fda, "cosmetics-expert", (case, "review", "missing"), missing()).await;

    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let before = cases::follow(&mut scope, case).await.unwrap();
    assert_eq!(before.stage, "needs_documents");
    let request = before.asked.expect("a request").request;
    drop(scope);

    // The promise moves by the working days of these: in two weeks there are more than five, whatever
    // day it is today.
    desk.passes(chrono::TimeDelta::days(14)).await;
    let token = citizen(&desk, &fda, "09123456789").await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let refused = cases::supply(&mut scope, case, Uuid::now_v7()).await;
    assert!(matches!(refused, Err(domain::Error::Invalid(p)) if p.get("gazette").is_some()));
    drop(scope);
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let arrived = stored(&desk, &fda, Owner::Request(request.id), "gazette").await;
    cases::attach_supply(&mut scope, case, arrived).await.unwrap();
    cases::supply(&mut scope, case, Uuid::now_v7()).await.unwrap();
    let after = cases::follow(&mut scope, case).await.unwrap();
    scope.commit().await.unwrap();
    assert_eq!(after.stage, "in_review");
    assert_eq!(after.documents.len(), 2);
    let moved = after.promised_at - before.promised_at;
    assert!(moved >= chrono::TimeDelta::days(5), "the promise moved by {moved}");

    let decision = With::Decision {
        reason: "licence-expired".into(),
        text: "اعتبار پروانه مسئول فنی گذشته است.".into(),
    };
    finish(&desk, &fda, "cosmetics-expert", (case, "review", "complete"), With::Nothing).await;
    finish(&desk, &fda, "cosmetics-manager", (case, "decide", "reject"), decision).await;
    finish(&desk, &fda, "secretariat-clerk", (case, "close", "closed"), With::Nothing).await;
    desk.works_through_its_jobs().await;
    let token = citizen(&desk, &fda, "09123456789").await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let end = cases::follow(&mut scope, case).await.unwrap();
    assert_eq!(end.state, cases::CaseState::Completed);
    assert_eq!(end.decision.expect("a decision").0.reason, "licence-expired");
    println!("{}", desk.sent().await.join("\n"));
}

#[tokio::test]
async fn thirty_days_without_an_answer_let_a_request_lapse() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (case, _) = under_review(&desk, &fda, "09123456789").await;
    finish(&desk, &fda, "cosmetics-expert", (case, "review", "missing"), missing()).await;
    desk.passes(chrono::TimeDelta::days(29)).await;
    let token = citizen(&desk, &fda, "09123456789").await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    assert_eq!(cases::follow(&mut scope, case).await.unwrap().stage, "needs_documents");
    drop(scope);
    // The last day fell on a weekend: the deadline is the next working day.
    desk.passes(chrono::TimeDelta::days(6)).await;
    let token = citizen(&desk, &fda, "09123456789").await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let followed = cases::follow(&mut scope, case).await.unwrap();
    assert_eq!(followed.stage, "lapsed");
    assert_eq!(followed.state, cases::CaseState::Completed);
}

#[tokio::test]
async fn a_referral_goes_out_and_its_answer_comes_back() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (case, _) = under_review(&desk, &fda, "09123456789").await;
    let token = staff(&desk, &fda, "cosmetics-expert").await;
    let mut scope = enter(&desk, &fda, Door::Desk, &token).await;
    let file = cases::see(&mut scope, case).await.unwrap();
    let to = file.refer_to.iter().find(|p| p.key == "laboratory-expert").unwrap().id;
    let new = NewReferral {
        case,
        from: file.refer_from[0],
        to,
        action: "opinion".into(),
        order: "نظر آزمایشگاه را بنویسید.".into(),
        due_at: None,
        tells_applicant: true,
        command: Uuid::now_v7(),
    };
    cases::refer(&mut scope, new).await.unwrap();
    scope.commit().await.unwrap();

    let laboratory = staff(&desk, &fda, "laboratory-expert").await;
    let mut scope = enter(&desk, &fda, Door::Desk, &laboratory).await;
    let tray = cartable::open(&mut scope, None, &cartable::Filter::default()).await.unwrap();
    assert_eq!((tray.lines.len(), tray.trays[0].unread), (1, 1));
    let file = cases::see(&mut scope, case).await.unwrap();
    let referral = file.referrals[0].referral.id;
    let silent = cases::answer(&mut scope, (case, referral), "", Uuid::now_v7()).await;
    assert!(matches!(silent, Err(domain::Error::Invalid(_))));
    drop(scope);
    let mut scope = enter(&desk, &fda, Door::Desk, &laboratory).await;
    cases::answer(&mut scope, (case, referral), "بلامانع است.", Uuid::now_v7()).await.unwrap();
    scope.commit().await.unwrap();

    // Somebody with nothing to do with the case sees none of it; the look-alike agency neither.
    let drugs = staff(&desk, &fda, "drug-expert").await;
    let mut scope = enter(&desk, &fda, Door::Desk, &drugs).await;
    assert!(
        matches!(cases::see(&mut scope, case).await, Err(domain::Error::Denied(d)) if !d.may_see)
    );
    drop(scope);
    let other = desk.agency("fda2").await;
    let twin = staff(&desk, &other, "cosmetics-expert").await;
    let mut scope = enter(&desk, &other, Door::Desk, &twin).await;
    assert!(matches!(cases::see(&mut scope, case).await, Err(domain::Error::Missing(_))));
}

#[tokio::test]
async fn a_request_can_be_withdrawn_until_it_is_decided() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (case, token) = under_review(&desk, &fda, "09123456789").await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    cases::withdraw(&mut scope, case, Uuid::now_v7()).await.unwrap();
    scope.commit().await.unwrap();
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let followed = cases::follow(&mut scope, case).await.unwrap();
    assert_eq!(
        (followed.stage.as_str(), followed.state),
        ("withdrawn", cases::CaseState::Cancelled)
    );
    let again = cases::withdraw(&mut scope, case, Uuid::now_v7()).await;
    assert!(matches!(again, Err(domain::Error::Refused(domain::Refusal::CaseClosed))));
    drop(scope);
    let expert = staff(&desk, &fda, "cosmetics-expert").await;
    let mut scope = enter(&desk, &fda, Door::Desk, &expert).await;
    let tray = cartable::open(&mut scope, None, &cartable::Filter::default()).await.unwrap();
    assert_eq!(tray.lines.len(), 0, "nothing of it lies before anybody");
}
