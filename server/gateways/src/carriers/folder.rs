//! The development outbox: one JSON file for each message, named by its id.
//!
//! The name makes a repeated delivery overwrite the first one; the rename makes it whole.

use std::io;
use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use tokio::fs;

use super::{Message, Receipt};

pub(super) async fn keep(folder: &Path, message: &Message) -> Receipt {
    match write(folder, message).await {
        Ok(()) => Receipt::Sent { reference: message.id.to_string() },
        Err(error) => Receipt::Again(format!("the outbox folder: {}", error.kind())),
    }
}

async fn write(folder: &Path, message: &Message) -> io::Result<()> {
    fs::create_dir_all(folder).await?;
    let draft = folder.join(format!(".{}.draft", message.id));
    fs::write(&draft, serde_json::to_vec_pretty(message)?).await?;
    fs::rename(&draft, folder.join(format!("{}.json", message.id))).await
}

pub(super) async fn recent(folder: &Path, limit: usize) -> Vec<(Message, DateTime<Utc>)> {
    let mut files = files(folder).await.unwrap_or_default();
    files.sort_by(|a, b| b.cmp(a));
    let mut messages = Vec::new();
    for (at, path) in files.into_iter().take(limit) {
        // A file that went away or is not ours is no reason to show nothing.
        let Ok(bytes) = fs::read(&path).await else { continue };
        let Ok(message) = serde_json::from_slice(&bytes) else { continue };
        messages.push((message, at.into()));
    }
    messages
}

async fn files(folder: &Path) -> io::Result<Vec<(SystemTime, std::path::PathBuf)>> {
    let mut found = Vec::new();
    let mut entries = fs::read_dir(folder).await?;
    while let Some(entry) = entries.next_entry().await? {
        let path = entry.path();
        if path.extension().is_some_and(|end| end == "json") {
            found.push((entry.metadata().await?.modified()?, path));
        }
    }
    Ok(found)
}
