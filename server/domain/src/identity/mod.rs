//! People and how they prove who they are: applicants by a code sent to their mobile, staff by
//! password and second factor; and the sessions that follow.
//!
//! Invariants:
//! - an account is a mobile number proved within one agency; typing a number proves nothing;
//! - a token, a code or a password is never kept, only what is needed to know it again;
//! - a guess is counted before it is looked at, so that guessing in parallel gains nothing;
//! - whether a number or a user name is known cannot be told from an answer or its time;
//! - nobody is locked out by the wrong guesses of others: guesses are slowed, never barred;
//! - signing in always begins a new session with a new token;
//! - a session alone changes no password, authenticator or recovery code: the password is proved again;
//! - whoever signs in goes on in the language that they read, on any browser.
//!
//! Proving who one is happens before there is a caller, so those verbs ask no policy; and one's own
//! sessions and language are one's own, whatever the policy says.

mod accounts;
mod attempts;
mod codes;
mod language;
mod sessions;
mod staff;

pub(crate) use accounts::{account_mobile, account_of, hold_account, language as account_language};
pub(crate) use codes::issue_code;
pub use codes::{CodeLimits, CodeSent, Proof, confirm_code};
pub use language::{Reading, change_language};
pub use sessions::{
    Door, Entered, Session, SessionLimits, SessionLine, SignedIn, end_session, enter, sessions,
    sign_out,
};
pub use staff::{
    Confirmation, Credentials, Enrolment, MemberFile, MemberLine, Proposal, RecoveryCodes, Reproof,
    Secrets, change_password, disable_staff, enable_staff, end_sessions_of, enrol_staff, member,
    members, propose_authenticator, recovery_codes_left, rename_staff, renew_authenticator,
    renew_recovery_codes, reset_authenticator, reset_password, sign_in, staff_named, totp_base32,
    totp_now, totp_secret, totp_uri,
};
pub(crate) use staff::{
    NewStaff, add_staff, count_members, new_password, new_totp_secret, staff_names,
};
