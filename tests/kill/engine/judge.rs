//! The judge: what the histories say beside what is left.

use std::collections::{BTreeMap, HashMap};

use sqlx::{AssertSqlSafe, PgConnection};
use uuid::Uuid;

use super::stock::KEY;
use super::work::Work;
use crate::books::EventRow;
use crate::chain;
use crate::flaw::{Flaw, Kind};

/// The cases that are judged.
const OURS: &str = "
    join process_versions p on p.tenant_id = c.tenant_id and p.id = c.process_version_id
        and p.key = 'crash'";

/// What may be left of a case that is over: nothing.
const LEFT: [(&str, &str); 5] = [
    ("an open task", "select case_id from tasks where state = 'open'"),
    ("a timer", "select case_id from timers where state in ('armed', 'paused')"),
    ("a subscription", "select case_id from subscriptions"),
    ("a kept message", "select case_id from message_inbox"),
    ("an incident", "select case_id from incidents"),
];

/// How many cases are not over, and how many of their timers still have a job: one that a killed
/// worker had in hand waits for the end of its lease.
pub(super) async fn unfinished(to: &mut PgConnection) -> anyhow::Result<i64> {
    let open = format!(
        "select (select count(*) from cases c {OURS} where c.state = 'active')
              + (select count(*) from jobs j join timers t on t.tenant_id = j.tenant_id and t.id = j.id
                 join cases c on c.tenant_id = t.tenant_id and c.id = t.case_id {OURS})"
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(open)).fetch_one(to).await?)
}

#[derive(sqlx::FromRow)]
struct CaseRow {
    id: Uuid,
    state: String,
    next_no: i32,
    event_head: Vec<u8>,
    tokens: String,
}

pub(super) async fn judge(to: &mut PgConnection, work: &Work) -> anyhow::Result<Vec<Flaw>> {
    let mut flaws = Vec::new();
    let cases = format!(
        "select c.id, c.state, c.next_no, c.event_head, (c.tokens -> 't')::text as tokens
         from (select id, tenant_id, process_version_id, state, next_no, event_head,
                      jsonb_build_object('t', coalesce(tokens -> 't', '[]')) as tokens from cases) c {OURS}"
    );
    let cases: Vec<CaseRow> = sqlx::query_as(AssertSqlSafe(cases)).fetch_all(&mut *to).await?;
    let events: Vec<EventRow> = sqlx::query_as(
        "select '' as tenant, case_id, no, at, kind, actor, data, hash from events
         order by case_id, no",
    )
    .fetch_all(&mut *to)
    .await?;
    let mut of_case: HashMap<Uuid, Vec<&EventRow>> = HashMap::new();
    for event in &events {
        of_case.entry(event.case_id).or_default().push(event);
    }
    let expected: usize = work.cases.iter().map(Vec::len).sum();
    if cases.len() != expected {
        flaws.push(Flaw::new(Kind::Case, format!("{} cases of {expected}", cases.len())));
    }
    for case in &cases {
        let history = of_case.remove(&case.id).unwrap_or_default();
        flaws.extend(of_one(case, &history));
    }
    flaws.extend(left(to, &cases).await?);
    flaws.extend(commands(to, work).await?);
    let given_up: i64 =
        sqlx::query_scalar("select count(*) from jobs where state = 'dead'").fetch_one(to).await?;
    if given_up > 0 {
        flaws.push(Flaw::new(Kind::Job, format!("{given_up} jobs were given up")));
    }
    Ok(flaws)
}

/// What a case's history says of how often each thing happened, by kind and node.
pub(super) fn counted(history: &[&EventRow]) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for event in history {
        let node = event.data["node"].as_str().unwrap_or_default();
        *counted.entry(format!("{} {node}", event.kind).trim_end().to_owned()).or_default() += 1;
    }
    counted
}

/// What is wrong with how often things happened in one case.
pub(super) fn miscounted(counted: &BTreeMap<String, usize>) -> Vec<String> {
    let count = |what: &str| counted.get(what).copied().unwrap_or_default();
    let mut wrong = Vec::new();
    for once in ["begin", "a", "ask", "z"].map(|node| format!("task-done {node}")) {
        if count(&once) != 1 {
            wrong.push(format!("{} times {once}", count(&once)));
        }
    }
    for once in ["documents-asked", "documents-supplied", "ended e"] {
        if count(once) != 1 {
            wrong.push(format!("{} times {once}", count(once)));
        }
    }
    if count("timer-fired nag") > 2 {
        wrong.push(format!("reminded {} times", count("timer-fired nag")));
    }
    let way = ["task-done b", "task-cancelled b", "timer-fired late", "task-done c"].map(count);
    if way != [1, 0, 0, 0] && way != [0, 1, 1, 1] {
        wrong.push(format!("neither in time nor late: {way:?}"));
    }
    let of = |kind: &str| -> usize {
        counted.iter().filter(|(what, _)| what.starts_with(kind)).map(|(_, count)| count).sum()
    };
    // The first task of a copied case was opened by the copy, under the name of another step.
    let ended = of("task-done") + of("task-cancelled");
    if of("task-opened") != ended {
        wrong.push(format!("{} tasks were opened, and {ended} ended", of("task-opened")));
    }
    wrong
}

fn of_one(case: &CaseRow, history: &[&EventRow]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if case.state != "completed" || case.tokens != "[]" {
        let what = format!("{} is {}, with the tokens {}", case.id, case.state, case.tokens);
        flaws.push(Flaw::new(Kind::Case, what));
    }
    let wrong = miscounted(&counted(history)).into_iter();
    flaws.extend(wrong.map(|what| Flaw::new(Kind::Case, format!("{}: {what}", case.id))));
    let broken = chain::flaw(history, case.next_no, &case.event_head);
    flaws.extend(broken.map(|what| Flaw::new(Kind::Chain, format!("{}: {what}", case.id))));
    flaws
}

async fn left(to: &mut PgConnection, cases: &[CaseRow]) -> anyhow::Result<Vec<Flaw>> {
    let mut flaws = Vec::new();
    for (what, select) in LEFT {
        let of: Vec<Uuid> = sqlx::query_scalar(select).fetch_all(&mut *to).await?;
        let ours = of.iter().filter(|id| cases.iter().any(|case| case.id == **id));
        flaws.extend(ours.map(|id| Flaw::new(Kind::Case, format!("{what} is left of {id}"))));
    }
    Ok(flaws)
}

/// What was acknowledged is remembered, so that it would not be done again.
async fn commands(to: &mut PgConnection, work: &Work) -> anyhow::Result<Vec<Flaw>> {
    let seen: Vec<Uuid> = sqlx::query_scalar(
        "select s.command_id from commands_seen s
         join cases c on c.tenant_id = s.tenant_id and c.id = s.case_id
         join process_versions p on p.tenant_id = c.tenant_id and p.id = c.process_version_id
         where p.key = $1",
    )
    .bind(KEY)
    .fetch_all(to)
    .await?;
    let (mut flaws, given) = (Vec::new(), work.commands());
    for command in given.iter().filter(|it| it.acknowledged && !seen.contains(&it.id)) {
        let what =
            format!("{} at {} was acknowledged and is not there", command.case, command.node);
        flaws.push(Flaw::new(Kind::Case, what));
    }
    for stranger in seen.iter().filter(|id| !given.iter().any(|it| it.id == **id)) {
        flaws.push(Flaw::new(Kind::Case, format!("nobody gave the command {stranger}")));
    }
    Ok(flaws)
}
