//! The chain of a case's events, computed anew from its definition rather than with the server's own
//! code: sha-256 over the hash before and the event, each part with its length in front, JSON with
//! sorted keys.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::books::EventRow;

/// What is wrong with the events of one case, which are ordered by number. `next_no` and `head` are
/// what the case itself knows of them.
pub(crate) fn flaw(events: &[&EventRow], next_no: i32, head: &[u8]) -> Option<String> {
    let mut before = Vec::new();
    for (event, no) in events.iter().zip(1..) {
        if event.no != no {
            return Some(format!("event {no} is missing"));
        }
        if event.data.get("kind").and_then(Value::as_str) != Some(&event.kind) {
            return Some(format!("event {no} is of another kind than its data"));
        }
        before = hash(event, &before);
        if before != event.hash {
            return Some(format!("event {no} does not follow from the one before it"));
        }
    }
    let last = i32::try_from(events.len()).unwrap_or(i32::MAX);
    (next_no != last + 1 || head != before).then(|| "the case knows another last event".to_owned())
}

fn hash(event: &EventRow, before: &[u8]) -> Vec<u8> {
    let at = event.at.timestamp_micros().to_be_bytes();
    let (actor, data) = (canonical(&event.actor), canonical(&event.data));
    let mut hash = Sha256::new();
    for part in [before, &event.no.to_be_bytes(), &at, actor.as_bytes(), data.as_bytes()] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().to_vec()
}

fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<_> = map.iter().collect();
            keys.sort_by_key(|(key, _)| *key);
            let parts: Vec<_> =
                keys.iter().map(|(key, value)| format!("{key:?}:{}", canonical(value))).collect();
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}
