//! Signing in with user name, password and a second factor.
//!
//! A form that was sent after the session had ended is carried along, sealed. That of a case stands on
//! the case's page again once its sender is recognised and is never carried out by itself: what was
//! right half an hour ago may not be right now. What was typed at the counter is saved.

mod kept;
mod page;

use domain::Error;
use domain::identity::{self, Credentials};
use poem::handler;
use poem::http::StatusCode;
use poem::web::Query;
use serde::Deserialize;
use web::{Answer, Fields, Reply, again, go, paths::safe_path, refusals, show};

pub(crate) use kept::{Kept, remember};
pub(crate) use page::SignInPage;

use crate::paths;
use crate::visit::Visit;
use page::Along;

/// The most bytes of this form: it may carry a whole other form along.
const FORM: usize = 512 * 1024;

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Next {
    next: String,
}

/// Sends a visitor to the sign-in page, which leads to `next`, an address of ours, afterwards.
pub(crate) fn first(next: &str) -> Answer {
    go(paths::sign_in(next))
}

/// Asks whoever sent a form to sign in first, and keeps what was sent.
pub(crate) fn keep(visit: &Visit, next: &str, kept: &Kept) -> Answer {
    let along = Along { next: next.to_owned(), kept: kept.seal(&visit.tenant)? };
    show(SignInPage::interrupted(along))
}

/// The same for a form with files, which cannot be carried along; nothing of it was read.
pub(crate) fn keep_nothing(next: &str) -> Answer {
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
        username,
        password: fields.text("password")?,
        second: fields.text("second")?,
        origin: &visit.here.client().to_string(),
    };
    match identity::sign_in(&visit.state.desks, &visit.tenant, credentials).await {
        Ok(signed_in) => kept::go_on(&visit, &signed_in, &along).await,
        Err(Error::Refused(refusal)) => {
            let problem = refusals::say(&refusal, visit.lang());
            again(SignInPage::new(along).with(username, problem))
        }
        Err(other) => Err(other.into()),
    }
}
