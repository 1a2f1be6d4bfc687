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
        let Some(mut scope) = self.member().await? else {
            return Err(Problem::instead(staff::first(&self.asked)?));
        };
        match organisation::admit_admin(&mut scope) {
            Ok(()) => Ok(scope),
            Err(Error::Denied(_)) => {
                Err(Problem::instead(Reply::page(StatusCode::FORBIDDEN, &NoRightPage::of(self))?))
            }
            Err(other) => Err(other.into()),
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
