//! Keeping a trial as a test, taking a new outcome for right, and giving a test up.

use tenants::{Act, Agency, Scope};
use uuid::Uuid;

use super::model::Subject;
use super::play::Play;
use super::store::{self, Script};
use super::{see, verify};
use crate::{Error, Result};

/// More than anybody plays through before publishing.
const MOST_TESTS: usize = 50;
const LONGEST_TITLE: usize = 120;

/// Keep the trial as a test of its process; what came of each command is what has to come of it.
pub async fn keep(scope: &mut Scope, subject: Subject<'_>, rev: i32, title: &str) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    let held = see::hold(scope, subject.key, rev).await?;
    let title = locale::text::one_line(title);
    if title.is_empty() {
        return Err(Error::invalid("title", "required"));
    }
    if title.chars().count() > LONGEST_TITLE {
        return Err(Error::invalid("title", "too-long"));
    }
    if store::tests(scope, subject.key).await?.len() >= MOST_TESTS {
        return Err(Error::invalid("title", "trial-too-many"));
    }
    let Play { beginning, turns, .. } = held.play;
    let script = Script { beginning, turns };
    store::insert_test(scope, Uuid::now_v7(), (subject.key, &title), &script).await
}

/// Take for right what comes of a test's commands now.
pub async fn accept(scope: &mut Scope, subject: Subject<'_>, test: Uuid) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    let kept = store::test(scope, subject.key, test).await?.ok_or(Error::Missing("test"))?;
    let definition = see::definition(subject.xml)?;
    let play = verify::play(scope, &definition, &kept.script).await?;
    let script = Script { beginning: play.beginning, turns: play.turns };
    store::update_test(scope, test, &script).await
}

/// Give a test up.
pub async fn remove(scope: &mut Scope, subject: Subject<'_>, test: Uuid) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    if store::delete_test(scope, subject.key, test).await? {
        Ok(())
    } else {
        Err(Error::Missing("test"))
    }
}
