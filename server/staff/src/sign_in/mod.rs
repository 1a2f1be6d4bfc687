//! Signing in with user name, password and a second factor.
//!
//! A form that was sent after the session had ended is carried along, sealed. What becomes of it once
//! its sender is recognised, the surface says: what somebody only typed may be kept; what acts is shown
//! on its page again and never carried out by itself, for what was right half an hour ago may not be
//! right now.

mod begun;
mod page;

use domain::Error;
use domain::identity::{self, Credentials, Reading};
use poem::handler;
use poem::http::StatusCode;
use poem::web::Query;
use serde::Deserialize;
use web::{Along, Answer, Fields, Reply, again, go, paths::safe_path, refusals, show};

pub(crate) use begun::remember;
pub(crate) use page::SignInPage;

use crate::Visit;
use crate::paths;

/// The most bytes of this form: it may carry a whole other form along.
const FORM: usize = 512 * 1024;

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Next {
    next: String,
}

/// Sends a visitor to the sign-in page, which leads to `next`, an address of ours, afterwards.
pub fn first(next: &str) -> Answer {
    go(paths::sign_in(next))
}

/// Asks whoever sent a form to sign in first. What was sent, as the surface sealed it, is carried
/// along; `next` is where to go on if it cannot be shown again.
pub fn keep(next: &str, kept: String) -> Answer {
    show(SignInPage::interrupted(Along { next: next.to_owned(), kept }))
}

/// The same for a form with files, which cannot be carried along; nothing of it was read.
pub fn keep_nothing(next: &str) -> Answer {
    let along = Along { next: next.to_owned(), kept: String::new() };
    Reply::page(StatusCode::FORBIDDEN, &SignInPage::new(along))
}

#[handler]
pub(crate) fn ask(next: Option<Query<Next>>) -> Answer {
    let next = next.map(|Query(next)| next.next).unwrap_or_default();
    show(SignInPage::new(Along { next: safe_path(&next).to_owned(), kept: String::new() }))
}

#[handler]
pub(crate) async fn sign_in(visit: Visit, fields: Fields<FORM>) -> Answer {
    let along = Along::of(&fields)?;
    let username = fields.text("username")?;
    let credentials = Credentials {
        door: visit.door.door,
        username,
        password: fields.text("password")?,
        second: fields.text("second")?,
        origin: &visit.here.client().to_string(),
        reading: Reading { lang: visit.lang(), chosen: visit.here.chose_lang() },
    };
    match identity::sign_in(&visit.door.desks, &visit.tenant, credentials).await {
        Ok(signed_in) => begun::go_on(&visit, &signed_in, &along).await,
        Err(Error::Refused(refusal)) => {
            let problem = refusals::say(&refusal, visit.lang());
            again(SignInPage::new(along).with(username, problem))
        }
        Err(other) => Err(other.into()),
    }
}
