//! Commands under keys of their senders, each carried out once.
//!
//! The row of a command is written in the transaction that carries it out: either both are there or
//! neither, and of two that are sent at once the second waits for the first.

use chrono::TimeDelta;
use tenants::{Column, Scope};
use uuid::Uuid;

use super::store;
use crate::{ClientId, Error, Refusal, Result};

/// How long a command is remembered; a day is promised.
const KEPT: TimeDelta = TimeDelta::days(7);

const ANSWER: Column = "api_commands.answer";

/// A command as it was sent.
#[derive(Clone)]
pub struct Command {
    /// The sender's own name for it.
    pub key: String,
    /// A digest of everything it says: of the operation, its address and its body.
    pub digest: [u8; 32],
}

/// Whether a command is to be carried out.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// For the first time, under this id.
    First(Uuid),
    /// It was carried out before and answered so.
    Again(String),
}

/// Take a command up. Refused with [`Refusal::KeyReused`] when its key was that of another one.
///
/// A program's commands are its own, whatever the policy says of what they do.
pub async fn take_turn(scope: &mut Scope, command: &Command) -> Result<Turn> {
    let client = own(scope)?;
    let kept = store::Kept {
        client,
        id: Uuid::now_v7(),
        key: scope.mark("api_commands.key", &format!("{client}/{}", command.key)),
        command: scope.mark("api_commands.command", &hex::encode(command.digest)),
    };
    let before = scope.now() - KEPT;
    store::forget_commands(scope, client, before).await?;
    if store::insert_command(scope, &kept).await? {
        return Ok(Turn::First(kept.id));
    }
    let found = store::command(scope, &kept).await?.ok_or(Refusal::Busy)?;
    if found.command != kept.command {
        return Err(Refusal::KeyReused.into());
    }
    let answer = found.answer.ok_or(Refusal::Busy)?;
    Ok(Turn::Again(scope.unseal(ANSWER, found.id, &answer)?))
}

/// Keep what a command was answered, to answer the same when it comes again.
pub async fn keep_answer(scope: &mut Scope, id: Uuid, answer: &str) -> Result<()> {
    let client = own(scope)?;
    let sealed = scope.seal(ANSWER, id, answer.as_bytes())?;
    store::set_answer(scope, client, id, &sealed).await
}

fn own(scope: &Scope) -> Result<ClientId> {
    let client = scope.caller().client().ok_or(Error::Missing("client"))?;
    Ok(ClientId(client.client))
}
