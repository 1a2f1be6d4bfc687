//! What the path of a request names.

use poem::{FromRequest, Request, RequestBody, web::Path};
use serde::de::DeserializeOwned;

use crate::answer::Problem;

/// The named parts of the path, in their order. A name that cannot be one is answered like one that
/// nobody has.
pub struct At<T>(pub T);

impl<'a, T: DeserializeOwned + Send> FromRequest<'a> for At<T> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        match Path::<T>::from_request(request, body).await {
            Ok(Path(named)) => Ok(Self(named)),
            Err(_) => Err(Problem::Missing.into()),
        }
    }
}
