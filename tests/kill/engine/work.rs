//! What clerks and applicants do, each thing until it is answered; the same command again where the
//! answer never came.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::cases::{self, Completion, DocumentRequest, Item, With};
use domain::documents::{Arrived, Owner};
use domain::{CaseId, DocumentId, Error, TaskId};
use rand::Rng as _;
use rand::seq::SliceRandom as _;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::desk::{Agency, Desk};
use super::stock::{DONE, KEY};

/// A clerk looks at what lies there this often, in milliseconds; a step that lapses after a
/// second is sometimes too late for them.
const THINKS: std::ops::RangeInclusive<u64> = 1..=60;
const LOOKED_AT: i64 = 12;

/// Something that waits for somebody: an open task with its node, or the applicant's answer.
#[derive(Debug, Clone, sqlx::FromRow)]
struct Waiting {
    case_id: Uuid,
    task: Option<Uuid>,
    node: String,
}

/// Every command that was given, and how often each was acknowledged.
pub(super) struct Work {
    pub(super) cases: Vec<Vec<Uuid>>,
    commands: Mutex<HashMap<Uuid, Command>>,
    interrupted: Mutex<usize>,
}

#[derive(Debug, Clone)]
pub(super) struct Command {
    pub(super) id: Uuid,
    pub(super) case: Uuid,
    pub(super) node: String,
    pub(super) acknowledged: bool,
}

impl Work {
    pub(super) fn on(cases: Vec<Vec<Uuid>>) -> Self {
        Self { cases, commands: Mutex::default(), interrupted: Mutex::default() }
    }

    /// How many commands were cut off by a kill.
    pub(super) fn interrupted(&self) -> usize {
        *lock(&self.interrupted)
    }

    pub(super) fn commands(&self) -> Vec<Command> {
        lock(&self.commands).values().cloned().collect()
    }

    pub(super) fn told(&self) -> String {
        let commands = self.commands();
        let acknowledged = commands.iter().filter(|command| command.acknowledged).count();
        format!(
            "{} commands, {acknowledged} acknowledged, {} cut off",
            commands.len(),
            self.interrupted()
        )
    }

    /// Do what there is to do at an agency, until told to stop or until nobody answers any more.
    pub(super) async fn go_on(
        &self,
        desk: &Desk,
        agency: usize,
        stop: &CancellationToken,
    ) -> anyhow::Result<()> {
        let agency = &desk.agencies[agency];
        while !stop.is_cancelled() {
            let Ok(mut waiting) = self.waiting(desk, agency).await else { break };
            waiting.shuffle(&mut rand::rng());
            for one in waiting {
                if stop.is_cancelled() || !self.done(desk, agency, one).await? {
                    return Ok(());
                }
            }
            let thinks = rand::rng().random_range(THINKS);
            sleep(Duration::from_millis(thinks)).await;
        }
        Ok(())
    }

    /// What lies there, as the agency itself sees it.
    async fn waiting(&self, desk: &Desk, agency: &Agency) -> anyhow::Result<Vec<Waiting>> {
        let mut scope = desk.desks.enter(&agency.tenant, agency.clerk.clone()).await?;
        let found = sqlx::query_as(
            "select * from (
                 select t.case_id, t.id as task, t.node from tasks t
                 join cases c on c.tenant_id = t.tenant_id and c.id = t.case_id
                 join process_versions p on p.tenant_id = c.tenant_id and p.id = c.process_version_id
                 where t.tenant_id = $1 and t.state = 'open' and p.key = $2
                 union all
                 select s.case_id, null, 'wait' from subscriptions s where s.tenant_id = $1
             ) w order by random() limit $3",
        )
        .bind(agency.tenant.id.0)
        .bind(KEY)
        .bind(LOOKED_AT)
        .fetch_all(scope.conn())
        .await?;
        scope.commit().await?;
        Ok(found)
    }

    /// Do one thing; false when the house is gone.
    async fn done(&self, desk: &Desk, agency: &Agency, one: Waiting) -> anyhow::Result<bool> {
        let command = self.command(&one);
        let answered = match one.task {
            Some(task) => finish(desk, agency, (&one, task), command).await,
            None => supply(desk, agency, one.case_id, command).await,
        };
        match answered {
            Ok(()) => {
                if let Some(command) = lock(&self.commands).get_mut(&command) {
                    command.acknowledged = true;
                }
                Ok(true)
            }
            // Somebody else was quicker, or the step has lapsed.
            Err(Error::Refused(_) | Error::Missing(_) | Error::Denied(_)) => Ok(true),
            Err(Error::Invalid(problems)) => anyhow::bail!("invalid: {problems:?}"),
            Err(_) => {
                *lock(&self.interrupted) += 1;
                Ok(false)
            }
        }
    }

    /// The command for a thing: the one that was given before, if it is not known to be done.
    fn command(&self, one: &Waiting) -> Uuid {
        let mut commands = lock(&self.commands);
        let same =
            |it: &&Command| it.case == one.case_id && it.node == one.node && !it.acknowledged;
        let known = commands.values().find(same).map(|command| command.id);
        known.unwrap_or_else(|| {
            let id = Uuid::now_v7();
            let (case, node) = (one.case_id, one.node.clone());
            commands.insert(id, Command { id, case, node, acknowledged: false });
            id
        })
    }
}

async fn finish(
    desk: &Desk,
    agency: &Agency,
    (one, task): (&Waiting, Uuid),
    command: Uuid,
) -> domain::Result<()> {
    let item = Item { key: "paper".to_owned(), title: "paper".to_owned() };
    let with = match one.node.as_str() {
        "ask" => With::Documents { items: vec![item], note: "please".to_owned() },
        _ => With::Nothing,
    };
    let mut scope = desk.desks.enter(&agency.tenant, agency.clerk.clone()).await?;
    let (case, task, outcome) = (CaseId(one.case_id), TaskId(task), DONE.to_owned());
    cases::complete(&mut scope, Completion { case, task, outcome, with, command }).await?;
    Ok(scope.commit().await?)
}

/// The document is noted and handed in in one transaction; nobody ever fetches its bytes.
async fn supply(desk: &Desk, agency: &Agency, case: Uuid, command: Uuid) -> domain::Result<()> {
    let mut scope = desk.desks.enter(&agency.tenant, agency.applicant.clone()).await?;
    let (_, DocumentRequest { id, .. }) = cases::asked_for(&mut scope, CaseId(case)).await?;
    let arrived = Arrived {
        id: DocumentId::new(),
        owner: Owner::Request(id),
        field: "paper".to_owned(),
        name: "paper.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 1,
        sha256: rand::rng().random(),
    };
    cases::attach_supply(&mut scope, CaseId(case), arrived).await?;
    cases::supply(&mut scope, CaseId(case), command).await?;
    Ok(scope.commit().await?)
}

/// A clerk who panicked has ended the test in any case.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
