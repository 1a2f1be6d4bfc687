//! What a line may ask for.

use serde::Deserialize;
use serde_json::{Map, Value};

/// The data of a case, by name.
pub(crate) type Vars = Map<String, Value>;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub(crate) enum Command {
    /// BPMN XML.
    Deploy(String),
    Start(Start),
    Complete(Complete),
    Message(Message),
    /// An ISO 8601 duration the virtual clock moves by.
    Advance(String),
    Dump(#[expect(dead_code, reason = "the protocol writes a value that says nothing")] bool),
    Retry(Retry),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Start {
    #[serde(default)]
    pub(crate) vars: Vars,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Complete {
    pub(crate) node: String,
    /// Becomes the variable `outcome`; when absent that variable stays as it is.
    #[serde(default)]
    pub(crate) outcome: Option<Value>,
    #[serde(default)]
    pub(crate) vars: Vars,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Message {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) vars: Vars,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Retry {
    pub(crate) node: String,
    #[serde(default)]
    pub(crate) vars: Vars,
}
