//! Reading the audit log.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::Value;
use tenants::audit::{self, Entry, Filter};
use tenants::{Act, Kind, Scope, Text};
use uuid::Uuid;

use crate::organisation::{self, admit_admin};
use crate::{Result, StaffId, identity};

/// A page of the log, the newest line first.
#[derive(Debug)]
pub struct AuditPage {
    pub lines: Vec<AuditLine>,
    /// After which line the next page begins, if there is one.
    pub next: Option<(DateTime<Utc>, Uuid)>,
}

/// One call, and what the policy answered in it.
#[derive(Debug, Clone)]
pub struct AuditLine {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    /// `staff`, `citizen`, `visitor`, `worker` or `operator`.
    pub is: String,
    /// The name of a member of staff; nobody else's is told.
    pub name: Option<String>,
    pub decisions: Vec<Decided>,
    /// Whether the line is chained already.
    pub sealed: bool,
}

/// One answer of the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub act: Act,
    pub kind: Kind,
    pub id: Option<Uuid>,
    /// What the id stands for, where it is a part of what the agency is made of.
    pub thing: Option<Text>,
    pub allowed: bool,
}

/// The lines that a filter wants, a page of them.
pub async fn audit_log(scope: &mut Scope, filter: &Filter, most: i64) -> Result<AuditPage> {
    admit_admin(scope)?;
    lines(scope, filter, most).await
}

pub(super) async fn lines(scope: &mut Scope, filter: &Filter, most: i64) -> Result<AuditPage> {
    let mut entries = audit::list(scope, filter, most + 1).await?;
    let more = entries.len() > usize::try_from(most).unwrap_or(usize::MAX);
    entries.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let next = entries.last().filter(|_| more).map(|last| (last.at, last.id));
    let known = known(scope, &entries).await?;
    Ok(AuditPage { lines: entries.iter().map(|e| line(e, &known)).collect(), next })
}

/// What ids stand for: members by their names, units and positions by their titles.
async fn known(scope: &mut Scope, entries: &[Entry]) -> Result<HashMap<Uuid, Text>> {
    let ids: Vec<StaffId> = entries.iter().flat_map(ids_of).map(StaffId).collect();
    let names = identity::staff_names(scope, &ids).await?;
    let named = names.into_iter().map(|(id, name)| (id.0, Text { fa: name, en: None }));
    let mut known: HashMap<Uuid, Text> = named.collect();
    let structure = organisation::structure(scope).await?;
    known.extend(structure.units.into_iter().map(|unit| (unit.id.0, unit.title)));
    let posts = structure.posts.into_iter().map(|post| post.position);
    known.extend(posts.map(|position| (position.id.0, position.title)));
    Ok(known)
}

fn ids_of(entry: &Entry) -> Vec<Uuid> {
    let of = |value: &Value, key: &str| value.get(key)?.as_str()?.parse().ok();
    let things = entry.decisions.as_array().into_iter().flatten();
    of(&entry.caller, "staff").into_iter().chain(things.filter_map(|d| of(d, "id"))).collect()
}

fn line(entry: &Entry, known: &HashMap<Uuid, Text>) -> AuditLine {
    let staff: Option<Uuid> =
        entry.caller.get("staff").and_then(Value::as_str).and_then(|id| id.parse().ok());
    let decisions = entry.decisions.as_array().into_iter().flatten();
    let mut decisions: Vec<_> = decisions.filter_map(|d| decided(d, known)).collect();
    // A call may ask the same several times; reading it once is enough.
    decisions.dedup();
    AuditLine {
        id: entry.id,
        at: entry.at,
        is: entry.caller.get("is").and_then(Value::as_str).unwrap_or("unknown").to_owned(),
        name: staff.and_then(|id| known.get(&id)).map(|name| name.fa.clone()),
        decisions,
        sealed: entry.sealed,
    }
}

fn decided(value: &Value, known: &HashMap<Uuid, Text>) -> Option<Decided> {
    let of = |key: &str| value.get(key).and_then(Value::as_str);
    let id: Option<Uuid> = of("id").and_then(|id| id.parse().ok());
    Some(Decided {
        act: of("act")?.parse().ok()?,
        kind: of("kind")?.parse().ok()?,
        id,
        thing: id.and_then(|id| known.get(&id)).cloned(),
        allowed: value.get("allowed")?.as_bool()?,
    })
}
