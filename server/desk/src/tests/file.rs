//! A case as the domain gives it to the desk, of a service that an agency really offers.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::cases::{Applicant, CaseFile, CaseState, HistoryLine, OutcomeLine, Reason};
use domain::cases::{Progress, ReferralLine, TaskLine};
use domain::catalogue::{Service, Sheet};
use domain::events::Event;
use domain::organisation::Position;
use domain::referrals::{Action, Referral, ReferralState};
use domain::tasks::{Task, TaskState};
use domain::{
    CaseId, PositionId, ProcessVersionId, ReferralId, ServiceId, ServiceVersionId, StaffId, TaskId,
    UnitId,
};
use forms::{Answers, Form};
use locale::tracking_code::TrackingCode;
use locale::words::Lang;
use tenants::Text;

const SHEET: &str =
    include_str!("../../../../tenants/blueprints/fda/services/cosmetics-import/sheet.json");
const FORM: &str =
    include_str!("../../../../tenants/blueprints/fda/services/cosmetics-import/form.json");

const AT: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// An open case with one task before the caller, who may also refer it.
pub(crate) fn case_file() -> CaseFile {
    let id = CaseId::new();
    let (own, other) = (position("secretariat"), position("cosmetics"));
    let task = task(id, &own);
    let history = [
        Event::Opened,
        Event::TaskOpened {
            task: task.task.id,
            node: "review".into(),
            role: "expert".into(),
            position: Some(own.id),
        },
        Event::Numbered { number: "1405/12".into() },
    ];
    CaseFile {
        id,
        service: Arc::new(service()),
        code: TrackingCode::parse("1234567890123452").unwrap_or_else(any_code),
        number: Some("1405/12".into()),
        state: CaseState::Active,
        stage: "in_review".into(),
        opened_at: AT,
        promised_at: AT + TimeDelta::days(20),
        closed_at: None,
        applicant: applicant(),
        answers: Answers::default(),
        documents: Vec::new(),
        requests: Vec::new(),
        tasks: vec![task],
        referrals: Vec::new(),
        history: (1..).zip(history).map(|(no, event)| happened(no, event)).collect(),
        progress: progress(),
        notices: Vec::new(),
        decision: None,
        reception: None,
        refer_from: vec![own.id],
        refer_to: vec![own, other],
        refer_for: vec![Action {
            key: "action".into(),
            title: said("جهت اقدام"),
            requires_answer: true,
        }],
    }
}

fn progress() -> Progress {
    const PROCESS: &str =
        include_str!("../../../../tenants/blueprints/fda/processes/cosmetics-import.bpmn");
    let read = bpmn::read(PROCESS, &|_| Ok(())).expect("the blueprint's process");
    let [done, now] = [vec!["start".to_owned()], vec!["review".to_owned()]];
    Progress { definition: Arc::new(read.definition), xml: PROCESS.to_owned(), done, now }
}

fn any_code() -> TrackingCode {
    let codes = (0..10).map(|check| format!("123456789012345{check}"));
    codes.into_iter().find_map(|code| TrackingCode::parse(&code)).expect("one check digit fits")
}

pub(crate) fn happened(no: i32, event: Event) -> HistoryLine {
    HistoryLine { no, at: AT, by: None, actor: "desk", event }
}

fn service() -> Service {
    Service {
        id: ServiceId::new(),
        version: ServiceVersionId::new(),
        key: "cosmetics-import".into(),
        code: None,
        sheet: serde_json::from_str::<Sheet>(SHEET).expect("the sheet"),
        form: Form::parse(&serde_json::from_str(FORM).expect("JSON")).expect("the form"),
        process: ProcessVersionId::new(),
    }
}

fn applicant() -> Applicant {
    Applicant {
        name: "شرکت نمونه".into(),
        national_code: None,
        company_id: None,
        foreign_id: None,
        mobile: Some("+989123456789".into()),
        owns_mobile: true,
        email: None,
        lang: Lang::Fa,
    }
}

fn position(unit: &str) -> Position {
    Position {
        id: PositionId::new(),
        key: unit.into(),
        unit: UnitId::new(),
        unit_title: said(unit),
        title: said("کارشناس"),
        phone: None,
        roles: Vec::new(),
        holder: None,
    }
}

fn said(fa: &str) -> Text {
    Text { fa: fa.into(), en: None }
}

/// A review that ends well, asks for documents, or decides.
fn task(case: CaseId, before: &Position) -> TaskLine {
    let outcome = |id: &str, asks: Option<&str>| OutcomeLine {
        id: id.into(),
        title: said(id),
        asks: asks.map(str::to_owned),
        reasons: vec![Reason {
            key: "valid".into(),
            outcome: id.into(),
            title: said("معتبر"),
            advice: None,
        }],
    };
    TaskLine {
        task: Task {
            id: TaskId::new(),
            case,
            token: 1,
            node: "review".into(),
            state: TaskState::Open,
            role: "expert".into(),
            position: Some(before.id),
            due_at: Some(AT),
            opened_at: AT,
            seen_at: None,
            done_at: None,
            done_by: None,
            outcome: None,
        },
        title: said("بررسی"),
        position: Some(before.clone()),
        done_by: None,
        outcomes: vec![
            outcome("complete", None),
            outcome("missing", Some("documents")),
            outcome("approve", Some("decision")),
        ],
    }
}

pub(crate) fn referral(case: CaseId, depth: usize, may_answer: bool) -> ReferralLine {
    let (from, to) = (position("cosmetics"), position("laboratory"));
    ReferralLine {
        referral: Referral {
            id: ReferralId::new(),
            case,
            parent: None,
            from_position: from.id,
            from_staff: StaffId::new(),
            to_position: to.id,
            action: "action".into(),
            order: "بررسی شود".into(),
            due_at: Some(AT),
            tells_applicant: true,
            state: ReferralState::Open,
            sent_at: AT,
            seen_at: None,
            answer: None,
            answered_by: None,
            answered_at: None,
        },
        depth,
        action: said("جهت اقدام"),
        requires_answer: true,
        from: Some(from),
        from_name: Some("نرگس سپیدار".into()),
        to: Some(to),
        answered_by: None,
        may_answer,
    }
}
