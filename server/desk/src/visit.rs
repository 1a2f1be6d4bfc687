//! A request on an agency's desk.

use std::ops::Deref;

use poem::{FromRequest, Request, RequestBody};
use web::Problem;

pub(crate) use staff::commit;

use crate::DeskState;

/// Where a request has come to; what every handler of the desk takes.
#[derive(Clone)]
pub(crate) struct Visit {
    staff: staff::Visit,
    pub(crate) state: DeskState,
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
        let state = request.data::<DeskState>().cloned();
        let state = state.ok_or_else(|| Problem::fault("the desk has no state"))?;
        Ok(Self { staff, state })
    }
}
