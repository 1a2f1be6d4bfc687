//! Entering a case in a register.

use chrono::{DateTime, Utc};
use locale::jalali::Day;
use tenants::{Act, Scope};

use super::store;
use crate::{CaseId, Error, Result, StaffId};

/// Enter a case in a register and give it the register's next number of this Jalali year (the
/// Tehran date counts).
pub(crate) async fn number(
    scope: &mut Scope,
    register: &str,
    case: CaseId,
    by: StaffId,
) -> Result<String> {
    let register = store::register(scope, register).await?.ok_or(Error::Missing("register"))?;
    scope.allow(Act::Number, &register)?;
    let year = Day::of(scope.now()).year;
    let serial = store::next_serial(scope, register.id, year).await?;
    let number = register.number(year, serial);
    let letter =
        store::NewLetter { register: register.id, year, serial, number: &number, case, by };
    store::insert_letter(scope, letter).await?;
    Ok(number)
}

/// Whether the caller enters in this register; asked where somebody else does so otherwise.
pub(crate) async fn may_number(scope: &mut Scope, register: &str) -> Result<bool> {
    let register = store::register(scope, register).await?;
    Ok(register.is_some_and(|register| scope.may(Act::Number, &register)))
}

/// The number that a register would give as its `serial`th of the year of that moment. Nothing is
/// entered, and no number is used.
pub(crate) async fn rehearse(
    scope: &mut Scope,
    register: &str,
    at: DateTime<Utc>,
    serial: i64,
) -> Result<String> {
    let register = store::register(scope, register).await?.ok_or(Error::Missing("register"))?;
    Ok(register.number(Day::of(at).year, serial))
}
