//! Going on once somebody is signed in.

use std::time::Duration;

use domain::identity::SignedIn;
use web::cookies::SessionKey;
use web::{Along, Answer, Problem, Reply};

use crate::Visit;

/// The cookie outlives its session, so that a form sent after the end still shows whose browser it
/// comes from, and is kept. What the session itself is worth, the domain decides.
const COOKIE_OUTLIVES: Duration = Duration::from_hours(24);

/// Somebody signed in: goes on, or shows the form that was kept.
pub(super) async fn go_on(visit: &Visit, signed_in: &SignedIn, along: &Along) -> Answer {
    let shown = match visit.door.show_kept {
        Some(show) if !along.kept.is_empty() => show(visit, &signed_in.token, &along.kept).await?,
        _ => None,
    };
    remember(visit, signed_in, shown.unwrap_or_else(|| Reply::to(&along.next)))
}

/// Has the browser keep the token of a session along with an answer.
pub(crate) fn remember(visit: &Visit, signed_in: &SignedIn, reply: Reply) -> Answer {
    let lives = (signed_in.session.ends_at - visit.now()).to_std().unwrap_or_default();
    let key = SessionKey::parse(&signed_in.token).ok_or(Problem::fault("a session token"))?;
    let lang = signed_in.session.lang.unwrap_or(visit.lang());
    Ok(reply.signing_in(key, lives + COOKIE_OUTLIVES).speaking_of_person(lang))
}
