//! The table `members`: who holds a position, from when until when.

use chrono::{DateTime, Utc};
use tenants::{Held, Scope};

use crate::organisation::appointments::{NewAppointment, Span};
use crate::organisation::structure::Appointment;
use crate::{PositionId, Result, StaffId};

/// End whatever appointment others have to a position. Says whether `staff` holds it already.
pub(in crate::organisation) async fn end_others(
    scope: &mut Scope,
    position: PositionId,
    staff: StaffId,
) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update members set until = $4
         where tenant_id = $1 and position_id = $2 and staff_id <> $3
           and (until is null or until > $4)",
        tenant,
        position.0,
        staff.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    let own = sqlx::query!(
        "select staff_id from members
         where tenant_id = $1 and position_id = $2 and staff_id = $3
           and since <= $4 and (until is null or until > $4)",
        tenant,
        position.0,
        staff.0,
        now,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(own.is_some())
}

pub(in crate::organisation) async fn insert_member(
    scope: &mut Scope,
    position: PositionId,
    staff: StaffId,
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into members (tenant_id, position_id, staff_id, since) values ($1, $2, $3, $4)",
        tenant,
        position.0,
        staff.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The positions that a member of staff holds at the time of the call.
pub(crate) async fn held_by(scope: &mut Scope, staff: StaffId) -> Result<Vec<Held>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let rows = sqlx::query!(
        "select p.id, p.unit_id, p.roles
         from members m
         join positions p on p.tenant_id = m.tenant_id and p.id = m.position_id
         where m.tenant_id = $1 and m.staff_id = $2
           and m.since <= $3 and (m.until is null or m.until > $3)
         order by p.key",
        tenant,
        staff.0,
        now,
    )
    .fetch_all(scope.conn())
    .await?;
    let held = rows.into_iter().map(|r| Held { position: r.id, unit: r.unit_id, roles: r.roles });
    Ok(held.collect())
}

/// Appointments, the newest first: one member's, or those of all that have not ended.
pub(in crate::organisation) async fn appointments(
    scope: &mut Scope,
    staff: Option<StaffId>,
) -> Result<Vec<Appointment>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let rows = sqlx::query!(
        "select m.position_id, m.staff_id, s.name, m.since, m.until
         from members m join staff s on s.tenant_id = m.tenant_id and s.id = m.staff_id
         where m.tenant_id = $1 and (m.until is null or m.until > m.since)
           and (m.staff_id = $2 or ($2 is null and (m.until is null or m.until > $3)))
         order by m.since desc, m.position_id",
        tenant,
        staff.map(|id| id.0),
        now,
    )
    .fetch_all(scope.conn())
    .await?;
    let appointments = rows.into_iter().map(|r| Appointment {
        position: PositionId(r.position_id),
        staff: StaffId(r.staff_id),
        name: r.name,
        since: r.since,
        until: r.until,
    });
    Ok(appointments.collect())
}

/// The appointments refer to `staff`, which is asked here for the reason given at the list of positions.
pub(in crate::organisation) async fn staff_exists(
    scope: &mut Scope,
    staff: StaffId,
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let found = sqlx::query_scalar!(
        r#"select exists(select from staff where tenant_id = $1 and id = $2) as "found!""#,
        tenant,
        staff.0,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(found)
}

/// Whether the member holds the position over this very time already.
pub(in crate::organisation) async fn holds_already(
    scope: &mut Scope,
    new: NewAppointment,
    (since, until): Span,
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let found = sqlx::query_scalar!(
        r#"select exists(select from members
             where tenant_id = $1 and position_id = $2 and staff_id = $3 and since <= $4
               and until is not distinct from $5) as "found!""#,
        tenant,
        new.position.0,
        new.staff.0,
        since,
        until,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(found)
}

/// Whether an appointment to the position begins within this time.
pub(in crate::organisation) async fn appointed_within(
    scope: &mut Scope,
    new: NewAppointment,
    (since, until): Span,
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let found = sqlx::query_scalar!(
        r#"select exists(select from members
             where tenant_id = $1 and position_id = $2 and since >= $3
               and ($4::timestamptz is null or since < $4)
               and (until is null or until > since)) as "found!""#,
        tenant,
        new.position.0,
        since,
        until,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(found)
}

/// Whoever holds the position at this time holds it until then.
pub(in crate::organisation) async fn end_before(
    scope: &mut Scope,
    position: PositionId,
    at: DateTime<Utc>,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update members set until = $3
         where tenant_id = $1 and position_id = $2 and since < $3
           and (until is null or until > $3)",
        tenant,
        position.0,
        at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(in crate::organisation) async fn insert_appointment(
    scope: &mut Scope,
    new: NewAppointment,
    (since, until): Span,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into members (tenant_id, position_id, staff_id, since, until)
         values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, position_id, staff_id, since) do update set until = excluded.until",
        tenant,
        new.position.0,
        new.staff.0,
        since,
        until,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// End the appointments to a position, one member's or all; those to come are taken back. Says
/// whether there was any.
pub(crate) async fn end_appointments(
    scope: &mut Scope,
    position: PositionId,
    staff: Option<StaffId>,
) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let done = sqlx::query!(
        "update members set until = greatest(since, $4)
         where tenant_id = $1 and position_id = $2 and ($3::uuid is null or staff_id = $3)
           and (until is null or until > $4)",
        tenant,
        position.0,
        staff.map(|id| id.0),
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Whether an active member with an authenticator holds, without an end in sight, an open position
/// that carries one of these roles.
pub(in crate::organisation) async fn somebody_carries(
    scope: &mut Scope,
    roles: &[String],
) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let found = sqlx::query_scalar!(
        r#"select exists(
             select from members m
             join positions p on p.tenant_id = m.tenant_id and p.id = m.position_id
             join staff s on s.tenant_id = m.tenant_id and s.id = m.staff_id
             where m.tenant_id = $1 and p.roles && $2 and p.closed_at is null
               and s.state = 'active' and s.totp_sealed is not null
               and m.since <= $3 and m.until is null) as "found!""#,
        tenant,
        roles,
        now,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(found)
}
