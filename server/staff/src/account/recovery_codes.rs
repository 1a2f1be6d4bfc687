//! Making new recovery codes.

use domain::identity::{self, RecoveryCodes};
use locale::words::{Lang, say1};
use poem::handler;
use poem::http::StatusCode;
use serde::Serialize;
use web::{Answer, Fields, Page, Reply, again, show};

use super::reproof;
use super::told::Told;
use crate::{Visit, commit, paths, sign_in};

#[handler]
pub(crate) async fn ask(visit: Visit) -> Answer {
    let Some(scope) = visit.member().await? else { return sign_in::first(paths::RECOVERY_CODES) };
    commit(scope).await?;
    show(RecoveryCodesPage { told: Told::default() })
}

/// Answers with the codes themselves: nothing that leads to them again is kept.
#[handler]
pub(crate) async fn renew(visit: Visit, fields: Fields) -> Answer {
    let Some(scope) = visit.member().await? else { return sign_in::first(paths::RECOVERY_CODES) };
    commit(scope).await?;
    let origin = visit.here.client().to_string();
    let reproof = reproof(&visit, &fields, &origin)?;
    match identity::renew_recovery_codes(&visit.door.desks, &visit.tenant, reproof).await {
        Ok(RecoveryCodes { codes, signed_in }) => {
            let reply = Reply::page(StatusCode::OK, &NewCodesPage { codes })?;
            sign_in::remember(&visit, &signed_in, reply)
        }
        Err(error) => again(RecoveryCodesPage { told: Told::of(error, visit.lang())? }),
    }
}

/// Asks for the password first.
#[derive(Serialize)]
pub(crate) struct RecoveryCodesPage {
    told: Told,
}

/// The codes, this once.
#[derive(Serialize)]
pub(crate) struct NewCodesPage {
    codes: Vec<String>,
}

impl Page for RecoveryCodesPage {
    const TEMPLATE: &'static str = "staff/account/recovery_codes.html";

    fn samples() -> Vec<Self> {
        let wrong = Told::one("password", "password-wrong", Lang::Fa);
        vec![Self { told: Told::default() }, Self { told: wrong }]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "staff-codes-title")
    }

    fn has_problems(&self) -> bool {
        self.told.anything()
    }
}

impl Page for NewCodesPage {
    const TEMPLATE: &'static str = "staff/account/new_codes.html";

    fn samples() -> Vec<Self> {
        vec![Self { codes: vec!["abcde-fghjk".into(), "mnpqr-23456".into()] }]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "staff-new-codes-title")
    }
}
