//! Changing one's own password.

use domain::identity;
use locale::words::{Lang, say1};
use poem::handler;
use serde::Serialize;
use web::{Answer, Fields, Page, Reply, again, show};

use super::reproof;
use super::told::Told;
use crate::{Visit, commit, paths, sign_in};

#[handler]
pub(crate) async fn ask(visit: Visit) -> Answer {
    let Some(scope) = visit.member().await? else { return sign_in::first(paths::PASSWORD) };
    commit(scope).await?;
    show(PasswordPage { told: Told::default() })
}

#[handler]
pub(crate) async fn change(visit: Visit, fields: Fields) -> Answer {
    let Some(scope) = visit.member().await? else { return sign_in::first(paths::PASSWORD) };
    commit(scope).await?;
    let new = fields.text("new")?;
    if new != fields.text("repeated")? {
        let told = Told::one("repeated", "password-differs", visit.lang());
        return again(PasswordPage { told });
    }
    let origin = visit.here.client().to_string();
    let reproof = reproof(&visit, &fields, &origin)?;
    match identity::change_password(&visit.door.desks, &visit.tenant, reproof, new).await {
        Ok(signed_in) => {
            let reply = Reply::to(paths::ACCOUNT).notice("staff-password-changed");
            sign_in::remember(&visit, &signed_in, reply)
        }
        Err(error) => again(PasswordPage { told: Told::of(error, visit.lang())? }),
    }
}

/// The present password, and the new one twice: a slip of the finger in it would lock its owner out.
#[derive(Serialize)]
pub(crate) struct PasswordPage {
    told: Told,
}

impl Page for PasswordPage {
    const TEMPLATE: &'static str = "staff/account/password.html";

    fn samples() -> Vec<Self> {
        let one = |field, code| Self { told: Told::one(field, code, Lang::Fa) };
        vec![
            Self { told: Told::default() },
            one("password", "password-wrong"),
            one("new", "password-short"),
            one("repeated", "password-differs"),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "staff-password-title")
    }

    fn has_problems(&self) -> bool {
        self.told.anything()
    }
}
