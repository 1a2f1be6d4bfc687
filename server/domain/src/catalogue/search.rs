//! Finding a service across all agencies.

use tenants::{Desks, Text};

use super::{announce, store};
use crate::Result;

/// No query shows more; whoever finds so many looks for too little.
pub const MOST_FOUND: usize = 100;
/// What a query may be at most, in characters: longer ones are cut.
const LONGEST: usize = 200;

/// A service that was found, and the agency that offers it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The slug of the agency.
    pub agency: String,
    pub agency_name: Text,
    pub key: String,
    pub title: Text,
}

/// The services of all open agencies in which every word of the query occurs: in the service's code,
/// name or keywords or in the agency's name. Agency by agency, each in its own order.
///
/// This asks no policy: what is entered in the directory was published to everybody, and it is read
/// through the window that its table has in the wall.
pub async fn search(desks: &Desks, query: &str) -> Result<Vec<Found>> {
    let query: String = query.chars().take(LONGEST).collect();
    let (words, grams) = announce::sought(&query);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    store::search(desks.pool(), &words, &grams).await
}
