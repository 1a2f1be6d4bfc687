//! Every rule that can turn a caller away, on one page.

use chrono::{DateTime, Utc};

/// A business "no". Its words are filed under `refusal-<code>` in each language.
#[derive(Debug, Clone, PartialEq, Eq, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Refusal {
    /// Somebody else is working on this very thing; try again in a moment.
    Busy,
    /// Somebody finished this step already.
    AlreadyDone { by: String, at: DateTime<Utc> },
    /// Somebody else saved a change to the same text after it was opened here.
    ChangedMeanwhile { by: String, at: DateTime<Utc> },
    /// The step was taken away meanwhile, though the case goes on: its time ran out, or it is done
    /// with elsewhere.
    NoLongerOpen,
    /// The case has ended; nothing more is done to it.
    CaseClosed,
    /// The agency has begun to act on it: it can no longer be taken back.
    TooLateToWithdraw,
    /// The service takes no requests at present.
    ServiceClosed,
    /// The draft was submitted; a case has taken its place.
    DraftSubmitted,
    /// A code for this number was sent a moment ago; wait until then.
    CodeTooSoon { until: DateTime<Utc> },
    /// This number or this desk has sent for too many codes.
    TooManyCodes,
    /// The code is wrong, used or expired.
    CodeWrong,
    /// Too many wrong codes: send for a new one.
    CodeDead,
    /// User name, password or second factor do not fit.
    SignInWrong,
    /// Too many wrong sign-ins: wait until then.
    SignInDelayed { until: DateTime<Utc> },
    /// A draft or a case holds no more documents.
    TooManyDocuments,
    /// Nothing is being asked for any more.
    NothingAsked,
    /// One does not refer a case to one's own position.
    ReferToOneself,
    /// The referral is for information: it takes no answer.
    NoAnswerExpected,
    /// Positions or units within the unit are open.
    UnitNotEmpty,
    /// Work lies before the position, and before no other.
    PositionHasWork,
    /// Nobody would be left who can change what the agency is made of.
    LastAdmin,
    /// No program of this agency has this key.
    ClientUnknown,
    /// The program's key was revoked.
    ClientRevoked,
    /// The program's key has expired.
    ClientExpired,
    /// The plan does not say of every case that waits where it goes.
    PlanIncomplete,
    /// What stands in a case's way is not mended in this manner.
    NotSoMended,
    /// The key of a command was that of another one before.
    KeyReused,
}

impl Refusal {
    pub fn code(&self) -> &'static str {
        self.into()
    }
}
