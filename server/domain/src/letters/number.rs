//! Entering a case in a register.

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
