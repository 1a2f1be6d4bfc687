//! Whether there are words for a kind of notice.

use tenants::Scope;

use super::{NoticeKind, store};
use crate::Result;

/// Whether the agency has worded this kind, so that somebody can be told.
pub(crate) async fn is_worded(scope: &mut Scope, kind: NoticeKind) -> Result<bool> {
    Ok(!store::wordings(scope, kind).await?.is_empty())
}
