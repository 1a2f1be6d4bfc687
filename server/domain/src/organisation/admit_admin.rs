//! Letting somebody into the console.

use tenants::{Act, Agency, Scope};

use crate::Result;

/// Whether the caller may change what the agency is made of. A yes leaves no line: to look is not to
/// change, and what is changed asks again. A no does.
pub fn admit_admin(scope: &mut Scope) -> Result<()> {
    if !scope.may(Act::Configure, &Agency) {
        scope.allow(Act::Configure, &Agency)?;
    }
    Ok(())
}
