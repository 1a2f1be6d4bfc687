//! What left the house: the development outbox, in which each message is one file named by its id.
//!
//! A second delivery replaces the file, so the folder alone cannot tell it from the first. The watch
//! looks often and counts how often each file was new.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, bail};
use gateways::Message;
use tokio::task::JoinHandle;
use uuid::Uuid;

/// Far below the time after which a worker that died is replaced, so no delivery goes unseen.
const LOOK_EVERY: Duration = Duration::from_millis(100);
const ARRIVES_WITHIN: Duration = Duration::from_secs(30);

/// When each message was seen to be delivered.
type Seen = HashMap<Uuid, BTreeSet<SystemTime>>;

/// Looks at the outbox until it is dropped.
pub(crate) struct Watch {
    folder: PathBuf,
    seen: Arc<Mutex<Seen>>,
    task: JoinHandle<()>,
}

/// A message with the number of times it was delivered.
#[derive(Clone)]
pub(crate) struct Delivered {
    pub(crate) message: Message,
    pub(crate) times: usize,
}

impl Watch {
    pub(crate) fn begin(folder: PathBuf) -> Self {
        let seen = Arc::new(Mutex::new(Seen::new()));
        let (watched, noted) = (folder.clone(), Arc::clone(&seen));
        let task = tokio::spawn(async move {
            loop {
                look(&watched, &noted);
                tokio::time::sleep(LOOK_EVERY).await;
            }
        });
        Self { folder, seen, task }
    }

    /// Every message so far.
    pub(crate) fn delivered(&self) -> anyhow::Result<Vec<Delivered>> {
        look(&self.folder, &self.seen);
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let delivered = seen.iter().map(|(id, times)| {
            let message = read(&self.folder.join(format!("{id}.json")))?;
            Ok(Delivered { message, times: times.len() })
        });
        delivered.collect()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn look(folder: &Path, seen: &Mutex<Seen>) {
    let found = files(folder).unwrap_or_default();
    let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    for (id, at) in found {
        seen.entry(id).or_default().insert(at);
    }
}

fn files(folder: &Path) -> std::io::Result<Vec<(Uuid, SystemTime)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.strip_suffix(".json")?.parse().ok());
        // A file that is being replaced at this moment is seen the next time.
        if let (Some(id), Ok(about)) = (id, entry.metadata()) {
            found.push((id, about.modified()?));
        }
    }
    Ok(found)
}

fn read(path: &Path) -> anyhow::Result<Message> {
    let text = std::fs::read(path).context("a message")?;
    serde_json::from_slice(&text).context("a message")
}

/// The one-time code sent to a mobile, once it is in one of these folders.
pub(crate) async fn code_for(folders: &[PathBuf], mobile: &str) -> anyhow::Result<String> {
    let address = canonical(mobile);
    let asked = std::time::Instant::now();
    while asked.elapsed() < ARRIVES_WITHIN {
        let found = folders.iter().flat_map(|folder| {
            let files = files(folder).unwrap_or_default();
            files.into_iter().map(move |(id, _)| folder.join(format!("{id}.json")))
        });
        let mut messages = found.map(|path| read(&path));
        let ours = messages.by_ref().flatten().find(|message| message.address == address);
        if let Some(code) = ours.and_then(|message| code_in(&message.text)) {
            return Ok(code);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("no code arrives")
}

/// A mobile as messages are addressed to it.
pub(crate) fn canonical(mobile: &str) -> String {
    format!("+98{}", mobile.trim_start_matches('0'))
}

fn code_in(text: &str) -> Option<String> {
    let text = locale::digits::to_latin(text);
    let mut words = text.split(|c: char| !c.is_ascii_digit());
    words.find(|word| word.len() == 6).map(str::to_owned)
}
