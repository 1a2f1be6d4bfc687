//! The models that are run, and agencies with cases of them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use bpmn::Definition;
use domain::{ProcessVersionId, blueprints, processes};
use locale::tracking_code::TrackingCode;
use sqlx::AssertSqlSafe;
use tenants::{Caller, Clock, Desks, Held, Keyring, Member, Tenant};
use uuid::Uuid;

use crate::books::Books;
use crate::figures::pattern::Pattern;
use crate::house::House;
use crate::office::{ALONE, MEASURED, Office};
use crate::rows::{Anew, Row, fresh, literal};

/// The look-alikes that are opened beside the two that every house has.
const OTHERS: [&str; 2] = ["fda3", "fda4"];
/// As many calls are under way at once as the figure says; the rest stays with the pool.
pub(super) const CONNECTIONS: usize = 16;
const POOL: u32 = 20;

pub(super) fn text(folder: &Path, name: &str) -> anyhow::Result<String> {
    let file = folder.join(format!("{name}.bpmn"));
    fs::read_to_string(&file).with_context(|| file.display().to_string())
}

pub(super) fn read(xml: &str) -> anyhow::Result<Definition> {
    Ok(processes::read(xml)?.definition)
}

/// The same model with what a desk has to know of each task: who does it, and how it may end.
pub(super) fn for_desk(xml: &str, role: &str) -> String {
    let xml = xml.replacen(" xmlns:", " xmlns:desk=\"urn:mizban:bpmn:1\" xmlns:", 1);
    let mut parts = xml.split("<bpmn:userTask ");
    let mut done = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (head, rest) = part.split_once('>').unwrap_or((part, ""));
        let _ = write!(
            done,
            "<bpmn:userTask desk:role=\"{role}\" {head}><bpmn:extensionElements>\
             <desk:outcome id=\"{DONE}\" name=\"{DONE}\"/></bpmn:extensionElements>{rest}"
        );
    }
    done
}

/// The one way in which a task of these models ends.
pub(super) const DONE: &str = "done";

/// Four agencies, each with a clerk before whom everything lies.
pub(super) struct Agencies<'a> {
    pub(super) books: &'a Books,
    pub(super) desks: Desks,
    pub(super) all: Vec<Agency>,
}

pub(super) struct Agency {
    pub(super) tenant: Arc<Tenant>,
    pub(super) role: String,
    pub(super) clerk: Caller,
    /// A request as it was opened, to copy.
    pattern: Pattern,
}

impl<'a> Agencies<'a> {
    pub(super) async fn open(
        house: &House,
        office: &Office,
        books: &'a Books,
    ) -> anyhow::Result<Self> {
        for slug in OTHERS {
            blueprints::open_agency(&office.desks, "fda", slug, true).await?;
            office.let_many_sign_in(slug).await?;
        }
        let keyring = Keyring::new("deployment", house.key());
        let desks = Desks::open(books.as_served(POOL).await?, Clock::default(), keyring);
        let mut all = Vec::new();
        for slug in [MEASURED, ALONE].into_iter().chain(OTHERS) {
            let pattern = Pattern::take(office, books, slug).await?;
            let tenant = desks.at(slug).await?.with_context(|| format!("there is no {slug}"))?;
            let task = pattern.submitted.iter().find(|row| row.table.name == "tasks");
            let task = task.context("a task of the pattern")?;
            let position: Uuid = task.value("position_id").context("one position")?.parse()?;
            let role = task.value("role").context("a role")?.to_owned();
            let clerk = clerk(books, &tenant, position).await?;
            all.push(Agency { tenant, role, clerk, pattern });
        }
        Ok(Self { books, desks, all })
    }
}

/// Who holds a position, as the caller that a session of hers would make.
async fn clerk(books: &Books, tenant: &Tenant, position: Uuid) -> anyhow::Result<Caller> {
    let (staff, unit, roles): (Uuid, Uuid, Vec<String>) = sqlx::query_as(
        "select m.staff_id, p.unit_id, p.roles from members m
         join positions p on p.tenant_id = m.tenant_id and p.id = m.position_id
         where m.tenant_id = $1 and p.id = $2 and m.until is null limit 1",
    )
    .bind(tenant.id.0)
    .bind(position)
    .fetch_one(&books.pool)
    .await?;
    let positions = vec![Held { position, unit, roles }];
    Ok(Caller::Staff(tenant.id, Member { staff, positions }))
}

/// Where the cases of a batch begin: as if each had just been opened.
pub(super) struct Beginning<'a> {
    pub(super) process: ProcessVersionId,
    pub(super) position: &'a bpmn::Position,
    pub(super) vars: &'a str,
    /// Sets the batch apart from the others of its agency.
    pub(super) batch: usize,
}

impl Agency {
    /// Publish a model here.
    pub(super) async fn publish(
        &self,
        desks: &Desks,
        key: &str,
        xml: &str,
    ) -> anyhow::Result<ProcessVersionId> {
        let operator = Caller::Operator(self.tenant.id);
        let mut scope = desks.enter(&self.tenant, operator).await?;
        let id = processes::publish(&mut scope, key, xml).await?;
        scope.commit().await?;
        Ok(id)
    }

    /// Open `count` cases by copying the pattern's rows, with the tasks that are open at first.
    pub(super) async fn cases(
        &self,
        books: &Books,
        at: &Beginning<'_>,
        count: usize,
    ) -> anyhow::Result<()> {
        let mut random = rand::rng();
        let codes: Vec<String> =
            (0..count).map(|_| TrackingCode::generate(&mut random).as_str().to_owned()).collect();
        let of = |table: &str| self.pattern.submitted.iter().find(|row| row.table.name == table);
        let case = of("cases").context("a case of the pattern")?;
        write(books, case, &self.anew(at)?, &codes).await?;
        let task = of("tasks").context("a task of the pattern")?;
        for (no, wait) in at.position.waits().enumerate() {
            let anew = self
                .anew(at)?
                .column("id", &fresh(0xb00 + at.batch * 0x10 + no, NUMBER))
                .column("token", &wait.token.to_string())
                .column("node", &literal(wait.node));
            write(books, task, &anew, &codes).await?;
        }
        for event in self.pattern.submitted.iter().filter(|row| row.table.name == "events") {
            write(books, event, &self.anew(at)?, &codes).await?;
        }
        Ok(())
    }

    fn anew(&self, at: &Beginning<'_>) -> anyhow::Result<Anew> {
        let tokens = literal(&serde_json::to_string(at.position)?);
        let steps: Vec<String> = at.position.steps().iter().map(|step| literal(step)).collect();
        Ok(Anew::default()
            .value(&self.pattern.draft.to_string(), case_id(at.batch))
            .column("process_version_id", &format!("cast('{}' as uuid)", at.process.0))
            .column("tracking_code", "s.code")
            .column("tokens", &format!("cast({tokens} as jsonb)"))
            .column("vars", &format!("cast({} as jsonb)", literal(at.vars)))
            .column("steps", &format!("array[{}]::text[]", steps.join(", "))))
    }
}

/// The number of a copy in its batch, as text.
pub(super) const NUMBER: &str = "s.i::text";

pub(super) fn case_id(batch: usize) -> String {
    fresh(0xa00 + batch, NUMBER)
}

async fn write(books: &Books, row: &Row, anew: &Anew, codes: &[String]) -> anyhow::Result<()> {
    let source = "(select code, i from unnest($1::text[]) with ordinality as c (code, i)) s";
    let insert = AssertSqlSafe(row.insert_for_each(source, anew));
    sqlx::query(insert).bind(codes).execute(&books.pool).await?;
    Ok(())
}
