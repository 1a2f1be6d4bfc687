//! What an answer is counted under: known here alone, since a router's pattern and an agency's name are
//! gone once the answer is bytes.

use std::sync::Arc;

use poem::PathPattern;
use tenants::Tenant;

use crate::surface::Surface;

/// Put into the data of every answer of a dressed surface.
#[derive(Debug, Clone)]
pub struct Served {
    pub surface: Surface,
    pub route: Route,
    pub tenant: Option<Arc<Tenant>>,
}

/// Which door was knocked at. Never a path as it was asked for: that would carry ids, codes and
/// whatever else strangers write into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// As the router writes it: `/drafts/:id`.
    Pattern(Arc<str>),
    Asset,
    /// No route leads there.
    None,
}

impl Route {
    pub(crate) fn of(answered: &poem::Result<poem::Response>) -> Self {
        let pattern = match answered {
            Ok(response) => response.data::<PathPattern>(),
            Err(error) => error.data::<PathPattern>(),
        };
        pattern.map_or(Self::None, |pattern| Self::Pattern(pattern.0.clone()))
    }
}
