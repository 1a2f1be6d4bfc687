//! The catalogue: what one can ask for, and what a request for it must bring.

mod view;

use domain::catalogue;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{OpenApi, Tags};

use crate::client::{Client, commit};
use crate::problem::{Problem, Shown};
pub(crate) use view::{DocumentRule, ServiceList, ServiceView};

/// The nouns of the document, in its order.
#[derive(Tags)]
pub(crate) enum Tag {
    Services,
    Drafts,
    Requests,
    Documents,
    Tracking,
}

pub(crate) struct ServicesApi;

#[OpenApi(tag = "Tag::Services")]
impl ServicesApi {
    #[oai(path = "/services", method = "get", operation_id = "list_services")]
    async fn list(&self, client: Client) -> Shown<ServiceList> {
        let (visit, mut scope) = client.enter();
        let services = catalogue::list(&mut scope).await?;
        let services: Vec<_> = services
            .into_iter()
            .filter(|service| scope.caller().client().is_none_or(|c| c.serves(&service.key)))
            .collect();
        commit(scope).await?;
        Ok(Json(ServiceList::of(&services, visit.lang)))
    }

    #[oai(path = "/services/:key", method = "get", operation_id = "see_service")]
    async fn see(&self, client: Client, key: Path<String>) -> Shown<ServiceView> {
        let (visit, mut scope) = client.enter();
        let service = catalogue::see(&mut scope, named(&key)?).await?;
        commit(scope).await?;
        Ok(Json(ServiceView::of(&service, visit.lang)))
    }
}

/// The key of a service as it may stand in an address; none has a NUL or an empty one.
pub(crate) fn named(key: &str) -> Result<&str, Problem> {
    let plain = !key.is_empty() && key.len() <= 100 && key.bytes().all(|b| b.is_ascii_graphic());
    if plain { Ok(key) } else { Err(Problem::missing()) }
}
