//! A scope that runs: what ends together (13.3.4), and what is seen together.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Armed;

/// The number of the scope that is the process itself.
pub(crate) const PROCESS: u64 = 0;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Scope {
    #[serde(rename = "i")]
    pub(crate) id: u64,
    /// The scope around it; only the process has none.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub(crate) parent: Option<u64>,
    /// The node whose inside it is; only the process has none.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub(crate) node: Option<String>,
    /// The token that rests around it; an event sub-process has none.
    #[serde(rename = "t", default, skip_serializing_if = "Option::is_none")]
    pub(crate) token: Option<u64>,
    /// The timers of its event sub-processes, by their start events.
    #[serde(rename = "b", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) timers: Vec<Armed>,
    /// The messages of its event sub-processes, by their start events.
    #[serde(rename = "m", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) messages: Vec<String>,
    /// An event sub-process has interrupted it: no other begins (13.5.4).
    #[serde(rename = "x", default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) interrupted: bool,
    /// It was told that none of its tokens can ever move.
    #[serde(rename = "d", default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) stands_still: bool,
    /// What was handed into a called process.
    #[serde(rename = "v", default, skip_serializing_if = "Map::is_empty")]
    pub(crate) vars: Map<String, Value>,
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub(crate) instances: Option<Instances>,
}

/// The instances of a repeated activity (13.3.7).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Instances {
    #[serde(rename = "n")]
    pub(crate) total: u32,
    /// How many were begun.
    #[serde(rename = "b")]
    pub(crate) begun: u32,
    #[serde(rename = "d", default, skip_serializing_if = "is_zero")]
    pub(crate) done: u32,
    /// How many were taken out.
    #[serde(rename = "x", default, skip_serializing_if = "is_zero")]
    pub(crate) removed: u32,
    /// What each instance is for; empty where only their number is known.
    #[serde(rename = "i", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) items: Vec<Value>,
    /// What was gathered, at the place of its item.
    #[serde(rename = "o", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) gathered: Vec<Value>,
}

impl Scope {
    /// The number under which what its event sub-processes wait for is known outside. Tokens and
    /// scopes are numbered together; no token has the number of the process.
    pub(crate) fn holder(&self) -> u64 {
        self.token.unwrap_or(self.id)
    }

    pub(super) fn is_flat(&self) -> bool {
        self.parent.is_none()
            && self.timers.is_empty()
            && self.messages.is_empty()
            && !self.interrupted
            && !self.stands_still
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over by reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
