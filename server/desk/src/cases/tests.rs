//! From fields to commands, and from a case to its page.

use chrono::{DateTime, TimeDelta};
use domain::cases::{CaseFile, Item};
use domain::events::Event;
use domain::referrals::ReferralState;
use domain::{CaseId, Error, PositionId, ReferralId, Refusal, TaskId};
use forms::{Flaw, Problems, Typed};
use locale::words::Lang;
use uuid::Uuid;

use super::steps::Ask;
use super::tree::branches;
use super::{Action, CasePage, Filled, Look, NotDonePage, Sent};
use super::{completion, due, filled, header, referral};
use crate::tests::{self, case_file};

fn look() -> Look {
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(1);
    Look { lang: Lang::Fa, now, back: "/cartable/1".into() }
}

fn sent(action: Action, typed: &[(&str, &str)]) -> Sent {
    let typed = typed.iter().copied().collect();
    Sent { case: CaseId::new(), action, command: Uuid::nil(), typed }
}

fn codes(problems: &Problems) -> Vec<(&str, &str)> {
    problems.iter().map(|(key, flaw)| (key, flaw.code.as_str())).collect()
}

#[test]
fn a_due_date_is_the_end_of_its_day() {
    let typed = |day: &str, month: &str, year: &str| -> Typed {
        [("due.day", day), ("due.month", month), ("due.year", year)].into_iter().collect()
    };
    for (day, month, year, found) in [
        ("", "", "", Ok(None)),
        ("6", "3", "1405", Ok(Some("2026-05-27T20:29:59Z"))),
        ("۰۶", "3", " ۱۴۰۵ ", Ok(Some("2026-05-27T20:29:59Z"))),
        ("6", "", "1405", Err("date-incomplete")),
        ("31", "7", "1405", Err("date-invalid")),
        ("30", "12", "1405", Err("date-invalid")),
        ("6", "3", "05", Err("date-year")),
        ("x", "3", "1405", Err("date-invalid")),
    ] {
        let read = due::read(&typed(day, month, year));
        let read = read.map(|at| at.map(|at| at.format("%FT%TZ").to_string()));
        let read = read.map_err(|flaw| flaw.code);
        let found = found.map(|at: Option<&str>| at.map(str::to_owned)).map_err(str::to_owned);
        assert_eq!(read, found, "{day} {month} {year}");
    }
}

#[test]
fn a_referral_is_read_or_every_problem_told() {
    let (from, to) = (PositionId::new(), PositionId::new());
    let [from_text, to_text] = [from.to_string(), to.to_string()];
    let full = [
        ("from", from_text.as_str()),
        ("to", &to_text),
        ("action", "action"),
        ("order", "  بررسی شود\u{202e} "),
        ("due.day", "6"),
        ("due.month", "3"),
        ("due.year", "1405"),
        ("tells", "on"),
    ];
    let new = referral::read(&sent(Action::Refer, &full)).expect("a referral");
    assert_eq!((new.from, new.to, new.tells_applicant), (from, to, true));
    assert_eq!((new.action.as_str(), new.order.as_str()), ("action", "بررسی شود"));
    assert!(new.due_at.is_some());

    let empty = [("from", from_text.as_str()), ("to", ""), ("due.day", "6")];
    let Err(Error::Invalid(problems)) = referral::read(&sent(Action::Refer, &empty)) else {
        panic!("an empty form is no referral");
    };
    let told =
        [("action", "choice-required"), ("due", "date-incomplete"), ("to", "choice-required")];
    assert_eq!(codes(&problems), told);
}

#[test]
fn documents_are_named_from_the_sheet_and_by_hand() {
    let file = case_file();
    let listed = file.service.sheet.documents.first().expect("the service asks for documents");
    let name = completion::tick(&listed.key);
    let typed =
        [(name.as_str(), "on"), ("item.no-such", "on"), ("others", "کارت ملی\r\n \n گواهی  دوم ")];
    let items = completion::items(&file, &sent(Action::Complete(TaskId::new()), &typed));
    let item = |key: &str, title: &str| Item { key: key.into(), title: title.into() };
    let named = [
        item(&listed.key, &listed.title.fa),
        item("other-1", "کارت ملی"),
        item("other-2", "گواهی دوم"),
    ];
    assert_eq!(items, named);
    assert!(completion::items(&file, &sent(Action::Refer, &[])).is_empty());
}

#[test]
fn a_tree_opens_and_closes_its_branches() {
    for (depths, shape) in [
        (&[][..], vec![]),
        (&[0], vec![(false, 0)]),
        (&[0, 0], vec![(false, 0), (false, 0)]),
        (&[0, 1, 2, 1, 0], vec![(true, 0), (true, 0), (false, 1), (false, 1), (false, 0)]),
        (&[0, 1, 2], vec![(true, 0), (true, 0), (false, 2)]),
    ] {
        assert_eq!(branches(depths), shape, "{depths:?}");
    }
}

#[test]
fn the_clock_is_where_it_was_turned_last() {
    let (stopped, started) =
        (Event::ClockStopped, Event::ClockStarted { promised_at: DateTime::UNIX_EPOCH });
    for (events, still) in [
        (vec![], false),
        (vec![stopped.clone()], true),
        (vec![stopped.clone(), Event::Opened], true),
        (vec![stopped.clone(), started.clone()], false),
        (vec![started, stopped], true),
    ] {
        let mut file = case_file();
        file.history = (1..).zip(events).map(|(no, event)| tests::happened(no, event)).collect();
        assert_eq!(header::stands_still(&file.history), still);
    }
}

#[test]
fn a_form_is_drawn_for_each_outcome() {
    let page = CasePage::of(&case_file(), &look(), None);
    let step = &page.steps[0];
    assert!(step.late);
    let asks: Vec<_> = step.outcomes.iter().map(|outcome| &outcome.ask).collect();
    assert!(matches!(asks[..], [Ask::Nothing, Ask::Documents(_), Ask::Decision { .. }]));
    let keys: std::collections::HashSet<_> = step.outcomes.iter().map(|o| &o.key).collect();
    assert_eq!(keys.len(), 3, "each form has ids of its own");
    let refer = page.refer.expect("the caller may refer");
    assert!(refer.from.is_none() && refer.only_from.is_some());
    assert_eq!(refer.to.units.len(), 2);
}

/// What was typed comes back into its own form, and into no other.
#[test]
fn a_form_comes_back_as_it_was() {
    let file = case_file();
    let action = Action::Complete(file.tasks[0].task.id);
    let typed = [("outcome", "approve"), ("reason", "valid"), ("text", "")];
    let sent = Sent { case: file.id, ..sent(action, &typed) };
    let wrong = Filled::invalid(sent, &Problems::one("text", Flaw::new("required")), Lang::Fa);
    let page = CasePage::of(&file, &look(), Some(&wrong));
    let [complete, missing, approve] = &page.steps[0].outcomes[..] else {
        panic!("three outcomes")
    };
    assert!(!complete.unfolded && !missing.unfolded && approve.unfolded);
    assert_eq!(approve.command, Uuid::nil(), "its command stays");
    assert_ne!(missing.command, Uuid::nil());
    let Ask::Decision { reason, text } = &approve.ask else { panic!("a decision") };
    assert!(reason.options[0].selected && reason.problem.is_none());
    assert!(text.problem.is_some());
    assert_eq!(page.problems[0].key, text.key, "the summary leads to the input");
    assert!(!page.returned);
}

#[test]
fn a_refusal_that_can_be_mended_keeps_the_form() {
    for (refusal, input, mended) in [
        (Refusal::Busy, "refer-form", true),
        (Refusal::ReferToOneself, "refer-to", true),
        (Refusal::CaseClosed, "", false),
        (Refusal::AlreadyDone { by: "مهتاب".into(), at: DateTime::UNIX_EPOCH }, "", false),
    ] {
        assert_eq!(filled::can_be_mended(&refusal), mended, "{}", refusal.code());
        if mended {
            let filled = Filled::refused(sent(Action::Refer, &[]), &refusal, Lang::Fa);
            assert_eq!(filled.lines(Lang::Fa)[0].key, input);
            assert_eq!(filled.status().as_u16(), 409);
        }
    }
}

#[test]
fn nothing_that_was_written_is_lost() {
    let refusal = Refusal::AlreadyDone { by: "مهتاب".into(), at: DateTime::UNIX_EPOCH };
    let typed = [("text", "متن پاسخ <b>"), ("reason", "valid"), ("back", "/cartable/1?unread=1")];
    let page = NotDonePage::of(&sent(Action::Complete(TaskId::new()), &typed), &refusal, Lang::Fa);
    let json = serde_json::to_value(&page).expect("a page");
    assert_eq!(json["written"][0]["text"], "متن پاسخ <b>");
    assert_eq!(json["back"], "/cartable/1?unread=1");
    assert!(json["why"].as_str().is_some_and(|why| why.contains("مهتاب")));
}

#[test]
fn a_kept_form_survives_its_seal() {
    let action = Action::Answer(ReferralId::new());
    let kept = sent(action, &[("answer", "پاسخ"), ("back", "//evil.example")]);
    let json = serde_json::to_string(&kept).expect("plain data");
    let again: Sent = serde_json::from_str(&json).expect("the same data");
    assert_eq!(again.action, action);
    assert_eq!((again.text("answer").as_str(), again.back()), ("پاسخ", "/"));
    let page = CasePage::of(&case_file(), &look(), Some(&Filled::returned(again)));
    assert!(page.returned && page.problems.is_empty());
}

#[test]
fn referrals_are_told_with_their_state() {
    let mut file = case_file();
    file.referrals = vec![
        tests::referral(file.id, 0, true),
        tests::referral(file.id, 1, false),
        tests::referral(file.id, 0, false),
    ];
    file.referrals[1].referral.state = ReferralState::Answered;
    file.referrals[2].requires_answer = false;
    let page = CasePage::of(&file, &look(), None);
    let states: Vec<_> = page.referrals.iter().map(|referral| referral.state).collect();
    assert_eq!(states, ["open", "answered", "informed"]);
    assert!(page.referrals[0].late && page.referrals[0].opens && !page.referrals[1].late);
    assert_eq!(page.questions.len(), 1);
    assert_eq!(page.referrals[0].form.as_ref(), Some(&page.questions[0].key));
}

/// Every kind of event has words in each language.
#[test]
fn the_history_is_told_in_words() {
    for lang in Lang::ALL {
        let file = eventful();
        let page = CasePage::of(&file, &Look { lang, ..look() }, None);
        assert_eq!(page.history.len(), file.history.len());
        for entry in &page.history {
            let all = [Some(&entry.title), entry.text.as_ref(), Some(&entry.by)];
            for words in all.into_iter().flatten() {
                assert!(!words.contains('⟨') && !words.contains("{$"), "{words}");
            }
        }
    }
}

fn eventful() -> CaseFile {
    let mut file = case_file();
    file.referrals = vec![tests::referral(file.id, 0, true)];
    let (at, node, id) = (DateTime::UNIX_EPOCH, || "review".to_owned(), file.tasks[0].task.id);
    let referral = file.referrals[0].referral.id;
    let request = domain::RequestId::new();
    let events = [
        Event::Opened,
        Event::TaskOpened { task: id, node: node(), role: "expert".into(), position: None },
        Event::TaskDone { task: id, node: node(), outcome: "complete".into() },
        Event::TaskCancelled { task: TaskId::new(), node: node() },
        Event::StageChanged { stage: "needs_documents".into() },
        Event::StageChanged { stage: "a-stage-of-its-own".into() },
        Event::Numbered { number: "1405/12".into() },
        Event::DocumentsAsked { request, due_at: at },
        Event::DocumentsSupplied { request },
        Event::Referred {
            referral,
            to: PositionId::new(),
            action: "action".into(),
            tells_applicant: true,
        },
        Event::ReferralAnswered { referral },
        Event::Decided { outcome: "approve".into(), reason: "valid".into() },
        Event::Told { node: node(), notice: "answered".into() },
        Event::ServiceStarted { node: node(), service: "verify-documents".into() },
        Event::ServiceDone { node: node(), service: "verify-documents".into() },
        Event::TimerFired { node: node(), due_at: at },
        Event::ClockStopped,
        Event::ClockStarted { promised_at: at },
        Event::Stuck { node: node(), reason: "no-path".into() },
        Event::Migrated { from: 1, to: 2 },
        Event::Mended { node: node(), how: "retried".into() },
        Event::VariableSet { node: node(), name: "amount".into() },
        Event::TaskAssigned { task: id, node: node(), position: PositionId::new() },
        Event::Withdrawn,
        Event::Ended { state: "completed".into(), node: None },
        Event::Ended { state: "cancelled".into(), node: None },
        Event::Ended { state: "failed".into(), node: Some(node()) },
    ];
    file.history = (1..).zip(events).map(|(no, event)| tests::happened(no, event)).collect();
    file
}
