//! The kinds of events.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{PositionId, ReferralId, RequestId, TaskId};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Event {
    /// A request was submitted and its case opened.
    Opened,
    /// It was filled in and registered at a counter: where, how it came and how it was checked who
    /// asks, in the words of `counter`.
    TakenAtCounter {
        position: PositionId,
        channel: String,
        check: String,
    },
    /// An applicant took it into an account of theirs.
    Linked,
    /// A step began to wait for a position, or for whoever carries a role.
    TaskOpened {
        task: TaskId,
        node: String,
        role: String,
        position: Option<PositionId>,
    },
    TaskDone {
        task: TaskId,
        node: String,
        outcome: String,
    },
    TaskCancelled {
        task: TaskId,
        node: String,
    },
    /// The word that people see for where the case stands changed.
    StageChanged {
        stage: String,
    },
    /// The secretariat entered it in a register.
    Numbered {
        number: String,
    },
    /// Documents are missing; the agency's clock stands still.
    DocumentsAsked {
        request: RequestId,
        due_at: DateTime<Utc>,
    },
    DocumentsSupplied {
        request: RequestId,
    },
    Referred {
        referral: ReferralId,
        to: PositionId,
        action: String,
        tells_applicant: bool,
    },
    ReferralAnswered {
        referral: ReferralId,
    },
    Decided {
        outcome: String,
        reason: String,
    },
    /// A send task told the applicant something.
    Told {
        node: String,
        notice: String,
    },
    ServiceStarted {
        node: String,
        service: String,
    },
    ServiceDone {
        node: String,
        service: String,
    },
    TimerFired {
        node: String,
        due_at: DateTime<Utc>,
    },
    ClockStopped,
    ClockStarted {
        promised_at: DateTime<Utc>,
    },
    /// A step cannot go on by itself; somebody of the agency has to look.
    Stuck {
        node: String,
        reason: String,
    },
    /// Somebody of the agency did something about it: the word of `incidents` for what.
    Mended {
        node: String,
        how: String,
    },
    /// A variable that conditions ask was given another value by hand.
    VariableSet {
        node: String,
        name: String,
    },
    /// A step was given to a position by hand.
    TaskAssigned {
        task: TaskId,
        node: String,
        position: PositionId,
    },
    /// Its process goes on in another version of itself: the numbers within its key.
    Migrated {
        from: i32,
        to: i32,
    },
    Withdrawn,
    /// The process has come to its end.
    Ended {
        state: String,
        node: Option<String>,
    },
}

impl Event {
    /// Its kind, as the table and the API call it.
    pub fn kind(&self) -> String {
        let Value::Object(map) = self.as_json() else { return String::new() };
        map.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    pub(crate) fn as_json(&self) -> Value {
        serde_json::to_value(self).expect("an event is plain data")
    }

    pub(crate) fn node(&self) -> Option<&str> {
        match self {
            Self::TaskOpened { node, .. }
            | Self::TaskDone { node, .. }
            | Self::TaskCancelled { node, .. }
            | Self::Told { node, .. }
            | Self::ServiceStarted { node, .. }
            | Self::ServiceDone { node, .. }
            | Self::TimerFired { node, .. }
            | Self::Mended { node, .. }
            | Self::VariableSet { node, .. }
            | Self::TaskAssigned { node, .. }
            | Self::Stuck { node, .. } => Some(node),
            _ => None,
        }
    }
}

/// An event as it stands in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// 1, 2, 3 … within the case.
    pub no: i32,
    pub at: DateTime<Utc>,
    pub actor: Value,
    pub event: Event,
    pub hash: Vec<u8>,
}

impl Recorded {
    /// The member of staff who did it, if one did.
    pub fn staff(&self) -> Option<Uuid> {
        self.actor.get("staff").and_then(Value::as_str).and_then(|s| s.parse().ok())
    }

    /// sha-256 over the hash before and this event, each part with its length in front. The JSON is
    /// hashed with sorted keys: the database keeps no order of its own.
    pub(crate) fn hash_after(&self, before: &[u8]) -> Vec<u8> {
        let at = self.at.timestamp_micros().to_be_bytes();
        let (actor, event) = (canonical(&self.actor), canonical(&self.event.as_json()));
        let mut hash = Sha256::new();
        for part in [before, &self.no.to_be_bytes(), &at, actor.as_bytes(), event.as_bytes()] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().to_vec()
    }
}

fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<_> = map.iter().collect();
            keys.sort_by_key(|(k, _)| *k);
            let parts: Vec<_> =
                keys.iter().map(|(k, v)| format!("{k:?}:{}", canonical(v))).collect();
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}
