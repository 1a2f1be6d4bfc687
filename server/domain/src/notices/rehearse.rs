//! What a notice would say, with nothing written and nothing sent.

use tenants::Scope;

use super::write::worded;
use super::{Channel, NewNotice};
use crate::Result;

/// The words of a notice on one channel.
pub(crate) struct Rehearsed {
    pub(crate) channel: Channel,
    pub(crate) subject: Option<String>,
    pub(crate) text: String,
}

/// The same words that `write` would keep, one for each channel.
pub(crate) async fn rehearse(scope: &mut Scope, new: &NewNotice<'_>) -> Result<Vec<Rehearsed>> {
    let worded = worded(scope, new).await?.into_iter();
    let of = |(channel, _, words): (Channel, &str, _)| {
        let super::write::Words { subject, text, .. } = words;
        Rehearsed { channel, subject, text }
    };
    Ok(worded.map(of).collect())
}
