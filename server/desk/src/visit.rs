//! A request on an agency's desk, and its way in.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::counter;
use domain::identity::{self, Door, Entered, Session};
use locale::words::Lang;
use poem::{FromRequest, Request, RequestBody};
use tenants::{Scope, Tenant};
use web::{Here, Problem, SignedIn, cookies::SessionKey};

use crate::{DeskState, paths};

/// Where a request has come to; what every handler of the desk takes.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) here: Here,
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) state: DeskState,
    /// The address asked for, with its query: where to go on after signing in.
    pub(crate) asked: String,
}

impl Visit {
    pub(crate) fn lang(&self) -> Lang {
        self.here.lang()
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.state.desks.clock().now()
    }

    /// Lets the call in, signed in or not.
    pub(crate) async fn enter(&self) -> Result<Entered, domain::Error> {
        self.enter_with(self.here.session().map(SessionKey::as_str)).await
    }

    /// The same for somebody who signed in within this very call.
    pub(crate) async fn enter_with(&self, token: Option<&str>) -> Result<Entered, domain::Error> {
        let entered = identity::enter(&self.state.desks, &self.tenant, Door::Desk, token).await?;
        if let Some(session) = &entered.session {
            self.greet(session, &entered.scope);
        }
        Ok(entered)
    }

    /// Lets a member of staff in; nothing for whoever is not signed in, or no longer.
    pub(crate) async fn member(&self) -> Result<Option<Scope>, domain::Error> {
        let Entered { scope, session } = self.enter().await?;
        Ok(session.map(|_| scope))
    }

    fn greet(&self, session: &Session, scope: &Scope) {
        let idle = (session.idle_until - scope.now()).to_std().unwrap_or_default();
        let places = if counter::is_open_to(scope) { vec!["counter"] } else { Vec::new() };
        let name = session.name.clone().unwrap_or_default();
        self.here.greet(SignedIn { name, idle, places });
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
        let state = request.data::<DeskState>().cloned();
        let state = state.ok_or_else(|| Problem::fault("the desk has no state"))?;
        let asked = request.uri().path_and_query().map_or(paths::FRONT, |asked| asked.as_str());
        Ok(Self { here, tenant, state, asked: asked.to_owned() })
    }
}
