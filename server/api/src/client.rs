//! The program that calls, and its way in.

use std::sync::Arc;

use domain::{Error, Refusal, api_clients};
use locale::words::Lang;
use poem::Request;
use poem_openapi::SecurityScheme;
use poem_openapi::auth::Bearer;
use tenants::{Scope, Tenant};
use web::here::client_of;

use crate::ApiState;
use crate::problem::Problem;
use crate::words::lang_of;

/// A program that has shown its key.
#[derive(SecurityScheme)]
#[oai(ty = "bearer", rename = "key", bearer_format = "mzb_<id>_<secret>", checker = "let_in")]
pub(crate) struct Client(Entered);

/// A call that was let in.
pub(crate) struct Entered {
    visit: Visit,
    scope: Scope,
}

/// Where a call has come to, apart from its transaction.
pub(crate) struct Visit {
    pub(crate) state: ApiState,
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) lang: Lang,
    token: String,
}

impl Client {
    pub(crate) fn enter(self) -> (Visit, Scope) {
        (self.0.visit, self.0.scope)
    }
}

impl Visit {
    /// Enters once more: what took its time between two transactions was outside of both.
    pub(crate) async fn again(&self) -> Result<Scope, Problem> {
        Ok(api_clients::enter(&self.state.desks, &self.tenant, &self.token).await?)
    }
}

async fn let_in(request: &Request, bearer: Bearer) -> poem::Result<Entered> {
    let visit = Visit {
        state: of(request)?,
        tenant: request.data::<Arc<Tenant>>().cloned().ok_or(Problem::missing())?,
        lang: lang_of(request),
        token: bearer.token,
    };
    match api_clients::enter(&visit.state.desks, &visit.tenant, &visit.token).await {
        Ok(scope) => {
            let client = scope.caller().client().map(|client| client.client);
            visit.state.pace.of_client(client.unwrap_or_default()).map_err(Problem::from)?;
            Ok(Entered { visit, scope })
        }
        Err(error) => Err(turn_away(&visit, request, error).into()),
    }
}

fn turn_away(visit: &Visit, request: &Request, error: Error) -> Problem {
    if let Error::Refused(Refusal::ClientUnknown) = error
        && let Err(too_many) = visit.state.pace.of_stranger(client_of(request))
    {
        return too_many.into();
    }
    error.into()
}

fn of(request: &Request) -> Result<ApiState, Problem> {
    let state = request.data::<ApiState>().cloned();
    state.ok_or_else(|| web::Problem::fault("the API has no state").into())
}

/// Keeps what a call did.
pub(crate) async fn commit(scope: Scope) -> Result<(), Problem> {
    scope.commit().await.map_err(|fault| web::Problem::Fault(fault).into())
}
