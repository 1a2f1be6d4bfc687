//! Where one case stands in its process: all that the engine keeps of a case.

use serde::{Deserialize, Deserializer, Serialize};

use crate::effect::EndState;

/// The layout of a stored position. Raise it when an older one must be read differently.
const SCHEMA: u16 = 1;

/// The control state of one case: its scopes and the tokens that rest in them.
///
/// It is stored whole beside the case and read by nobody else, hence the short field names.
/// The default is a case that has not been started.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Position {
    #[serde(deserialize_with = "known_schema")]
    v: u16,
    /// The number the next token gets.
    #[serde(rename = "n")]
    pub(crate) next: u64,
    /// The tree of scopes, parents before children: the process now, sub-processes, called
    /// processes and instances of a repeated activity when these are supported.
    #[serde(rename = "s", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) scopes: Vec<Scope>,
    #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tokens: Vec<Token>,
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    pub(crate) over: Option<Over>,
}

/// The number of the scope that is the process itself.
pub(crate) const PROCESS: u32 = 0;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Scope {
    #[serde(rename = "i")]
    pub(crate) id: u32,
    /// The scope around it; only the process has none.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub(crate) parent: Option<u32>,
    /// The node whose inside it is; only the process has none.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub(crate) node: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Token {
    #[serde(rename = "i")]
    pub(crate) number: u64,
    #[serde(rename = "s", default, skip_serializing_if = "is_process")]
    pub(crate) scope: u32,
    #[serde(rename = "n")]
    pub(crate) node: String,
    #[serde(rename = "w")]
    pub(crate) rest: Rest,
    /// The flow it came by, where that still matters: before a join or a node not yet entered.
    #[serde(rename = "f", default, skip_serializing_if = "Option::is_none")]
    pub(crate) flow: Option<String>,
    /// The boundary timers that run while it rests here.
    #[serde(rename = "b", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) timers: Vec<Armed>,
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
}

/// A boundary timer that runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Armed {
    #[serde(rename = "n")]
    pub(crate) node: String,
    /// How often it will still fire; without end when absent.
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    pub(crate) left: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Over {
    #[serde(rename = "s")]
    pub(crate) state: EndState,
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub(crate) node: Option<String>,
}

/// A token that rests at a node until something outside happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait<'a> {
    pub token: u64,
    pub node: &'a str,
    pub on: WaitsFor,
}

/// What would move a resting token on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitsFor {
    Task,
    Message,
    Service,
    /// An incident: somebody repairs what is wrong and tries again.
    Repair,
    /// The other tokens of a join. Nothing outside moves it.
    Join,
}

impl Default for Position {
    fn default() -> Self {
        Self { v: SCHEMA, next: 1, scopes: Vec::new(), tokens: Vec::new(), over: None }
    }
}

impl Position {
    /// The tokens that wait for something outside, oldest first; those at a join do not.
    pub fn waits(&self) -> impl Iterator<Item = Wait<'_>> {
        self.resting().filter(|wait| wait.on != WaitsFor::Join)
    }

    /// All tokens, those at a join too, oldest first.
    pub fn resting(&self) -> impl Iterator<Item = Wait<'_>> {
        let mut waits: Vec<Wait<'_>> = self.tokens.iter().map(Token::wait).collect();
        waits.sort_by_key(|wait| wait.token);
        waits.into_iter()
    }

    /// The ids of the nodes where a token waits, each once, longest waiting first.
    pub fn steps(&self) -> Vec<String> {
        let mut steps: Vec<String> = Vec::new();
        for wait in self.waits() {
            if !steps.iter().any(|step| step == wait.node) {
                steps.push(wait.node.to_owned());
            }
        }
        steps
    }

    /// The boundary timers that run: the token each hangs on, and the id of the event.
    pub fn timers(&self) -> impl Iterator<Item = (u64, &str)> {
        self.tokens
            .iter()
            .flat_map(|token| token.timers.iter().map(|armed| (token.number, armed.node.as_str())))
    }

    pub fn is_started(&self) -> bool {
        self.over.is_some() || !self.scopes.is_empty()
    }

    /// The code of the state the case ended in (`completed`, `cancelled`, `failed`); nothing
    /// while it runs.
    pub fn ended(&self) -> Option<&str> {
        self.over.as_ref().map(|over| over.state.as_str())
    }

    /// The end event the case ended at, if it ended at one.
    pub fn ended_at(&self) -> Option<&str> {
        self.over.as_ref().and_then(|over| over.node.as_deref())
    }

    /// Take a resting token off the board.
    pub(crate) fn take(&mut self, number: u64, rests: &[Rest]) -> Option<Token> {
        let at = self
            .tokens
            .iter()
            .position(|token| token.number == number && rests.contains(&token.rest))?;
        Some(self.tokens.remove(at))
    }

    pub(crate) fn number(&mut self) -> u64 {
        let number = self.next;
        self.next += 1;
        number
    }
}

impl Token {
    fn wait(&self) -> Wait<'_> {
        let on = match self.rest {
            Rest::Task => WaitsFor::Task,
            Rest::Message => WaitsFor::Message,
            Rest::Service => WaitsFor::Service,
            Rest::Join => WaitsFor::Join,
            Rest::Before | Rest::Leaving => WaitsFor::Repair,
        };
        Wait { token: self.number, node: &self.node, on }
    }
}

/// A position of a later layout must not be half understood and written back.
fn known_schema<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    match u16::deserialize(deserializer)? {
        SCHEMA => Ok(SCHEMA),
        other => Err(serde::de::Error::custom(format!("unknown layout {other} of a position"))),
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over by reference")]
fn is_process(scope: &u32) -> bool {
    *scope == PROCESS
}
