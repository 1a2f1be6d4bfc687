//! Two at once, and the same twice: clerks at one task, numbers of a register, a button pressed
//! again and again.

use futures_util::future::join_all;
use uuid::Uuid;

use super::company::{self, urlencoded};
use super::probe::{same_origin, token_of};
use crate::support::{Agency, Browser, Heard, Knock, TestDesk};

/// A second post of the secretariat, so that two people have its work before them together.
async fn two_clerks(desk: &TestDesk, fda: &Agency) -> [Browser; 2] {
    let more = "
        with post as (
            insert into positions (tenant_id, id, key, unit_id, title, roles)
            select tenant_id, gen_random_uuid(), 'second-clerk', unit_id, title, roles
            from positions where tenant_id = $1 and key = 'secretariat-clerk'
            returning tenant_id, id)
        insert into members (tenant_id, position_id, staff_id, since)
        select p.tenant_id, p.id, s.id, now() from post p
        join staff s on s.tenant_id = p.tenant_id and s.username = $2";
    let second = fda.holder("laboratory-expert");
    let mut superuser = desk.database.superuser().await;
    let more = sqlx::query(more).bind(fda.tenant.id.0).bind(second);
    more.execute(&mut superuser).await.expect("a second post");
    [desk.staff(fda, fda.holder("secretariat-clerk")).await, desk.staff(fda, second).await]
}

async fn submitted(desk: &TestDesk, slug: &'static str, count: usize) -> Vec<String> {
    let mut citizen = desk.applicant(slug, company::MOBILE).await;
    let token = token_of(&citizen.get("/requests").await);
    let mut cases = Vec::new();
    for _ in 0..count {
        cases.push(company::submits_blindly(&mut citizen, &token).await);
    }
    desk.works_through_its_jobs().await;
    cases
}

/// The form with which a clerk registers a case, as it stands on the page.
async fn registration(clerk: &mut Browser, case: &str) -> (String, Vec<(String, String)>) {
    let page = clerk.get(&format!("/cases/{case}")).await;
    let action = page.action("/completion");
    let form = page.form(&action);
    (action, form)
}

async fn send(browser: &Browser, path: &str, form: &[(String, String)]) -> Heard {
    let fields: Vec<_> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let (media_type, body) = urlencoded(&fields);
    let mut headers = same_origin(browser.host());
    headers.extend([("cookie", browser.cookie()), ("content-type", media_type)]);
    browser.knock(Knock { method: "POST", path, headers, body }).await
}

async fn serials(desk: &TestDesk, agency: &Agency) -> Vec<i64> {
    let mut superuser = desk.database.superuser().await;
    let serials = "select serial from letters where tenant_id = $1 order by serial";
    let serials = sqlx::query_scalar(serials).bind(agency.tenant.id.0);
    serials.fetch_all(&mut superuser).await.expect("the serials")
}

#[tokio::test]
async fn of_two_clerks_at_one_task_one_finishes_it_and_the_other_hears_who_did_and_when() {
    const TASKS: usize = 50;
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let [mut one, mut other] = two_clerks(&desk, &fda).await;
    let names =
        ["secretariat-clerk", "laboratory-expert"].map(|p| fda.sign_in(fda.holder(p)).name.clone());
    let mut won = [0, 0];
    for case in submitted(&desk, "fda", TASKS).await {
        let (first, second) =
            (registration(&mut one, &case).await, registration(&mut other, &case).await);
        let (a, b) =
            tokio::join!(send(&one, &first.0, &first.1), send(&other, &second.0, &second.1));
        let (winner, lost) = if a.status == 303 { (0, b) } else { (1, a) };
        assert_eq!(lost.status.as_u16(), 409, "{}", lost.text());
        let page = lost.text();
        assert!(page.contains(&names[winner]), "it says who: {page}");
        let year = locale::jalali::Day::of(desk.desks().clock().now()).year;
        assert!(
            locale::digits::to_latin(&page).contains(&year.to_string()),
            "it says when: {page}"
        );
        won[winner] += 1;
    }
    assert_eq!(won[0] + won[1], TASKS);
    let expected: Vec<i64> = (1..).take(TASKS).collect();
    assert_eq!(serials(&desk, &fda).await, expected, "the losers used no number up");
}

#[tokio::test]
async fn four_clerks_at_once_leave_no_gap_in_the_register() {
    const EACH: usize = 10;
    let desk = TestDesk::open().await;
    let (fda, twin) = (desk.agency("fda").await, desk.agency("fda2").await);
    let cases = submitted(&desk, "fda", 4 * EACH).await;
    let theirs = submitted(&desk, "fda2", 2).await;
    let mut clerks = Vec::new();
    for _ in 0..4 {
        clerks.push(desk.staff(&fda, fda.holder("secretariat-clerk")).await);
    }
    let mut namesake = desk.staff(&twin, twin.holder("secretariat-clerk")).await;
    let work = clerks.iter_mut().zip(cases.chunks(EACH)).map(async |(clerk, cases)| {
        registers(clerk, cases).await;
    });
    tokio::join!(join_all(work), registers(&mut namesake, &theirs));
    assert_eq!(serials(&desk, &fda).await, (1..=40).collect::<Vec<i64>>());
    assert_eq!(serials(&desk, &twin).await, [1, 2], "the look-alike counts for itself");

    let mut superuser = desk.database.superuser().await;
    let numbers = "select count(distinct number), count(*) from cases
                   where tenant_id = $1 and number is not null";
    let numbers: (i64, i64) =
        sqlx::query_as(numbers).bind(fda.tenant.id.0).fetch_one(&mut superuser).await.unwrap();
    assert_eq!(numbers, (40, 40));
}

async fn registers(clerk: &mut Browser, cases: &[String]) {
    for case in cases {
        let (action, form) = registration(clerk, case).await;
        let done = send(clerk, &action, &form).await;
        assert_eq!(done.status.as_u16(), 303, "{}", done.text());
    }
}

#[tokio::test]
async fn a_button_of_the_desk_pressed_five_times_works_once() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let case = submitted(&desk, "fda", 1).await.remove(0);
    let mut clerk = desk.staff(&fda, fda.holder("secretariat-clerk")).await;
    let (action, form) = registration(&mut clerk, &case).await;
    let answers = join_all((0..5).map(|_| send(&clerk, &action, &form))).await;
    for heard in answers {
        assert_eq!(heard.status.as_u16(), 303, "{}", heard.text());
    }
    assert_eq!(serials(&desk, &fda).await, [1]);
}

/// What an applicant may do to a draft in several tabs at once; none of it makes two of anything.
#[tokio::test]
async fn a_draft_handed_in_five_times_at_once_becomes_one_case() {
    let desk = TestDesk::open().await;
    let mut citizen = desk.applicant("fda", company::MOBILE).await;
    let draft = company::drafts(&mut citizen, company::ANSWERS).await;
    company::attaches(&mut citizen, &draft, company::pdf("proforma", "a.pdf")).await;
    let check = citizen.get(&format!("/drafts/{draft}/check")).await;
    let action = check.action("/submission");
    let form = check.form(&action);
    let answers = join_all((0..5).map(|_| send(&citizen, &action, &form))).await;
    let receipt = format!("/requests/{draft}/receipt");
    for heard in &answers {
        assert_eq!(heard.status.as_u16(), 303, "{}", heard.text());
        assert_eq!(heard.header("location"), Some(receipt.as_str()));
    }
    // The back button, and the button again; the back button, and another answer.
    let again = send(&citizen, &action, &form).await;
    assert_eq!(again.header("location"), Some(receipt.as_str()));
    let token = token_of(&citizen.get("/requests").await);
    let late = [("_token", token.as_str()), ("companyName", "دیگری"), ("step", "leave")];
    let saved = company::post(&mut citizen, &format!("/drafts/{draft}"), &late).await;
    assert_eq!(saved.header("location"), Some(receipt.as_str()));
    for page in ["", "/documents", "/check"] {
        let page = citizen.get(&format!("/drafts/{draft}{page}")).await;
        assert_eq!(page.path, receipt, "an old page leads to the receipt");
    }
    desk.works_through_its_jobs().await;
    let told = desk.sent().await.iter().filter(|message| message.starts_with("Sms")).count();
    assert_eq!(told, 2, "the code to sign in, and one receipt");
    assert_eq!(count(&desk, "select count(*) from cases").await, 1);
    assert_eq!(count(&desk, "select count(*) from documents where case_id is not null").await, 1);
    assert_eq!(count(&desk, "select count(*) from tasks").await, 1);
}

#[tokio::test]
async fn two_tabs_that_begin_at_once_fill_one_draft_in() {
    let desk = TestDesk::open().await;
    let mut citizen = desk.applicant("fda", company::MOBILE).await;
    let form = vec![("_token".to_owned(), token_of(&citizen.get("/requests").await))];
    let start = "/services/cosmetics-import/drafts";
    let answers = join_all((0..5).map(|_| send(&citizen, start, &form))).await;
    let mut drafts: Vec<_> = answers.iter().map(|heard| heard.header("location")).collect();
    drafts.dedup();
    assert_eq!(drafts.len(), 1, "{drafts:?}");
    assert_eq!(count(&desk, "select count(*) from drafts").await, 1);
}

/// A command carries its own name: sent again it does nothing, another one finds the case closed.
#[tokio::test]
async fn a_withdrawal_sent_five_times_is_one() {
    let desk = TestDesk::open().await;
    let case = submitted(&desk, "fda", 1).await.remove(0);
    let mut citizen = desk.browser("fda.localhost:8080");
    desk.desks().clock().advance(chrono::TimeDelta::minutes(5));
    let page = citizen.get("/sign-in").await;
    desk.proves(&mut citizen, page, company::MOBILE).await;
    let page = citizen.get(&format!("/requests/{case}/withdrawal")).await;
    let action = page.action("/withdrawal");
    let mut form = page.form(&action);
    let answers = join_all((0..5).map(|_| send(&citizen, &action, &form))).await;
    for heard in answers {
        assert_eq!(heard.status.as_u16(), 303, "{}", heard.text());
    }
    assert_eq!(count(&desk, "select count(*) from events where kind = 'withdrawn'").await, 1);
    for (name, value) in &mut form {
        if name == "_command" {
            *value = Uuid::now_v7().to_string();
        }
    }
    assert_eq!(send(&citizen, &action, &form).await.status.as_u16(), 409);
}

async fn count(desk: &TestDesk, query: &'static str) -> i64 {
    let mut superuser = desk.database.superuser().await;
    sqlx::query_scalar(query).fetch_one(&mut superuser).await.expect("a count")
}
