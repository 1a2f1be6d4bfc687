//! A request on the console, and its way in.

use std::ops::Deref;

use domain::{Error, organisation};
use poem::http::StatusCode;
use poem::{FromRequest, Request, RequestBody};
use tenants::Scope;
use web::{Problem, Reply};

pub(crate) use staff::commit;

use crate::AdminState;
use crate::home::NoRightPage;

/// Where a request has come to; what every handler of the console takes.
#[derive(Clone)]
pub(crate) struct Visit {
    staff: staff::Visit,
    pub(crate) state: AdminState,
}

impl Visit {
    /// Lets in whoever may change what the agency is made of. Anybody else gets another page instead:
    /// signing in, or who does have the right.
    pub(crate) async fn admin(&self) -> Result<Scope, Problem> {
        let mut scope = self.colleague().await?;
        match organisation::admit_admin(&mut scope) {
            Ok(()) => Ok(scope),
            Err(error) => Err(self.turned_away(error)),
        }
    }

    /// Lets in whoever works here; the verb that follows asks for more.
    pub(crate) async fn colleague(&self) -> Result<Scope, Problem> {
        match self.member().await? {
            Some(scope) => Ok(scope),
            None => Err(Problem::instead(staff::first(&self.asked)?)),
        }
    }

    /// What somebody is told who has signed in and may not do what was asked for.
    pub(crate) fn turned_away(&self, error: Error) -> Problem {
        let Error::Denied(_) = error else { return error.into() };
        match Reply::page(StatusCode::FORBIDDEN, &NoRightPage::of(self)) {
            Ok(reply) => Problem::instead(reply),
            Err(problem) => problem,
        }
    }
}

/// The way in is the same at every surface of the staff.
impl Deref for Visit {
    type Target = staff::Visit;

    fn deref(&self) -> &staff::Visit {
        &self.staff
    }
}

impl<'a> FromRequest<'a> for Visit {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let staff = staff::Visit::from_request(request, body).await?;
        let state = request.data::<AdminState>().cloned();
        let state = state.ok_or_else(|| Problem::fault("the console has no state"))?;
        Ok(Self { staff, state })
    }
}
