//! A token that rests.

use serde::{Deserialize, Serialize};

use super::scope::PROCESS;
use super::{Wait, WaitsFor};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Token {
    #[serde(rename = "i")]
    pub(crate) number: u64,
    #[serde(rename = "s", default, skip_serializing_if = "is_process")]
    pub(crate) scope: u64,
    #[serde(rename = "n")]
    pub(crate) node: String,
    #[serde(rename = "w")]
    pub(crate) rest: Rest,
    /// The flow it came by, where that still matters: before a join or a node not yet entered.
    #[serde(rename = "f", default, skip_serializing_if = "Option::is_none")]
    pub(crate) flow: Option<String>,
    /// The timer events that run while it rests here.
    #[serde(rename = "b", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) timers: Vec<Armed>,
    /// The message events that are listened for while it rests here, by their ids.
    #[serde(rename = "m", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) messages: Vec<String>,
    /// Which instance of its node it is, counted from 0, where the node is repeated.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub(crate) instance: Option<u32>,
}

/// What a resting token waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Rest {
    #[serde(rename = "t")]
    Task,
    #[serde(rename = "m")]
    Message,
    #[serde(rename = "s")]
    Service,
    #[serde(rename = "j")]
    Join,
    /// Stuck before its node was entered.
    #[serde(rename = "b")]
    Before,
    /// Stuck because no flow out of its node could be chosen.
    #[serde(rename = "l")]
    Leaving,
    /// At an event, or at the gateway before several.
    #[serde(rename = "e")]
    Event,
    /// Around the scope that runs inside its node.
    #[serde(rename = "i")]
    Inside,
    /// Around the instances of its node.
    #[serde(rename = "r")]
    Instances,
}

/// A timer that runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Armed {
    #[serde(rename = "n")]
    pub(crate) node: String,
    /// How often it will still fire; without end when absent.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub(crate) left: Option<u32>,
}

impl Token {
    pub(crate) fn wait(&self) -> Wait<'_> {
        let on = match self.rest {
            Rest::Task => WaitsFor::Task,
            Rest::Message => WaitsFor::Message,
            Rest::Service => WaitsFor::Service,
            Rest::Event => WaitsFor::Event,
            Rest::Join => WaitsFor::Join,
            Rest::Inside | Rest::Instances => WaitsFor::Inside,
            Rest::Before | Rest::Leaving => WaitsFor::Repair,
        };
        Wait { token: self.number, node: &self.node, on, instance: self.instance }
    }

    pub(super) fn is_flat(&self) -> bool {
        let is_newer = matches!(self.rest, Rest::Event | Rest::Inside | Rest::Instances);
        !is_newer && self.messages.is_empty() && self.instance.is_none() && self.scope == PROCESS
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over by reference")]
fn is_process(scope: &u64) -> bool {
    *scope == PROCESS
}
