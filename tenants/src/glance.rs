//! A glance at one tenant's premises.

use std::ops::Deref;

use sqlx::PgConnection;

use crate::{Act, Denied, Resource, Scope};

/// A call that reads with one statement and keeps nothing: a scope without a transaction around it.
///
/// What is asked most (where does my request stand?) spends more on beginning and ending than on
/// reading. The statement enters by itself:
///
/// ```sql
/// from (select set_config('app.tenant', $1, true)::uuid as tenant offset 0) e
/// cross join lateral (select … where tenant_id = e.tenant … limit …) row
/// ```
///
/// What it reads hangs on `e`, and neither part can be moved into the other, so it has entered when
/// it reads; a statement that has not sees no row. There is nothing to commit. Where one day a
/// cluster spreads the tables over machines, `set_config` does not reach them: use a [`Scope`].
pub struct Glance(Scope);

impl Glance {
    pub(crate) fn new(scope: Scope) -> Self {
        Self(scope)
    }

    /// As [`Scope::allow`].
    pub fn allow<R: Resource>(&mut self, act: Act, thing: &R) -> Result<(), Denied> {
        self.0.allow(act, thing)
    }

    /// The statement was answered whole, whatever it found. A glance that ends otherwise has its
    /// connection looked at before another call may have it.
    pub fn end(mut self) {
        self.0.take_lease().end();
    }

    /// Of no tenant until the statement enters.
    pub fn conn(&mut self) -> &mut PgConnection {
        self.0.conn()
    }
}

impl Deref for Glance {
    type Target = Scope;

    fn deref(&self) -> &Scope {
        &self.0
    }
}
