//! The tables `referrals` and `referral_actions`.

use tenants::{Scope, Text};

use super::{Action, Referral, ReferralState};
use crate::{CaseId, PositionId, ReferralId, Result, StaffId};

const ORDER: &str = "referrals.order";
const ANSWER: &str = "referrals.answer";

pub(crate) async fn add_action(
    scope: &mut Scope,
    key: &str,
    title: &Text,
    requires_answer: bool,
    position: i32,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into referral_actions (tenant_id, key, title, requires_answer, position)
         values ($1, $2, $3, $4, $5)",
        tenant,
        key,
        serde_json::to_value(title)?,
        requires_answer,
        position,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(crate) async fn actions(scope: &mut Scope) -> Result<Vec<Action>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select key, title, requires_answer from referral_actions
         where tenant_id = $1 order by position, key",
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter()
        .map(|r| {
            let title = serde_json::from_value(r.title)?;
            Ok(Action { key: r.key, title, requires_answer: r.requires_answer })
        })
        .collect()
}

pub(crate) async fn insert(scope: &mut Scope, referral: &Referral) -> Result<()> {
    let tenant = scope.tenant_id();
    let order = scope.seal(ORDER, referral.id.0, referral.order.as_bytes())?;
    sqlx::query!(
        "insert into referrals
             (tenant_id, id, case_id, parent_id, from_position, from_staff, to_position, action,
              order_sealed, due_at, tells_applicant, sent_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        tenant,
        referral.id.0,
        referral.case.0,
        referral.parent.map(|p| p.0),
        referral.from_position.0,
        referral.from_staff.0,
        referral.to_position.0,
        referral.action,
        order,
        referral.due_at,
        referral.tells_applicant,
        referral.sent_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A case's referrals, oldest first.
pub(crate) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<Referral>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, parent_id, from_position, from_staff, to_position, action, order_sealed, due_at,
                tells_applicant, state, sent_at, seen_at, answer_sealed, answered_by, answered_at
         from referrals where tenant_id = $1 and case_id = $2 order by sent_at, id",
        tenant,
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter()
        .map(|r| {
            let answer = match r.answer_sealed {
                Some(sealed) => Some(scope.unseal(ANSWER, r.id, &sealed)?),
                None => None,
            };
            Ok(Referral {
                id: ReferralId(r.id),
                case,
                parent: r.parent_id.map(ReferralId),
                from_position: PositionId(r.from_position),
                from_staff: StaffId(r.from_staff),
                to_position: PositionId(r.to_position),
                action: r.action,
                order: scope.unseal(ORDER, r.id, &r.order_sealed)?,
                due_at: r.due_at,
                tells_applicant: r.tells_applicant,
                state: r.state.parse().unwrap_or(ReferralState::Ended),
                sent_at: r.sent_at,
                seen_at: r.seen_at,
                answer,
                answered_by: r.answered_by.map(StaffId),
                answered_at: r.answered_at,
            })
        })
        .collect()
}

pub(crate) async fn set_answered(
    scope: &mut Scope,
    id: ReferralId,
    by: StaffId,
    answer: &str,
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let answer = scope.seal(ANSWER, id.0, answer.as_bytes())?;
    sqlx::query!(
        "update referrals
         set state = 'answered', answer_sealed = $3, answered_by = $4, answered_at = $5
         where tenant_id = $1 and id = $2 and state = 'open'",
        tenant,
        id.0,
        answer,
        by.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Note that somebody holding the receiving position has looked at the case.
pub(crate) async fn mark_seen(scope: &mut Scope, ids: &[ReferralId], by: StaffId) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let ids: Vec<_> = ids.iter().map(|r| r.0).collect();
    sqlx::query!(
        "update referrals set seen_at = $3, seen_by = $4
         where tenant_id = $1 and id = any($2) and seen_at is null",
        tenant,
        &ids,
        now,
        by.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The case has ended: nothing of it lies before anybody any more.
pub(crate) async fn end_all(scope: &mut Scope, case: CaseId) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update referrals set state = 'ended'
         where tenant_id = $1 and case_id = $2 and state = 'open'",
        tenant,
        case.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
