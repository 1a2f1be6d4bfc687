//! An agency's words for its notices, as its admins see and change them.

use chrono::{DateTime, Utc};
use locale::words::Lang;
use tenants::{Act, Agency, Scope};

use super::{Channel, NoticeKind, Wording, set_text, store};
use crate::organisation::admit_admin;
use crate::{Result, StaffId};

/// The words of a notice as they were until somebody changed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub replaced_at: DateTime<Utc>,
    /// Nobody where the command line did it.
    pub replaced_by: Option<StaffId>,
    /// The name of whoever it was.
    pub name: Option<String>,
    pub subject: Option<String>,
    pub text: String,
}

/// Every text that the agency has.
pub async fn wordings(scope: &mut Scope) -> Result<Vec<Wording>> {
    admit_admin(scope)?;
    store::all_wordings(scope).await
}

/// One of them, if the agency has words for it, and what it was before, the newest first.
pub async fn wording(
    scope: &mut Scope,
    (kind, channel, lang): (NoticeKind, Channel, Lang),
) -> Result<(Option<Wording>, Vec<Version>)> {
    admit_admin(scope)?;
    let all = store::wordings(scope, kind).await?;
    let found = all.into_iter().find(|w| w.channel == channel && w.lang == lang);
    Ok((found, store::versions(scope, (kind, channel, lang)).await?))
}

/// Change the words of a notice. What they were is kept; words that stay the same leave no version.
/// What was written already keeps the words it was written with.
///
/// Invalid as [`Wording`] can be: at `subject` or `text`.
pub async fn reword(scope: &mut Scope, wording: Wording) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    let before = store::wordings(scope, wording.kind).await?;
    let (channel, lang) = (wording.channel, wording.lang);
    let before = before.into_iter().find(|w| w.channel == channel && w.lang == lang);
    if before.as_ref() == Some(&wording) {
        return Ok(());
    }
    set_text(scope, wording).await?;
    match before {
        Some(before) => store::keep_version(scope, &before).await,
        None => Ok(()),
    }
}
