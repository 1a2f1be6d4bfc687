//! A request on a surface of the staff, and its way in.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::identity::{self, Entered, Session};
use locale::words::Lang;
use poem::{FromRequest, Request, RequestBody};
use tenants::{Scope, Tenant};
use web::{Here, Problem, SignedIn, cookies::SessionKey};

use crate::{StaffDoor, paths};

/// Where a request has come to; what every handler of these surfaces takes.
#[derive(Clone)]
pub struct Visit {
    pub here: Here,
    pub tenant: Arc<Tenant>,
    pub door: StaffDoor,
    /// The address asked for, with its query: where to go on after signing in.
    pub asked: String,
}

impl Visit {
    pub fn lang(&self) -> Lang {
        self.here.lang()
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.door.desks.clock().now()
    }

    /// Lets the call in, signed in or not.
    pub async fn enter(&self) -> Result<Entered, domain::Error> {
        self.enter_with(self.here.session().map(SessionKey::as_str)).await
    }

    /// The same for somebody who signed in within this very call.
    pub async fn enter_with(&self, token: Option<&str>) -> Result<Entered, domain::Error> {
        let StaffDoor { desks, door, .. } = &self.door;
        let entered = identity::enter(desks, &self.tenant, *door, token).await?;
        if let Some(session) = &entered.session {
            self.greet(session, &entered.scope);
        }
        Ok(entered)
    }

    /// Lets a member of staff in; nothing for whoever is not signed in, or no longer.
    pub async fn member(&self) -> Result<Option<Scope>, domain::Error> {
        let Entered { scope, session } = self.enter().await?;
        Ok(session.map(|_| scope))
    }

    fn greet(&self, session: &Session, scope: &Scope) {
        let idle = (session.idle_until - scope.now()).to_std().unwrap_or_default();
        let (name, nav) = (session.name.clone().unwrap_or_default(), (self.door.nav)(scope));
        self.here.greet(SignedIn { name, lang: session.lang, idle, nav });
    }
}

/// Keeps what a call did.
pub async fn commit(scope: Scope) -> Result<(), Problem> {
    scope.commit().await.map_err(Problem::Fault)
}

impl<'a> FromRequest<'a> for Visit {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let here = Here::from_request(request, body).await?;
        let tenant = here.tenant().cloned().ok_or(Problem::Missing)?;
        let door = request.data::<StaffDoor>().cloned();
        let door = door.ok_or_else(|| Problem::fault("the surface has no door"))?;
        let asked = request.uri().path_and_query().map_or(paths::FRONT, |asked| asked.as_str());
        Ok(Self { here, tenant, door, asked: asked.to_owned() })
    }
}
