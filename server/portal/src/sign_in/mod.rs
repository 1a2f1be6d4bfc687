//! Signing in with a mobile number and the code sent to it.
//!
//! What somebody was about to do is carried along, sealed, and done once she is recognised: an
//! expired session costs nothing that was typed.

mod flow;
mod kept;
mod pages;

use domain::identity::{self, Proof};
use domain::{Error, Refusal, notices};
use locale::identity::Mobile;
use locale::words::say1;
use poem::handler;
use poem::http::StatusCode;
use poem::web::Query;
use serde::Deserialize;
use web::{Along, Answer, Fields, Problem, Reply, again, go, paths::safe_path, show};

pub(crate) use kept::Kept;
pub(crate) use pages::{CodePage, MobilePage};

use crate::visit::Visit;
use flow::Flow;

/// The most bytes of these forms: they carry a whole other form along.
const FORM: usize = 512 * 1024;

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Next {
    next: String,
}

/// Sends a visitor to the sign-in page, which leads to `next`, a path of ours, afterwards.
pub(crate) fn first(next: &str) -> Answer {
    go(format!("/sign-in?next={next}"))
}

/// Asks whoever sent a form to sign in first, and keeps what was sent.
pub(crate) fn keep(visit: &Visit, next: &str, kept: &Kept) -> Answer {
    let along = Along { next: next.to_owned(), kept: kept.seal(&visit.tenant)? };
    show(MobilePage::new(along, true))
}

/// The same for a form with files, which cannot be carried along; nothing of it was read.
pub(crate) fn keep_nothing(next: &str) -> Answer {
    let along = Along { next: next.to_owned(), kept: String::new() };
    Reply::page(StatusCode::FORBIDDEN, &MobilePage::new(along, true))
}

#[handler]
pub(crate) fn page(next: Option<Query<Next>>) -> Answer {
    let next = next.map(|Query(next)| next.next).unwrap_or_default();
    show(MobilePage::new(Along { next: safe_path(&next).to_owned(), kept: String::new() }, false))
}

/// The code page was reloaded: its flow is gone, so it begins again.
#[handler]
pub(crate) fn again_from_start() -> Answer {
    go("/sign-in")
}

/// Sends a code to a number and shows where to type it.
#[handler]
pub(crate) async fn send_code(visit: Visit, fields: Fields<FORM>) -> Answer {
    let along = Along::of(&fields)?;
    let typed = fields.text("mobile")?;
    let mobile = match Mobile::parse(typed) {
        Ok(mobile) => mobile,
        Err(flaw) => {
            let problem = say1(visit.lang(), &format!("form-flaw-{}", flaw.code()));
            return again(MobilePage::new(along, false).with(typed, problem));
        }
    };
    match send(&visit, &mobile).await {
        Ok(flow) => show(CodePage::new(&flow, flow.seal(&visit.tenant)?, along)),
        Err(Error::Refused(refusal)) => {
            let problem = web::refusals::say(&refusal, visit.lang());
            again(MobilePage::new(along, false).with(typed, problem))
        }
        Err(other) => Err(other.into()),
    }
}

async fn send(visit: &Visit, mobile: &Mobile) -> Result<Flow, Error> {
    let origin = visit.here.client().to_string();
    let (desks, lang) = (&visit.state.desks, visit.lang());
    let sent = notices::send_code(desks, &visit.tenant, mobile, &origin, lang).await?;
    Ok(Flow::new(mobile, &sent))
}

/// Takes the code, or sends another.
#[handler]
pub(crate) async fn confirm(visit: Visit, fields: Fields<FORM>) -> Answer {
    let along = Along::of(&fields)?;
    let Some(flow) = Flow::open(&visit.tenant, fields.text("flow")?) else {
        return show(MobilePage::new(along, false));
    };
    let mobile = flow.mobile().ok_or(Problem::fault("a sealed flow holds a mobile number"))?;
    if fields.one("again")?.is_some() {
        return resend(&visit, flow, &mobile, along).await;
    }
    let code = fields.text("code")?;
    let proof = Proof { id: flow.id, mobile: &mobile, code, reading: visit.reading() };
    match identity::confirm_code(&visit.state.desks, &visit.tenant, proof).await {
        Ok(signed_in) => kept::go_on(&visit, signed_in, along).await,
        Err(Error::Refused(refusal)) => refused(&visit, &flow, along, (code.to_owned(), refusal)),
        Err(other) => Err(other.into()),
    }
}

async fn resend(visit: &Visit, flow: Flow, mobile: &Mobile, along: Along) -> Answer {
    match send(visit, mobile).await {
        Ok(flow) => show(CodePage::new(&flow, flow.seal(&visit.tenant)?, along).sent_again()),
        Err(Error::Refused(refusal)) => refused(visit, &flow, along, (String::new(), refusal)),
        Err(other) => Err(other.into()),
    }
}

fn refused(visit: &Visit, flow: &Flow, along: Along, (typed, no): (String, Refusal)) -> Answer {
    let problem = web::refusals::say(&no, visit.lang());
    again(CodePage::new(flow, flow.seal(&visit.tenant)?, along).with(typed, problem))
}
