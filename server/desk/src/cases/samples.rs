//! Sample pages of a case, in every state that the template knows.

use chrono::DateTime;
use domain::CaseId;
use domain::notices::{Channel, NoticeKind, NoticeLine, NoticeState};
use forms::{OptionView, SummaryRow, Typed};
use locale::words::Lang;
use uuid::Uuid;

use super::filled::Line;
use super::form::{Choice, Input};
use super::header::{Header, Row};
use super::history::Entry;
use super::papers::{DecisionView, DocumentView, RequestView};
use super::reception::ReceptionView;
use super::refer_form::{Receivers, ReferForm, Unit};
use super::steps::{Ask, Missing, OutcomeView, PositionView, StepLine, StepView};
use super::tree::{QuestionView, ReferralView, branches};
use super::{CasePage, due, notices};
use crate::paths;
use crate::stage::stage;

const AT: DateTime<chrono::Utc> = DateTime::UNIX_EPOCH;

pub(super) fn pages() -> Vec<CasePage> {
    let problem = Line {
        key: "refer-to".into(),
        label: Some("به جایگاه".into()),
        text: "یکی از گزینه‌ها را انتخاب کنید.".into(),
    };
    let wrong = CasePage {
        problems: vec![problem],
        steps: steps(true),
        questions: questions(true),
        refer: Some(refer(true)),
        referrals: referrals(),
        ..page(header(true))
    };
    let fresh = CasePage {
        returned: true,
        steps: steps(false),
        questions: questions(false),
        refer: Some(refer(false)),
        ..page(header(true))
    };
    let full = CasePage {
        decision: Some(decision(true)),
        reception: Some(reception()),
        documents: vec![document()],
        requests: vec![request(true), request(false)],
        all_steps: all_steps(),
        notices: notice_lines(),
        history: history(),
        ..page(header(false))
    };
    vec![wrong, fresh, full, CasePage { decision: Some(decision(false)), ..page(header(false)) }]
}

fn page(header: Header) -> CasePage {
    let id = CaseId::new();
    CasePage {
        path: paths::case(id),
        back: "/cartable/1".into(),
        next: header.open.then(|| "/cartable/1/next".to_owned()),
        returned: false,
        problems: Vec::new(),
        header,
        steps: Vec::new(),
        questions: Vec::new(),
        refer: None,
        decision: None,
        reception: None,
        answers: vec![row("company", "شناسه ملی شرکت", "10101234567", true)],
        documents: Vec::new(),
        requests: Vec::new(),
        all_steps: Vec::new(),
        referrals: Vec::new(),
        notices: Vec::new(),
        history: Vec::new(),
        progress: web::progress::ProgressView::sample(),
    }
}

fn reception() -> ReceptionView {
    ReceptionView {
        noted: vec![row("channel", "راه رسیدن درخواست", "حضوری", false)],
        others_mobile: true,
        position: "متصدی باجه ۱".into(),
        unit: "میز خدمت حضوری".into(),
        by: Some("گلنار بارانی‌فر".into()),
        at: Some(AT),
    }
}

fn row(key: &str, label: &str, value: &str, ltr: bool) -> SummaryRow {
    SummaryRow { key: key.into(), label: label.into(), value: value.into(), ltr }
}

fn header(open: bool) -> Header {
    let name = Row { label: "نام".into(), value: "شرکت نمونه".into(), ltr: false };
    let mobile =
        Row { label: "تلفن همراه".into(), value: "0912 345 6789".into(), ltr: true };
    Header {
        service: "مجوز ورود فرآوردهٔ آرایشی".into(),
        code: "1234 5678 9012 3456".into(),
        number: open.then(|| "1405/12".to_owned()),
        stage: stage("needs_documents", Lang::Fa),
        open,
        paused: open,
        opened_at: AT,
        promised_at: AT,
        late: !open,
        closed_at: (!open).then_some(AT),
        applicant: vec![name, mobile],
    }
}

fn input(key: &str, wrong: bool) -> Input {
    let value = if wrong { "متن نوشته‌شده".to_owned() } else { String::new() };
    Input { key: key.into(), value, problem: problem(wrong) }
}

fn choice(key: &str, wrong: bool) -> Choice {
    Choice { key: key.into(), options: vec![option(wrong), option(false)], problem: problem(wrong) }
}

fn option(selected: bool) -> OptionView {
    OptionView { value: "item.a".into(), label: "گزینه".into(), selected }
}

fn problem(wrong: bool) -> Option<String> {
    wrong.then(|| "لطفاً این قسمت را پر کنید.".to_owned())
}

fn steps(wrong: bool) -> Vec<StepView> {
    let missing = Missing {
        key: "step-1-missing-items".into(),
        listed: vec![option(wrong)],
        problem: problem(wrong),
        others: input("step-1-missing-others", false),
        note: input("step-1-missing-note", wrong),
    };
    let decision =
        Ask::Decision { reason: choice("d-reason", wrong), text: input("d-text", wrong) };
    let asks = [Ask::Nothing, Ask::Number, Ask::Documents(missing), decision];
    let outcomes = (1..).zip(asks).map(|(no, ask)| outcome(no, wrong, ask)).collect();
    let due_at = wrong.then_some(AT);
    vec![StepView { title: "بررسی کارشناسی".into(), due_at, late: wrong, outcomes }]
}

fn outcome(no: u8, unfolded: bool, ask: Ask) -> OutcomeView {
    OutcomeView {
        key: format!("step-{no}"),
        path: "/cases/1/tasks/1/completion".into(),
        command: Uuid::nil(),
        id: "complete".into(),
        title: "مدارک کامل است".into(),
        unfolded,
        ask,
    }
}

fn questions(wrong: bool) -> Vec<QuestionView> {
    let question = |requires_answer| QuestionView {
        key: "answer-1".into(),
        path: "/cases/1/referrals/1/answer".into(),
        command: Uuid::nil(),
        action: "جهت اقدام".into(),
        requires_answer,
        from: wrong.then(position),
        from_name: wrong.then(|| "کاوه رودبارک".to_owned()),
        order: if wrong { "لطفاً بررسی شود.".into() } else { String::new() },
        due_at: wrong.then_some(AT),
        late: wrong,
        answer: input("answer-1-answer", wrong),
    };
    vec![question(true), question(false)]
}

fn position() -> PositionView {
    PositionView {
        title: "کارشناس واردات".into(),
        unit: "ادارهٔ واردات".into(),
        holder: Some("کاوه رودبارک".into()),
    }
}

fn refer(wrong: bool) -> ReferForm {
    let unit = Unit { title: "ادارهٔ واردات".into(), positions: vec![option(false)] };
    ReferForm {
        key: "refer".into(),
        path: "/cases/1/referrals".into(),
        command: Uuid::nil(),
        unfolded: wrong,
        from: wrong.then(|| choice("refer-from", wrong)),
        only_from: (!wrong).then(|| Uuid::nil().to_string()),
        to: Receivers { key: "refer-to".into(), problem: problem(wrong), units: vec![unit] },
        action: choice("refer-action", wrong),
        order: input("refer-order", wrong),
        due: due::view(Lang::Fa, &Typed::default(), "refer-due".into(), problem(wrong)),
        tells: wrong,
    }
}

fn referrals() -> Vec<ReferralView> {
    let states = ["open", "answered", "noted", "informed", "ended"];
    let shape = branches(&[0, 1, 2, 1, 0]);
    let referral = |(state, (opens, closes)): (&'static str, (bool, usize))| {
        let answered = state == "answered";
        ReferralView {
            action: "جهت اقدام".into(),
            from: Some(position()),
            from_name: answered.then(|| "کاوه رودبارک".to_owned()),
            to: Some(position()),
            order: if answered { "لطفاً بررسی شود.".into() } else { String::new() },
            sent_at: AT,
            due_at: answered.then_some(AT),
            late: state == "open",
            seen_at: answered.then_some(AT),
            state,
            told: answered,
            answer: answered.then(|| "بررسی شد.".to_owned()),
            answered_by: answered.then(|| "مهتاب گلریزفر".to_owned()),
            answered_at: answered.then_some(AT),
            form: (state == "open").then(|| "answer-1".to_owned()),
            opens,
            closes,
        }
    };
    states.into_iter().zip(shape).map(referral).collect()
}

fn decision(reasoned: bool) -> DecisionView {
    DecisionView {
        reason: reasoned.then(|| "مدارک کامل است".to_owned()),
        text: "با درخواست شما موافقت شد.".into(),
        decided_at: AT,
    }
}

fn document() -> DocumentView {
    DocumentView {
        label: "پیش‌فاکتور".into(),
        name: "invoice.pdf".into(),
        kind: "PDF".into(),
        size: 104_857,
        arrived_at: AT,
        link: "/cases/1/documents/1".into(),
    }
}

fn request(answered: bool) -> RequestView {
    RequestView {
        items: vec!["پیش‌فاکتور".into(), "گواهی آنالیز".into()],
        note: "تصویر خوانا نیست.".into(),
        asked_at: AT,
        due_at: AT,
        late: !answered,
        answered_at: answered.then_some(AT),
    }
}

fn all_steps() -> Vec<StepLine> {
    let step = |state| StepLine {
        title: "بررسی کارشناسی".into(),
        state,
        position: (state != "cancelled").then(position),
        due_at: (state == "open").then_some(AT),
        late: state == "open",
        done_by: (state == "done").then(|| "کاوه رودبارک".to_owned()),
        done_at: (state != "open").then_some(AT),
    };
    vec![step("done"), step("cancelled"), step("open")]
}

fn notice_lines() -> Vec<notices::NoticeView> {
    let line = |state, settled| NoticeLine {
        kind: NoticeKind::Opened,
        channel: Channel::Sms,
        state,
        written_at: AT,
        settled_at: Some(AT).filter(|_| settled),
    };
    let lines = [line(NoticeState::Queued, false), line(NoticeState::Delivered, true)];
    lines.iter().map(|line| notices::view(line, Lang::Fa)).collect()
}

fn history() -> Vec<Entry> {
    let entry = |code: Option<&str>| Entry {
        title: "در دفتر ثبت شد".into(),
        code: code.map(str::to_owned),
        text: code.map(|_| "جهت اقدام".to_owned()),
        by: "نرگس سپیدار".into(),
        at: AT,
    };
    vec![entry(Some("1405/12")), entry(None)]
}
