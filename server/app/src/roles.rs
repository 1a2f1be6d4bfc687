//! The running role must be a plain one, or row security walls nothing off.

use anyhow::bail;
use sqlx::PgPool;

/// What would let a role see past its tenant. PostgreSQL exempts superusers and roles with
/// `bypassrls` from row security; an owner could take the walls down.
#[derive(Debug, sqlx::FromRow)]
struct Powers {
    superuser: bool,
    bypasses: bool,
    owns: bool,
}

const POWERS: &str = "
    select rolsuper as superuser,
           rolbypassrls as bypasses,
           exists (
               select from pg_class
               where relnamespace = 'public'::regnamespace
                 and relkind in ('r', 'p', 'v', 'm', 'f')
                 and pg_has_role(current_user, relowner, 'member')
           ) as owns
    from pg_roles
    where rolname = current_user";

/// Refuse to run as a role that the walls between agencies do not hold.
pub async fn refuse_powerful(pool: &PgPool) -> anyhow::Result<()> {
    let powers: Powers = sqlx::query_as(POWERS).fetch_one(pool).await?;
    let flaw = match powers {
        Powers { superuser: true, .. } => "is a superuser",
        Powers { bypasses: true, .. } => "bypasses row security",
        Powers { owns: true, .. } => "owns tables, itself or through a role it is a member of",
        _ => return Ok(()),
    };
    bail!(
        "the role of [database] url {flaw}: row security would not keep agencies apart. \
         Run as a plain role, and give the owner's in owner_url"
    )
}
