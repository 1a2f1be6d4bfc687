//! What kinds of nodes there are, and what each says of itself.

use serde::{Deserialize, Serialize};

use crate::timer::Timer;

/// What a node does with a token. The numbers are clauses of BPMN 2.0.2 (formal/2013-12-09).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The none start event of a process or sub-process (13.5.1).
    Start,
    /// The start event of an event sub-process (13.5.4).
    EventStart {
        interrupting: bool,
        #[serde(flatten)]
        event: Event,
    },
    /// A none end event (13.5.6).
    End,
    /// An end event that takes every other token of its scope with it.
    Terminate,
    /// An end event that throws.
    EndThrow(Thrown),
    UserTask,
    ServiceTask,
    SendTask,
    /// Waits for a message of this name.
    ReceiveTask {
        message: String,
    },
    /// Decides by a decision table; the answer goes into the variable `result`.
    BusinessRuleTask {
        decision: String,
        result: String,
    },
    /// Writes the value of a FEEL expression into a variable. No code runs.
    ScriptTask {
        result: String,
        expression: String,
    },
    /// A task without work for anybody: manual, abstract, and script tasks where these are let in.
    Pass,
    /// An embedded sub-process (13.3.4).
    SubProcess,
    /// Waits beside its scope's other nodes until its start event is triggered (13.5.4).
    EventSubProcess,
    /// Runs another process inside the case (13.3.4).
    CallActivity {
        /// The scope that holds the called process.
        process: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        inputs: Vec<Mapping>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        outputs: Vec<Mapping>,
    },
    /// 13.4.2
    Exclusive,
    /// 13.4.1
    Parallel,
    /// 13.4.3
    Inclusive,
    /// 13.4.4
    EventGateway,
    /// An intermediate event that waits (13.5.2).
    Catch(Event),
    /// An intermediate event that throws.
    Throw(Thrown),
    /// An intermediate event without a meaning of its own, and both ends of a link (10.5.5).
    Passage,
    /// An event on the border of an activity (13.5.3).
    #[serde(alias = "boundary-timer")]
    Boundary {
        host: String,
        interrupting: bool,
        #[serde(flatten)]
        event: Event,
    },
}

/// What an event waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    Timer(Timer),
    /// A message of this name, sent to this case.
    Message(String),
    /// An error with this code, or any.
    Error(Option<String>),
    /// An escalation with this code, or any.
    Escalation(Option<String>),
}

/// What an event throws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Thrown {
    Message(String),
    Error(String),
    Escalation(String),
}

/// One value that is handed into or out of a called process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// FEEL, decided where the value comes from.
    pub source: String,
    /// The name it has where it goes.
    pub target: String,
}

/// An activity that is done several times (10.3.8, 13.3.7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// One after the other, or all at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sequential: bool,
    #[serde(flatten)]
    pub over: Over,
    /// The name by which an instance knows its item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// FEEL, asked after each instance: if it holds the others are cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// A value of each instance, gathered in a list in the order of the items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gather: Option<Mapping>,
}

/// How often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Over {
    /// FEEL that gives a whole number.
    Count(String),
    /// FEEL that gives a list.
    Each(String),
}

impl Kind {
    /// Whether work is done here; only activities carry boundary events.
    pub fn is_activity(&self) -> bool {
        self.waits() && !matches!(self, Self::Catch(_) | Self::EventGateway)
            || matches!(
                self,
                Self::SendTask
                    | Self::Pass
                    | Self::BusinessRuleTask { .. }
                    | Self::ScriptTask { .. }
            )
    }

    /// Whether a token may rest here until something happens outside.
    pub fn waits(&self) -> bool {
        self.holds_scope()
            || matches!(
                self,
                Self::UserTask
                    | Self::ServiceTask
                    | Self::ReceiveTask { .. }
                    | Self::Catch(_)
                    | Self::EventGateway
            )
    }

    /// Whether other nodes run inside.
    pub fn holds_scope(&self) -> bool {
        matches!(self, Self::SubProcess | Self::CallActivity { .. })
    }

    pub fn is_gateway(&self) -> bool {
        matches!(self, Self::Exclusive | Self::Parallel | Self::Inclusive | Self::EventGateway)
    }

    pub fn is_end(&self) -> bool {
        matches!(self, Self::End | Self::Terminate | Self::EndThrow(_))
    }

    /// What the node, being an event, waits for.
    pub fn event(&self) -> Option<&Event> {
        match self {
            Self::EventStart { event, .. } | Self::Catch(event) | Self::Boundary { event, .. } => {
                Some(event)
            }
            _ => None,
        }
    }

    /// The name of the message the node waits for.
    pub fn message(&self) -> Option<&str> {
        match (self, self.event()) {
            (Self::ReceiveTask { message }, _) | (_, Some(Event::Message(message))) => {
                Some(message)
            }
            _ => None,
        }
    }

    /// When the node, being a timer event, is due.
    pub fn timer(&self) -> Option<&Timer> {
        match self.event() {
            Some(Event::Timer(timer)) => Some(timer),
            _ => None,
        }
    }

    /// The activity on whose border the event stands.
    pub fn host(&self) -> Option<&str> {
        match self {
            Self::Boundary { host, .. } => Some(host),
            _ => None,
        }
    }
}
