//! A request on an agency's portal, and its way in.

use std::sync::Arc;

use domain::Error;
use domain::identity::{self, Door, Entered, Reading, Session};
use locale::words::{Lang, say1};
use poem::{FromRequest, Request, RequestBody};
use tenants::{Scope, Tenant};
use web::{Here, Problem, Reply, SignedIn, Surface, cookies::SessionKey};

use crate::PortalState;

/// Where a request has come to; what every handler of the portal takes.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) here: Here,
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) state: PortalState,
}

impl Visit {
    pub(crate) fn lang(&self) -> Lang {
        self.here.lang()
    }

    /// In which language this page is read, for whoever signs in on it.
    pub(crate) fn reading(&self) -> Reading {
        Reading { lang: self.lang(), chosen: self.here.chose_lang() }
    }

    /// Lets the call in, signed in or not.
    pub(crate) async fn enter(&self) -> Result<Entered, Error> {
        let token = self.here.session().map(SessionKey::as_str);
        let entered = identity::enter(&self.state.desks, &self.tenant, Door::Portal, token).await?;
        if let Some(session) = &entered.session {
            self.greet(session, &entered.scope);
        }
        Ok(entered)
    }

    /// Lets an applicant in; nothing for whoever is not signed in, or no longer.
    pub(crate) async fn applicant(&self) -> Result<Option<Scope>, Error> {
        let Entered { scope, session } = self.enter().await?;
        Ok(session.map(|_| scope))
    }

    /// To the files host, which serves whoever brings the ticket.
    pub(crate) fn to_files(&self, ticket: &str) -> Reply {
        let origin = self.state.places.origin(Surface::Files, &self.tenant.slug);
        Reply::elsewhere(&format!("{origin}/d/{ticket}"))
    }

    /// An account has no name, so the frame says only that somebody is signed in.
    fn greet(&self, session: &Session, scope: &Scope) {
        let idle = (session.idle_until - scope.now()).to_std().unwrap_or_default();
        let lang = session.lang.unwrap_or(self.lang());
        let name = say1(lang, "portal-signed-in");
        self.here.greet(SignedIn { name, lang: session.lang, idle, nav: &[] });
    }
}

/// Keeps what a call did.
pub(crate) async fn commit(scope: Scope) -> Result<(), Problem> {
    scope.commit().await.map_err(Problem::Fault)
}

impl<'a> FromRequest<'a> for Visit {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let here = Here::from_request(request, body).await?;
        let tenant = here.tenant().cloned().ok_or(Problem::Missing)?;
        let state = request.data::<PortalState>().cloned();
        let state = state.ok_or_else(|| Problem::fault("the portal has no state"))?;
        Ok(Self { here, tenant, state })
    }
}
