//! Playing the kept tests of a process.

use std::sync::Arc;

use bpmn::Definition;
use chrono::{DateTime, Utc};
use tenants::Scope;
use uuid::Uuid;

use super::compare::{Difference, compare};
use super::model::{Subject, Turn};
use super::play::Play;
use super::see;
use super::store::{self, KeptTest, Script};
use crate::organisation::admit_admin;
use crate::{Error, Result};

/// A test with what came of it now.
#[derive(Debug, Clone)]
pub struct Tested {
    pub id: Uuid,
    pub title: String,
    /// The name of whoever kept it, and when.
    pub kept_by: Option<String>,
    pub kept_at: DateTime<Utc>,
    /// What was done, with what has to come of it.
    pub turns: Vec<Turn>,
    /// Nothing where it passes; nothing either where the draft cannot run at all.
    pub differences: Vec<Difference>,
    /// Whether it was played: a draft with problems of its own cannot be.
    pub is_played: bool,
}

impl Tested {
    pub fn passes(&self) -> bool {
        self.is_played && self.differences.is_empty()
    }
}

/// Every test of a process, played on the draft as it is now, oldest first.
pub async fn tests(scope: &mut Scope, subject: Subject<'_>) -> Result<Vec<Tested>> {
    admit_admin(scope)?;
    all(scope, subject).await
}

/// One of them.
pub async fn test(scope: &mut Scope, subject: Subject<'_>, id: Uuid) -> Result<Tested> {
    admit_admin(scope)?;
    let kept = store::test(scope, subject.key, id).await?.ok_or(Error::Missing("test"))?;
    let definition = see::definition(subject.xml).ok();
    run(scope, definition.as_ref(), kept).await
}

/// The tests that keep a process from being published.
pub(crate) async fn failing(scope: &mut Scope, subject: Subject<'_>) -> Result<Vec<Tested>> {
    let mut tested = all(scope, subject).await?;
    tested.retain(|test| !test.passes());
    Ok(tested)
}

async fn all(scope: &mut Scope, subject: Subject<'_>) -> Result<Vec<Tested>> {
    let kept = store::tests(scope, subject.key).await?;
    let definition = see::definition(subject.xml).ok();
    let mut tested = Vec::with_capacity(kept.len());
    for test in kept {
        tested.push(run(scope, definition.as_ref(), test).await?);
    }
    Ok(tested)
}

async fn run(
    scope: &mut Scope,
    definition: Option<&Arc<Definition>>,
    kept: KeptTest,
) -> Result<Tested> {
    let differences = match definition {
        Some(definition) => {
            let played = play(scope, definition, &kept.script).await?;
            compare(&kept.script.turns, &played.turns)
        }
        None => Vec::new(),
    };
    Ok(Tested {
        id: kept.id,
        title: kept.title,
        kept_by: kept.kept_by,
        kept_at: kept.kept_at,
        turns: kept.script.turns,
        differences,
        is_played: definition.is_some(),
    })
}

/// Play a test's commands.
pub(super) async fn play(
    scope: &mut Scope,
    definition: &Arc<Definition>,
    script: &Script,
) -> Result<Play> {
    let commands = script.turns.iter().filter_map(|turn| turn.command.as_ref());
    Play::replay(scope, definition, (script.beginning.clone(), commands)).await
}
