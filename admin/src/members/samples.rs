//! Made-up members for the samples of pages.

use chrono::DateTime;
use domain::StaffId;
use domain::identity::MemberLine;

/// One who can sign in, and one who cannot.
pub(crate) fn lines() -> Vec<MemberLine> {
    let line = |username: &str, active| MemberLine {
        id: StaffId::new(),
        username: username.into(),
        name: "نرگس نمونه".into(),
        active,
        created_at: DateTime::UNIX_EPOCH,
    };
    vec![line("n.sepidar", true), line("k.rudbarak", false)]
}
