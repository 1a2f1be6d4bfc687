//! What carries a message to a person: SMS and e-mail.
//!
//! Delivery is at least once. A message keeps its id over every try, so a carrier that is
//! handed the same one twice can tell.

mod folder;
mod message;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use chrono::{DateTime, Utc};

pub use message::{Channel, Message};

/// The ways out of the house. A real carrier is one more variant and one more file.
#[derive(Debug, Clone)]
pub enum Carriers {
    /// For development: each message becomes one file in this folder.
    Folder(PathBuf),
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// The carrier has it, under its own reference.
    Sent { reference: String },
    /// Not now; the same message may be handed in again. For the log, never personal.
    Again(String),
    /// Never; another try would end the same way. For the log, never personal.
    Refused(String),
}

impl Carriers {
    /// Hand one message to its carrier.
    pub async fn send(&self, message: &Message) -> Receipt {
        if let Some(flaw) = message.flaw() {
            return Receipt::Refused(flaw.to_owned());
        }
        match self {
            Self::Folder(folder) => folder::keep(folder, message).await,
        }
    }

    /// The last messages, newest first, with the time of their (last) delivery.
    ///
    /// Only the folder remembers; it is there for the development outbox.
    pub async fn recent(&self, limit: usize) -> Vec<(Message, DateTime<Utc>)> {
        match self {
            Self::Folder(folder) => folder::recent(folder, limit).await,
        }
    }
}
