//! The table `policy_rules`.

use sqlx::{AssertSqlSafe, PgPool};

use super::Rule;
use crate::{Fault, Scope, TenantId};

pub(super) async fn rules(pool: &PgPool, tenant: TenantId) -> Result<Vec<Rule>, Fault> {
    let begin = AssertSqlSafe(format!("BEGIN; SET LOCAL app.tenant = '{}'", tenant.0));
    let mut tx = pool.begin_with(begin).await?;
    let rows = sqlx::query!(
        "select subject, axis, kind, service, act from policy_rules where tenant_id = $1
         order by axis, subject, kind, service, act",
        tenant.0,
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    rows.into_iter()
        .map(|row| {
            Ok(Rule {
                axis: row.axis.parse()?,
                subject: row.subject,
                kind: row.kind.parse()?,
                service: row.service,
                act: row.act.parse()?,
            })
        })
        .collect()
}

pub(super) async fn insert(scope: &mut Scope, rule: &Rule) -> Result<(), Fault> {
    let tenant = scope.tenant_id();
    let (axis, kind, act): (&str, &str, &str) =
        (rule.axis.into(), rule.kind.into(), rule.act.into());
    sqlx::query!(
        "insert into policy_rules (tenant_id, subject, axis, kind, service, act)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        tenant,
        rule.subject,
        axis,
        kind,
        rule.service,
        act,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
