//! What once went wrong, or nearly did, and must not again.

use chrono::TimeDelta;
use domain::cases::{self, MomentKind, NewReferral};
use domain::documents::Owner;
use domain::identity::Door;
use domain::jobs::{self, JobKind};
use domain::{CaseId, Error, cartable, catalogue, drafts};
use tenants::Caller;
use uuid::Uuid;

use super::verbs::{citizen, enter, finish, missing, staff, stored, under_review};
use crate::support::{Agency, TestDesk};

const MOBILE: &str = "09123456789";

/// The applicant's page of a case, after a while: codes follow one another slowly.
async fn followed(desk: &TestDesk, fda: &Agency, case: CaseId) -> cases::Followed {
    let token = later(desk, fda).await;
    let mut scope = enter(desk, fda, Door::Portal, &token).await;
    cases::follow(&mut scope, case).await.unwrap()
}

/// The applicant, signed in anew an hour later.
async fn later(desk: &TestDesk, fda: &Agency) -> String {
    desk.desks().clock().advance(TimeDelta::minutes(61));
    citizen(desk, fda, MOBILE).await
}

#[tokio::test]
async fn a_job_that_was_enqueued_anew_outlives_the_report_of_whoever_took_it_before() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let token = citizen(&desk, &fda, MOBILE).await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let draft = drafts::start(&mut scope, "cosmetics-import").await.unwrap();
    let arrived = stored(&desk, &fda, Owner::Draft(draft), "proforma").await;
    let document = arrived.id;
    drafts::attach(&mut scope, draft, arrived).await.unwrap();
    scope.commit().await.unwrap();

    desk.desks().clock().advance(TimeDelta::days(61));
    let (pool, now) = (&desk.database.pool, desk.desks().clock().now());
    let take = || jobs::take(pool, now, TimeDelta::seconds(30), 50);
    let taken = take().await.unwrap();
    let taken = taken.into_iter().find(|j| j.kind == JobKind::DropDocument).expect("it is due");

    // The applicant takes the document back in the very moment, which enqueues the job anew.
    let token = citizen(&desk, &fda, MOBILE).await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    drafts::remove(&mut scope, draft, document).await.unwrap();
    scope.commit().await.unwrap();
    jobs::finish(pool, &taken).await.unwrap();
    jobs::bury(pool, &taken, "fault").await.unwrap();
    jobs::later(pool, &taken, now + TimeDelta::days(1), "fault").await.unwrap();

    let now = desk.desks().clock().now();
    let again = jobs::take(pool, now, TimeDelta::seconds(30), 50).await.unwrap();
    assert!(again.iter().any(|job| job.subject == document.0), "the job is still there");
}

#[tokio::test]
async fn a_timer_that_nothing_waits_for_is_a_fault_and_its_job_is_kept() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (case, _) = under_review(&desk, &fda, MOBILE).await;
    let mut superuser = desk.database.superuser().await;
    sqlx::query(
        "update cases set tokens = '{\"v\": 1, \"n\": 9, \"s\": [{\"i\": 0}]}' where id = $1",
    )
    .bind(case.0)
    .execute(&mut superuser)
    .await
    .unwrap();
    desk.passes(TimeDelta::days(60)).await;
    let kept =
        "select j.failure from jobs j join timers t on t.id = j.subject_id where t.case_id = $1";
    let failure: Option<Option<String>> =
        sqlx::query_scalar(kept).bind(case.0).fetch_optional(&mut superuser).await.unwrap();
    assert_eq!(failure, Some(Some("fault".to_owned())));
}

#[tokio::test]
async fn a_request_withdrawn_while_the_clock_stands_still_promises_nothing_more() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (case, _) = under_review(&desk, &fda, MOBILE).await;
    finish(&desk, &fda, "cosmetics-expert", (case, "review", "missing"), missing()).await;
    let promised_at = followed(&desk, &fda, case).await.promised_at;
    desk.passes(TimeDelta::days(5)).await;
    let token = later(&desk, &fda).await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    cases::withdraw(&mut scope, case, Uuid::now_v7()).await.unwrap();
    scope.commit().await.unwrap();

    let end = followed(&desk, &fda, case).await;
    assert_eq!(end.promised_at, promised_at);
    let started = |m: &cases::Moment| matches!(m.what, MomentKind::ClockStarted { .. });
    assert!(!end.timeline.iter().any(started), "{:?}", end.timeline);
}

#[tokio::test]
async fn asking_for_documents_does_not_make_a_late_answer_less_late() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (case, _) = under_review(&desk, &fda, MOBILE).await;
    let promised_at = followed(&desk, &fda, case).await.promised_at;
    desk.passes(promised_at - desk.desks().clock().now() + TimeDelta::days(3)).await;
    finish(&desk, &fda, "cosmetics-expert", (case, "review", "missing"), missing()).await;
    supply(&desk, &fda, case).await;
    let after = followed(&desk, &fda, case).await;
    assert_eq!((after.stage.as_str(), after.promised_at), ("in_review", promised_at));
}

async fn supply(desk: &TestDesk, fda: &Agency, case: CaseId) {
    let token = later(desk, fda).await;
    let mut scope = enter(desk, fda, Door::Portal, &token).await;
    let asked = cases::follow(&mut scope, case).await.unwrap().asked.expect("a request");
    let arrived = stored(desk, fda, Owner::Request(asked.request.id), "gazette").await;
    cases::attach_supply(&mut scope, case, arrived).await.unwrap();
    cases::supply(&mut scope, case, Uuid::now_v7()).await.unwrap();
    scope.commit().await.unwrap();
}

#[tokio::test]
async fn what_was_attached_on_the_first_day_is_there_in_the_last_hour() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (case, _) = under_review(&desk, &fda, MOBILE).await;
    finish(&desk, &fda, "cosmetics-expert", (case, "review", "missing"), missing()).await;
    let token = later(&desk, &fda).await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    let request = cases::follow(&mut scope, case).await.unwrap().asked.expect("asked").request;
    let arrived = stored(&desk, &fda, Owner::Request(request.id), "gazette").await;
    cases::attach_supply(&mut scope, case, arrived).await.unwrap();
    scope.commit().await.unwrap();

    let left = request.due_at - desk.desks().clock().now();
    desk.passes(left - TimeDelta::hours(1)).await;
    let token = citizen(&desk, &fda, MOBILE).await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    cases::supply(&mut scope, case, Uuid::now_v7()).await.expect("what was attached is there");
}

#[tokio::test]
async fn a_document_goes_to_the_draft_that_was_asked_about() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut begun = Vec::new();
    for mobile in [MOBILE, "09121112233"] {
        let token = citizen(&desk, &fda, mobile).await;
        let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
        begun.push((drafts::start(&mut scope, "cosmetics-import").await.unwrap(), token));
        scope.commit().await.unwrap();
    }
    let [(own, token), (others, _)] = begun.as_slice() else { unreachable!("two were begun") };
    let mut scope = enter(&desk, &fda, Door::Portal, token).await;
    let arrived = stored(&desk, &fda, Owner::Draft(*others), "proforma").await;
    let slipped = drafts::attach(&mut scope, *own, arrived).await;
    assert!(matches!(slipped, Err(Error::Missing(_))), "{slipped:?}");
}

#[tokio::test]
async fn two_tabs_that_begin_at_once_share_one_draft() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let token = citizen(&desk, &fda, MOBILE).await;
    let start = || async {
        let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
        let draft = drafts::start(&mut scope, "cosmetics-import").await.unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        scope.commit().await.unwrap();
        draft
    };
    let (one, other) = tokio::join!(start(), start());
    assert_eq!(one, other);
}

#[tokio::test]
async fn a_case_is_referred_from_the_position_before_which_it_lies() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let (case, _) = under_review(&desk, &fda, MOBILE).await;
    let laboratory = position(&desk, "laboratory-expert").await;
    // The expert looks after a second office, which has nothing to do with the case.
    let second = position(&desk, "drug-expert").await;
    let mut superuser = desk.database.superuser().await;
    sqlx::query(
        "insert into members (tenant_id, position_id, staff_id, since)
         select m.tenant_id, $1, m.staff_id, m.since from members m
         join positions p on p.tenant_id = m.tenant_id and p.id = m.position_id
         join tenants t on t.id = m.tenant_id and t.slug = 'fda'
         where p.key = 'cosmetics-expert'",
    )
    .bind(second)
    .execute(&mut superuser)
    .await
    .unwrap();

    let token = staff(&desk, &fda, "cosmetics-expert").await;
    let mut scope = enter(&desk, &fda, Door::Desk, &token).await;
    let trays = cartable::open(&mut scope, None, &cartable::Filter::default()).await.unwrap().trays;
    assert_eq!(trays.len(), 2);
    let file = cases::see(&mut scope, case).await.unwrap();
    assert_eq!(file.refer_from.len(), 1, "it lies before one of the two");
    let new = NewReferral {
        case,
        from: domain::PositionId(second),
        to: domain::PositionId(laboratory),
        action: "opinion".into(),
        order: "نظر آزمایشگاه را بنویسید.".into(),
        due_at: None,
        tells_applicant: false,
        command: Uuid::now_v7(),
    };
    let refused = cases::refer(&mut scope, new).await;
    assert!(matches!(refused, Err(Error::Invalid(p)) if p.get("from").is_some()));
}

async fn position(desk: &TestDesk, key: &str) -> Uuid {
    let found = "select p.id from positions p join tenants t on t.id = p.tenant_id
                 where t.slug = 'fda' and p.key = $1";
    let mut superuser = desk.database.superuser().await;
    sqlx::query_scalar(found).bind(key).fetch_one(&mut superuser).await.unwrap()
}

#[tokio::test]
async fn turning_the_pages_of_the_catalogue_does_not_fill_the_audit_log() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let before = lines(&desk).await;
    let visitor = Caller::Visitor(fda.tenant.id);
    let mut scope = desk.desks().enter(&fda.tenant, visitor).await.unwrap();
    catalogue::see(&mut scope, "cosmetics-import").await.unwrap();
    scope.commit().await.unwrap();
    assert_eq!(lines(&desk).await, before);

    let (case, token) = under_review(&desk, &fda, MOBILE).await;
    let before = lines(&desk).await;
    let mut scope = enter(&desk, &fda, Door::Portal, &token).await;
    cases::follow(&mut scope, case).await.unwrap();
    scope.commit().await.unwrap();
    assert_eq!(lines(&desk).await, before + 1, "showing a case leaves one");
}

async fn lines(desk: &TestDesk) -> i64 {
    let mut superuser = desk.database.superuser().await;
    sqlx::query_scalar("select count(*) from audit_lines").fetch_one(&mut superuser).await.unwrap()
}
