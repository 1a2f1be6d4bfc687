//! Where one case stands in its process: all that the engine keeps of a case.

mod scope;
mod token;
mod wait;

use serde::{Deserialize, Deserializer, Serialize};

use crate::definition::Definition;
use crate::effect::EndState;
pub(crate) use scope::{Instances, PROCESS, Scope};
pub(crate) use token::{Armed, Rest, Token};
pub use wait::{Wait, WaitsFor};

/// The layouts of a stored position. The second has scopes inside the process, several instances
/// and events that are waited for; it is written only while there are any, so that a replica of
/// the release before still understands the cases that it can run.
const FLAT: u16 = 1;
const NESTED: u16 = 2;

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
    /// The tree of scopes, parents before children: the process, sub-processes, called processes
    /// and repeated activities.
    #[serde(rename = "s", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) scopes: Vec<Scope>,
    #[serde(rename = "t", default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) tokens: Vec<Token>,
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    pub(crate) over: Option<Over>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Over {
    #[serde(rename = "s")]
    pub(crate) state: EndState,
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub(crate) node: Option<String>,
}

impl Default for Position {
    fn default() -> Self {
        Self { v: FLAT, next: 1, scopes: Vec::new(), tokens: Vec::new(), over: None }
    }
}

impl Position {
    /// The tokens that wait for something outside, oldest first; those at a join do not, nor those
    /// in whose node others run.
    pub fn waits(&self) -> impl Iterator<Item = Wait<'_>> {
        self.resting().filter(|wait| !matches!(wait.on, WaitsFor::Join | WaitsFor::Inside))
    }

    /// All tokens, oldest first.
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

    /// The timers that run: the token each hangs on (0 for the process itself), and the id of the
    /// event.
    pub fn timers(&self) -> impl Iterator<Item = (u64, &str)> {
        let of_tokens = self.tokens.iter().map(|token| (token.number, &token.timers));
        let of_scopes = self.scopes.iter().map(|scope| (scope.holder(), &scope.timers));
        let all = of_tokens.chain(of_scopes);
        all.flat_map(|(token, timers)| timers.iter().map(move |it| (token, it.node.as_str())))
    }

    /// The names of the messages that would move the case on.
    pub fn messages<'a>(&self, definition: &'a Definition) -> Vec<&'a str> {
        let resting = self.tokens.iter().filter(|token| token.rest == Rest::Message);
        let own = resting.map(|token| token.node.as_str());
        let borders = self.tokens.iter().flat_map(|token| &token.messages).map(String::as_str);
        let handlers = self.scopes.iter().flat_map(|scope| &scope.messages).map(String::as_str);
        own.chain(borders)
            .chain(handlers)
            .filter_map(|id| definition.node(id)?.kind.message())
            .collect()
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

    /// What an instance of a repeated activity is for: the item of the list that it was begun with.
    pub fn item(&self, token: u64) -> Option<&serde_json::Value> {
        let token = self.token(token)?;
        let instances = self.scope(token.scope)?.instances.as_ref()?;
        instances.items.get(usize::try_from(token.instance?).ok()?)
    }

    pub(crate) fn token(&self, number: u64) -> Option<&Token> {
        self.tokens.iter().find(|token| token.number == number)
    }

    pub(crate) fn token_mut(&mut self, number: u64) -> Option<&mut Token> {
        self.tokens.iter_mut().find(|token| token.number == number)
    }

    pub(crate) fn scope(&self, id: u64) -> Option<&Scope> {
        self.scopes.iter().find(|scope| scope.id == id)
    }

    pub(crate) fn scope_mut(&mut self, id: u64) -> Option<&mut Scope> {
        self.scopes.iter_mut().find(|scope| scope.id == id)
    }

    /// The scopes directly inside one.
    pub(crate) fn inside(&self, id: u64) -> impl Iterator<Item = &Scope> {
        self.scopes.iter().filter(move |scope| scope.parent == Some(id))
    }

    pub(crate) fn number(&mut self) -> u64 {
        let number = self.next;
        self.next += 1;
        number
    }

    /// Write down which layout this is, after everything has moved.
    pub(crate) fn settle_layout(&mut self) {
        let is_flat =
            self.scopes.iter().all(Scope::is_flat) && self.tokens.iter().all(Token::is_flat);
        self.v = if is_flat { FLAT } else { NESTED };
    }
}

/// A position of a later layout must not be half understood and written back.
fn known_schema<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    match u16::deserialize(deserializer)? {
        known @ FLAT..=NESTED => Ok(known),
        other => Err(serde::de::Error::custom(format!("unknown layout {other} of a position"))),
    }
}
