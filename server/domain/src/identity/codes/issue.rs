//! Issuing a one-time code for a mobile number.

use chrono::{DateTime, TimeDelta, Utc};
use locale::identity::Mobile;
use tenants::{Scope, settings};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::limits::CodeLimits;
use super::rules::{self, LIFETIME, REMEMBERED};
use super::{CodeSent, store};
use crate::identity::accounts::mobile_mark;
use crate::identity::attempts::{self, Counter, subscriber};
use crate::{Refusal, Result};

/// How long codes are kept: longer than any limit looks back.
const KEPT: TimeDelta = TimeDelta::days(2);

/// A code that nobody has been told yet. The caller writes the message, in the same scope.
pub(crate) struct IssuedCode {
    pub(crate) sent: CodeSent,
    pub(crate) code: Zeroizing<String>,
}

/// Issue a code for a number. Whether it has an account is not looked at: the answer, the work and
/// the message are the same. `origin` is the address of the caller on the network.
///
/// Refuses with `CodeTooSoon` or `TooManyCodes`, by number, by origin, by the agency's budget, or
/// when hardly any of the codes sent lately were used (OWASP API6:2023).
pub(crate) async fn issue_code(
    scope: &mut Scope,
    mobile: &Mobile,
    origin: &str,
) -> Result<IssuedCode> {
    let limits: CodeLimits = settings::read(scope).await?;
    let mark = mobile_mark(scope, mobile);
    let mut sent = sent_to(scope, &mark).await?;
    rules::pace(&sent, scope.now())?;
    keep_origin(scope, origin, &limits).await?;
    keep_budget(scope, &limits).await?;
    keep_breaker(scope).await?;
    store::sweep_codes(scope, scope.now() - KEPT).await?;
    attempts::sweep(scope).await?;

    // The id opens nothing without the code, yet it is a secret of the browser that asked: random
    // all through, unlike ids that begin with the time.
    let (id, code, now) = (Uuid::new_v4(), rules::new_code(), scope.now());
    let code_mark = rules::code_mark(scope, id, mobile, &code);
    let kept = store::NewCode { id, mobile: &mark, code: &code_mark, expires_at: now + LIFETIME };
    store::insert_code(scope, &kept).await?;

    sent.insert(0, now);
    let again_at = rules::next_at(&sent, now);
    Ok(IssuedCode { sent: CodeSent { id, expires_at: now + LIFETIME, again_at }, code })
}

/// When codes were sent to this number lately, newest first. The number is held until the scope
/// ends, so that two requests at once cannot both be the first.
async fn sent_to(scope: &mut Scope, mark: &[u8]) -> Result<Vec<DateTime<Utc>>> {
    let number = Counter { kind: "code-number", mark: mark.to_vec(), span: REMEMBERED };
    number.hold(scope).await?;
    store::codes_sent_to(scope, mark, scope.now() - REMEMBERED).await
}

async fn keep_origin(scope: &mut Scope, origin: &str, limits: &CodeLimits) -> Result<()> {
    let mark = scope.mark("code-origin", &subscriber(origin));
    let counter = Counter { kind: "code-origin", mark, span: TimeDelta::hours(1) };
    let tally = counter.hold(scope).await?;
    if rules::comes_too_fast(tally, limits.per_origin_hour, scope.now()) {
        return Err(Refusal::TooManyCodes.into());
    }
    counter.add(scope).await
}

/// The agency pays for this many codes in 24 hours; the log warns from four fifths on.
async fn keep_budget(scope: &mut Scope, limits: &CodeLimits) -> Result<()> {
    let budget = i64::from(limits.daily_budget);
    let spent = store::codes_sent_since(scope, scope.now() - REMEMBERED, budget).await?;
    let tenant = scope.tenant_id();
    if spent >= budget {
        tracing::warn!(%tenant, budget, "the budget for one-time codes is spent");
        return Err(Refusal::TooManyCodes.into());
    }
    // Once for every hundredth of the budget, so that the warning itself is no flood.
    if spent * 5 >= budget * 4 && spent % (budget / 100).max(1) == 0 {
        tracing::warn!(%tenant, spent, budget, "the budget for one-time codes is nearly spent");
    }
    Ok(())
}

/// Stop sending when hardly any code comes back.
async fn keep_breaker(scope: &mut Scope) -> Result<()> {
    let looked_at = rules::breaker_window(scope.now());
    let (sent, used) = store::codes_used_between(scope, looked_at.start, looked_at.end).await?;
    if rules::is_suspicious(sent, used) {
        let tenant = scope.tenant_id();
        tracing::warn!(%tenant, sent, used, "one-time codes are held back: hardly any are used");
        return Err(Refusal::TooManyCodes.into());
    }
    Ok(())
}
